import type { Capture } from '../model/capture.ts';
import { strictJson } from '../parse/loose-json.ts';
import { statusInObject } from '../parse/told-status.ts';

/** Cheap: what follows the first brace decides whether the text is worth parsing. */
const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\]\d]))/.test(text.slice(0, 2000));

export default {
  title: 'A JSON body alone',
  madeBy: 'curl without -i, a program that logs the body',
  recognise(text) {
    if (!looksLikeJson(text) || !/[}\]]\s*$/.test(text.slice(-200))) return 0;
    return strictJson(text) === undefined ? 0 : 0.8;
  },
  read(text) {
    const status = statusInObject(strictJson(text));
    return {
      exchanges: [{ source: { shape: 'json-body' }, text: text.trim(), ...(status !== undefined && { toldStatus: status }) }],
      warnings: ['Only a body was given, without the status line and the header fields: `curl -i` shows them.'],
    };
  },
} satisfies Capture;
