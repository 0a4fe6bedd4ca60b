import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const WORDINGS: Wording[] = [
  { says: /\bcom\.azure\.[\w.]{1,100}Exception: Status code (?<status>[1-5]\d\d), "/g, body: '"' },
  { says: /\bcom\.azure\.[\w.]{1,100}Exception: Status code (?<status>[1-5]\d\d)\b/g },
  { says: /^Caused by: (?<failure>(?:java|javax|io\.netty)\.[\w.$]{1,100}(?:Exception|Error)(?:: [^\n]{1,1000})?)/gm },
];

export default {
  title: 'An exception of the Azure SDK for Java',
  madeBy: 'Azure SDK for Java, its OpenAI client included',
  recognise: (text) => strengthOf(text, [[/\bcom\.azure\.[\w.]{1,100}Exception: Status code \d{3}\b/, 0.84]]),
  read: (text) => readExceptions(text, 'azure-sdk-java', WORDINGS),
} satisfies Capture;
