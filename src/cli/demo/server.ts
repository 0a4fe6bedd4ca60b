/** The demo's server: one scenario, on loopback, for `diagnose demo` and for a curl of your own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scenario, ServedResponse } from './scenarios.ts';

export type Demo = {
  /** Where it listens: "http://127.0.0.1:40213". */
  origin: string;
  /** Ends the server and every connection to it. */
  close: () => Promise<void>;
};

/**
 * Serves a scenario's response at its path, whatever the method is, and its balance and status page where it has them.
 * Rejects where no port on loopback can be had.
 */
export async function startDemo(scenario: Scenario): Promise<Demo> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => write(response, answerOf(scenario, request)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function answerOf(scenario: Scenario, request: IncomingMessage): ServedResponse {
  const { path, response, revalidated, balance, statusPage } = scenario;
  const asked = (request.url ?? '/').split('?')[0];
  if (asked === path) return revalidated && asksPastCaches(request) ? revalidated : response;
  const other = [balance, statusPage].find((document) => document?.path === asked);
  if (other) return { status: 200, headers: { 'content-type': 'application/json' }, body: other.body };
  const message = `The demo "${scenario.id}" serves ${path}, and nothing at this path.`;
  return { status: 404, headers: { 'content-type': 'application/json' }, body: { error: { message } } };
}

/** A new query is a new key to a cache; the fields are those of RFC 9111 §5.2.1.4 and §5.4. */
const asksPastCaches = ({ url = '', headers }: IncomingMessage): boolean =>
  url.includes('?') || /\bno-cache\b/i.test(`${headers['cache-control']} ${headers.pragma}`);

function write(response: ServerResponse, { status, headers, body }: ServedResponse): void {
  const text = JSON.stringify(body);
  const fields = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : secondsFromNow(value.inSeconds),
  ]);
  response.writeHead(status, { ...Object.fromEntries(fields), 'content-length': Buffer.byteLength(text) }).end(text);
}

const secondsFromNow = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
