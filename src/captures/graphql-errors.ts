import type { Capture } from '../model/capture.ts';
import { isMembers } from '../parse/js-error.ts';
import { strictJson } from '../parse/loose-json.ts';
import { statusInObject } from '../parse/told-status.ts';

/** GraphQL over HTTP: a response has `errors`, each with a `message`, and mostly `data` (null), `path`, `locations`, `extensions`. */
function isGraphql(value: unknown): boolean {
  if (!isMembers(value)) return false;
  const { errors } = value;
  if (!Array.isArray(errors) || errors.length === 0) return false;
  if (!errors.every((error) => isMembers(error) && typeof error['message'] === 'string')) return false;
  const marks = ['extensions', 'locations', 'path'];
  return errors.some((error) => isMembers(error) && marks.some((mark) => mark in error)) || 'data' in value;
}

export default {
  title: 'A GraphQL response with errors',
  madeBy: 'a GraphQL API, which says 200 to a query that failed',
  recognise(text) {
    if (!/"errors"\s{0,4}:\s{0,4}\[/.test(text) || !/^\s*\{/.test(text) || !/\}\s*$/.test(text.slice(-200))) return 0;
    return isGraphql(strictJson(text)) ? 0.86 : 0;
  },
  read(text) {
    const value = strictJson(text);
    const status = isMembers(value) ? statusInObject(value['errors']) : undefined;
    return {
      exchanges: [{ source: { shape: 'graphql-errors' }, text: text.trim(), ...(status !== undefined && { toldStatus: status }) }],
      warnings: ['Only a body was given, without the status line and the header fields: `curl -i` shows them.'],
    };
  },
} satisfies Capture;
