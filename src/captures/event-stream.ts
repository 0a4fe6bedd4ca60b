import type { Capture } from '../model/capture.ts';
import { isMembers } from '../parse/js-error.ts';
import { objectsIn, strictJson } from '../parse/loose-json.ts';
import { withoutTerminal } from '../parse/pasted.ts';
import { statusInObject } from '../parse/told-status.ts';

/** WHATWG HTML §9.2.6: an event is lines of `field: value` up to an empty line; a line that starts with a colon is a comment. */
const FIELD = /^(?:(?:data|event|id|retry):|:)/;
const FIRST = /^\s*(?:(?:(?:event|id|retry): ?[^\n]{0,500}|: ?[^\n]{0,500})\r?\n\s*){0,8}data: ?(?:[{["[]|\[DONE\])/;

const lines = (text: string): string[] => text.split(/\r?\n/);

/** The events of a stream, each with the data that its lines put together. */
function eventsOf(text: string): { raw: string; name: string; data: string }[] {
  const events = text.split(/\r?\n[ \t]*(?:\r?\n)+/).flatMap((part) => {
    // A stream whose empty lines were lost has one event a line.
    const own = lines(part);
    const many = own.filter((line) => /^data: ?[{[]/.test(line)).length > 1;
    return many ? part.split(/\r?\n(?=(?:event|data):)/) : [part];
  });
  return events.map((raw) => {
    const own = lines(raw);
    const data = own.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).replace(/^ /, ''));
    return { raw, name: /(?:^|\n)event: ?([^\r\n]{0,80})/.exec(raw)?.[1] ?? '', data: data.join('\n') };
  });
}

const KEPT = 30;

export default {
  title: 'A stream of server-sent events alone',
  madeBy: 'curl -N, a program that logs the stream',
  recognise(text) {
    if (!FIRST.test(text.slice(0, 6000))) return 0;
    const own = lines(text.slice(0, 65_536)).filter((line) => line.trim() !== '');
    const fields = own.filter((line) => FIELD.test(line)).length;
    return fields >= 0.6 * own.length ? 0.82 : 0.4;
  },
  read(text) {
    const words = withoutTerminal(text).trim();
    const events = eventsOf(words);
    const failed = events.filter(({ name, data }) => {
      if (/^error$/i.test(name)) return true;
      const value = strictJson(data) ?? (data.includes('error') ? objectsIn(data)[0]?.value : undefined);
      return (
        isMembers(value) &&
        ((value['error'] !== undefined && value['error'] !== null) ||
          value['type'] === 'error' ||
          (typeof value['type'] === 'string' && value['type'].includes('fail')))
      );
    });
    const status = failed.map(({ data }) => statusInObject(objectsIn(data)[0]?.value)).find((code) => code !== undefined);
    const kept = events.length <= KEPT ? words : (failed.length > 0 ? failed : events.slice(-KEPT)).map(({ raw }) => raw).join('\n\n');
    const warnings = ['Only a stream was given, without the status line and the header fields: `curl -i -N` shows them.'];
    if (failed.length === 0) warnings.push('No event of the stream tells an error.');
    return {
      exchanges: [{ source: { shape: 'event-stream' }, ...(status !== undefined && { toldStatus: status }), text: kept }],
      warnings,
    };
  },
} satisfies Capture;
