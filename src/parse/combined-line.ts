/** A line of the Common Log Format and what is built on it: nginx's and Apache's combined format, Traefik's. */
import { logTime } from './log-time.ts';

export type CombinedLine = {
  /** The virtual host that stands before the client's address, with its port where one is told. */
  host?: string;
  method?: string;
  target?: string;
  status: number;
  at?: string;
  /** What follows the byte count. */
  rest: string;
};

/** `kubectl logs --prefix` puts the pod before it. */
const LINE =
  /^(?:\[pod\/[^\]\s]{1,500}\] )?([^[\]"]{1,1000}) \[(\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\] "((?:[^"\\]|\\.)*)" ([1-5]\d\d) (?:\d+|-)(?=\s|$)(.*)$/;
const REQUEST = /^([A-Z]{3,16}) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/;
const HOST = /^(?=.*[.:])(?:[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?|\[[\da-f:]+\])(?::\d{1,5})?$/i;

/** Reads such a line; undefined where it is none. A request that is no HTTP (a TLS hello on a plain port) has no method. */
export function combinedLine(line: string): CombinedLine | undefined {
  const match = LINE.exec(line);
  if (!match) return undefined;
  const [, head, time, asked, status, rest] = match;
  const request = REQUEST.exec(asked!);
  // the address, the identity and the user stand last
  const host = head!.trim().split(/\s+/).at(-4);
  const at = logTime(time);
  return {
    ...(host !== undefined && HOST.test(host) && { host }),
    ...(request && { method: request[1]!, target: request[2]! }),
    status: Number(status),
    ...(at !== undefined && { at }),
    rest: rest!,
  };
}

/** What Traefik adds: the count of requests, the router, the server's URL, the duration. */
export const isTraefiks = ({ rest }: CombinedLine): boolean => /^ "[^"]*" "[^"]*" (?:\d+|-) "[^"]*" "[^"]*" \d+ms$/.test(rest);
