/** The way to a host, tried on loopback: what each stage tells, and that nothing but a connection reaches the host. */
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import probe from '../src/evidence/network-path.ts';
import { gather } from '../src/evidence/world/gather.ts';
import type { NetworkPath } from '../src/model/network-path.ts';
import type { Machine } from '../src/model/probe.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { listen } from './support/loopback.ts';
import { selfSigned } from './support/self-signed.ts';

const machine = (environment: Machine['environment'] = {}): Machine => ({
  environment,
  platform: 'linux',
  home: '/nowhere',
  folder: '/nowhere',
  files: {},
});
const KEY = 'sk-demo-0123456789abcdef0123456789abcdef';
const callTo = (url: string) => ({
  exchange: sealExchange({
    source: { shape: 'test' },
    request: { method: 'POST', url, headers: [{ name: 'Authorization', value: `Bearer ${KEY}` }], body: '{}' },
  }),
});

async function look(url: string, environment?: Machine['environment'], signal?: AbortSignal): Promise<NetworkPath> {
  const path = await probe.look(callTo(url), machine(environment), signal);
  if ('skip' in path) throw new Error(path.skip);
  return path;
}

/** Counts what was sent over the connections of a server. */
function countBytes(server: { on(event: 'connection', listener: (socket: Socket) => void): unknown }): {
  connections: number;
  bytes: number;
} {
  const count = { connections: 0, bytes: 0 };
  server.on('connection', (socket: Socket) => {
    count.connections++;
    socket.on('data', (data) => (count.bytes += data.length));
  });
  return count;
}

test('an open port without TLS: connected, and nothing is sent', async () => {
  const server = createServer((_, response) => response.end());
  const count = countBytes(server);
  const { host, port } = await listen(server);
  const path = await look(`http://${host}/v1?key=${KEY}`);
  expect(path).toMatchObject({ host: '127.0.0.1', port, names: { addresses: ['127.0.0.1'] }, connection: { address: '127.0.0.1' } });
  expect(path.tls).toBeUndefined();
  expect(count).toEqual({ connections: 1, bytes: 0 });
  expect(JSON.stringify(path)).not.toContain(KEY);
});

test('a certificate that nobody vouches for: who signed it, until when, and no request', async () => {
  let requests = 0;
  const server = createTlsServer(selfSigned(), (_, response) => {
    requests++;
    response.end();
  });
  const { host } = await listen(server);
  const { tls } = await look(`https://${host}/v1`);
  expect(tls).toMatchObject({
    subject: { name: '127.0.0.1' },
    issuer: { name: '127.0.0.1' },
    root: { name: '127.0.0.1' },
    knownRoot: false,
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: '2090-01-01T00:00:00.000Z',
    error: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  expect(requests).toBe(0);
});

test('a server that speaks no TLS, and one that hangs up', async () => {
  const plain = await listen(createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  expect((await look(`https://${plain.host}/`)).tls?.failure?.kind).toMatch(/^(?:tls|reset)$/);
  const closing = await listen(createTcpServer((socket) => socket.destroy()));
  expect((await look(`https://${closing.host}/`)).tls?.failure).toMatchObject({ kind: 'reset' });
});

test('a port that nobody listens on, on every address of the name', async () => {
  const path = await look('http://localhost:1/v1');
  expect(path.connection?.failure).toMatchObject({ kind: 'refused' });
  expect(path.tls).toBeUndefined();
});

test('a name that does not resolve ends the look', async () => {
  const path = await look('https://api.example.invalid/v1');
  expect(path.names.failure).toMatchObject({ kind: 'dns' });
  expect(path.connection).toBeUndefined();
});

test('Ctrl-C ends a handshake that hangs', async () => {
  const interruption = new AbortController();
  const server = createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => interruption.abort());
  });
  const { host } = await listen(server);
  await expect(look(`https://${host}/`, {}, interruption.signal)).rejects.toThrow('interrupted');
});

test('offline it is not asked, and online it goes to the host alone, past the proxies', async () => {
  const server = createServer((_, response) => response.end());
  const count = countBytes(server);
  const { host } = await listen(server);
  const proxy = createServer((_, response) => response.end());
  const proxied = countBytes(proxy);
  const { port } = await listen(proxy);
  const environment = { http_proxy: `http://user:${KEY}@127.0.0.1:${port}` };
  const options = { now: () => new Date('2026-11-20T12:00:00Z'), machine: machine(environment) };
  const offline = await gather({ 'network-path': probe }, callTo(`http://${host}/`), { ...options, offline: '--offline' });
  expect(offline.answers['network-path']).toEqual({ outcome: 'not-asked', why: '--offline' });
  expect(count.connections).toBe(0);
  const { answers } = await gather({ 'network-path': probe }, callTo(`http://${host}/`), options);
  expect(answers['network-path']).toMatchObject({
    outcome: 'answered',
    data: { curlProxy: { variable: 'http_proxy', proxy: `http://127.0.0.1:${port}` } },
  });
  expect([count.connections, proxied.connections]).toEqual([1, 0]);
  expect(JSON.stringify(answers)).not.toContain(KEY);
});

test.each([
  ['https', 'HTTPS_PROXY', true],
  ['https', 'http_proxy', false],
  ['http', 'http_proxy', true],
  // curl(1): in capitals a CGI request could set it.
  ['http', 'HTTP_PROXY', false],
  ['http', 'ALL_PROXY', true],
])('which variables curl follows: %s, %s', async (scheme, variable, follows) => {
  const { curlProxy } = await look(`${scheme}://127.0.0.1:1/`, { [variable]: 'http://proxy.example.com:3128' });
  expect(curlProxy?.variable).toBe(follows ? variable : undefined);
});

test.each([
  ['api.example.invalid', true],
  ['.example.invalid', true],
  ['*', true],
  ['example.invalid:443', true],
  ['notexample.invalid', false],
  ['ple.invalid', false],
])('NO_PROXY: %s', async (entries, bypassed) => {
  const environment = { HTTPS_PROXY: 'proxy.example.com:3128', NO_PROXY: `localhost, ${entries}` };
  expect((await look('https://api.example.invalid/', environment)).bypassed ?? false).toBe(bypassed);
});
