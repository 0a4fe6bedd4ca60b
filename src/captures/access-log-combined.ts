import type { Capture } from '../model/capture.ts';
import { combinedLine, isTraefiks } from '../parse/combined-line.ts';
import { accessExchange, gathered, loggedUrl, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { withoutTerminal } from '../parse/pasted.ts';

function told({ line, text }: LogLine): Told {
  const read = combinedLine(text);
  if (!read) return 'unknown';
  const { host, method, target, status, at } = read;
  return accessExchange({
    shape: 'access-log-combined',
    line,
    method,
    url: target === undefined ? undefined : loggedUrl(target, host),
    status,
    at,
  });
}

function isOurs(line: string): boolean {
  const read = combinedLine(line);
  return read !== undefined && !isTraefiks(read);
}

export default {
  title: 'An access log in the common or the combined format',
  madeBy: 'nginx and Apache (access.log), with the virtual host in front or not',
  recognise: (text) => (shareOf(text, isOurs) >= 0.5 ? 0.8 : 0),
  read: (text) => gathered(numberedLines(withoutTerminal(text)), told),
} satisfies Capture;
