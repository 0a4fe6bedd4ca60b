import type { Capture } from '../model/capture.ts';
import { accessExchange, gathered, loggedUrl, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';

const LINE =
  /(?:^|\s)\S+:\d{1,5} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}\.\d{3}\] (\S+) ([^\s/]+\/[^\s/]+) [-+\d]+(?:\/[-+\d]+){3,4} (-1|[1-5]\d\d) \+?\d+ \S+ \S+ ([A-Za-z-]{4}) [+\d]+(?:\/[+\d]+){4} \d+\/\d+ ((?:\{[^}]{0,2000}\} ){0,2})"(?:([A-Z]{3,16}) (\S+)|<BADREQ>)/;

/** https://docs.haproxy.org/3.0/configuration.html#8.5: what ended the session … */
const ENDED: Record<string, string> = {
  C: 'the client aborted the connection',
  S: 'the server aborted or refused the connection',
  P: 'HAProxy refused or ended the session by its own rules',
  L: 'HAProxy answered by itself',
  R: 'a resource of HAProxy was exhausted',
  I: 'HAProxy found an internal error',
  D: 'HAProxy ended the session because the server went down',
  U: 'HAProxy ended the session because the server came back',
  K: 'an administrator ended the session',
  c: 'the client did not send or take data in time',
  s: 'the server did not answer in time',
};

/** … and what it was doing then. */
const DOING: Record<string, string> = {
  R: 'while it waited for the request',
  Q: 'while the request waited in the queue',
  C: 'while it connected to the server',
  H: "while it waited for the head of the server's response",
  D: 'while data was transferred',
  L: 'while the last data was sent to the client',
  T: 'while the request was held in the tarpit',
};

function wordsOf(state: string, server: string): string {
  const ended = ENDED[state[0]!];
  if (ended === undefined) return '';
  const doing = DOING[state[1]!];
  const where = server.endsWith('/<NOSRV>') ? ' No server was chosen.' : '';
  return `HAProxy's termination state ${state}: ${ended}${doing === undefined ? '' : ` ${doing}`}.${where}`;
}

/** The first captured header field that looks like a host: `capture request header Host` is the usual one. */
const hostIn = (captured: string): string | undefined =>
  captured.split(/[{}|\s]+/).find((field) => /^(?=.*[a-z])[a-z\d](?:[a-z\d-]*\.)+[a-z\d-]*(?::\d{1,5})?$/i.test(field.slice(0, 260)));

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return 'unknown';
  const [, frontend, server, status, state, captured, method, target] = match;
  return accessExchange({
    shape: 'haproxy-log',
    line,
    method,
    // a frontend that speaks TLS is marked with a tilde
    url: target === undefined ? undefined : loggedUrl(target, hostIn(captured!), frontend!.endsWith('~') ? 'https' : undefined),
    status: Number(status),
    text: wordsOf(state!, server!),
  });
}

export default {
  title: "HAProxy's HTTP log",
  madeBy: 'HAProxy with option httplog',
  recognise: (text) => (shareOf(text, (line) => LINE.test(line)) >= 0.5 ? 0.88 : 0),
  read: (text) => gathered(numberedLines(text), told),
} satisfies Capture;
