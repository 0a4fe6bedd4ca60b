import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const CALL = String.raw`\b(?<method>GET|POST|PUT|PATCH|DELETE) \\?"(?<url>${URL_WORD})\\?": (?<status>[1-5]\d\d)\b[^\n{("]{0,60}`;

const WORDINGS: Wording[] = [{ says: new RegExp(String.raw`${CALL}(?:\(Request-ID: \S{1,80}\) ?)?`, 'g'), body: '' }];

export default {
  title: 'An error of a vendor SDK for Go',
  madeBy: 'openai-go, anthropic-sdk-go and others of their kin',
  recognise: (text) => strengthOf(text, [[new RegExp(CALL), 0.8]]),
  read: (text) => readExceptions(text, 'go-vendor-sdk', WORDINGS),
} satisfies Capture;
