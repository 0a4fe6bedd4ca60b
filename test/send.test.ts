/** What goes over the wire, what comes back, and where a credential never gets to. */
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../src/evidence/world/failure.ts';
import { send, type SendSettings } from '../src/evidence/world/send.ts';
import { header, type HttpRequest, type HttpResponse } from '../src/model/exchange.ts';
import { sealExchange } from '../src/parse/seal.ts';
import { listen, serve, serveBytes, serveProxy, serveSocks } from './support/loopback.ts';
import { selfSigned } from './support/self-signed.ts';

const KEY = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;

/** Seals a request as a capture's is sealed, and sends it; its own host may have its credentials, unless told otherwise. */
async function ask(request: Partial<HttpRequest> & { url: string }, settings: Partial<SendSettings> = {}) {
  const { request: sealed, secrets } = sealExchange({ source: { shape: 'test' }, request: { method: 'GET', headers: [], ...request } });
  return send(sealed as HttpRequest, secrets, { credentialHosts: [new URL(request.url).host], ...settings });
}

async function answerTo(...asked: Parameters<typeof ask>): Promise<HttpResponse> {
  const sent = await ask(...asked);
  if ('failure' in sent) throw new Error(`${sent.failure.kind}: ${sent.failure.message}`);
  return sent.response;
}

async function failureOn(...asked: Parameters<typeof ask>) {
  const sent = await ask(...asked);
  if ('response' in sent) throw new Error(`answered with ${sent.response.status}`);
  return sent.failure;
}

const auth = { name: 'Authorization', value: `Bearer ${KEY}` };

describe('a request', () => {
  test('goes out as given, and its answer comes back', async () => {
    const server = await serve((_, response) => {
      response.writeHead(402, 'Pay Up', { 'X-Note': ['one', 'two'], 'content-type': 'text/plain; charset=utf-8' }).end('Grüße');
    });
    const response = await answerTo({
      method: 'POST',
      url: `${server.origin}/v1/chat?a=1&b=%20`,
      headers: [
        auth,
        { name: 'X-Tag', value: 'x' },
        { name: 'x-tag', value: 'y' },
        { name: 'Content-Length', value: '999' },
        { name: 'Connection', value: 'close' },
      ],
      body: '{"städte":["Köln"]}',
    });

    const [received] = server.received;
    expect(received).toMatchObject({ method: 'POST', url: '/v1/chat?a=1&b=%20', body: '{"städte":["Köln"]}' });
    expect(received?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(received?.headers['x-tag']).toBe('x, y');
    expect(response).toMatchObject({ status: 402, reason: 'Pay Up', body: 'Grüße' });
    expect(header(response.headers, 'x-note')).toBe('one, two');
    expect(response.truncated).toBeUndefined();
  });

  test('has a User-Agent and an Accept, as any client of this world, and keeps its own', async () => {
    const server = await serve((_, response) => response.end());
    await answerTo({ url: server.origin });
    await answerTo({
      url: server.origin,
      headers: [
        { name: 'user-agent', value: 'own/1' },
        { name: 'accept', value: 'text/csv' },
      ],
    });
    expect(server.received.map(({ headers }) => [headers['user-agent'], headers.accept])).toEqual([
      ['diagnose-http', '*/*'],
      ['own/1', 'text/csv'],
    ]);
    for (const { rawHeaders } of server.received) expect(rawHeaders.filter((name) => /^user-agent$/i.test(name))).toHaveLength(1);
  });

  test('carries credentials in URL and body too', async () => {
    const server = await serve((_, response) => response.end());
    await answerTo({ method: 'POST', url: `${server.origin}/x?api_key=${KEY}`, body: JSON.stringify({ access_token: 'tok$&en-98765' }) });
    expect(server.received[0]).toMatchObject({ url: `/x?api_key=${KEY}`, body: '{"access_token":"tok$&en-98765"}' });
  });

  test("turns a URL's user and password into Basic credentials", async () => {
    const server = await serve(({ headers }, response) => response.setHeader('X-Echo', headers.authorization ?? '').end());
    const response = await answerTo({ url: `http://demo:p%40ss%2Fword@${server.host}/x` });
    expect(server.received[0]).toMatchObject({ url: '/x' });
    expect(server.received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('demo:p@ss/word').toString('base64')}`);
    expect(header(response.headers, 'x-echo')).toBe('Basic [password#1]');
  });

  test('with credentials is not sent to a host that is not in the list', async () => {
    const server = await serve((_, response) => response.end());
    const failure = await failureOn({ url: server.origin, headers: [auth] }, { credentialHosts: ['api.example.com'] });
    expect(failure).toEqual({ kind: 'other', message: `${server.host} may not receive the credentials of this call` });
    expect(server.received).toEqual([]);
  });

  test('whose masks stand for nothing that is known is not sent', async () => {
    const server = await serve((_, response) => response.end());
    const request = { method: 'GET', url: server.origin, headers: [{ name: 'authorization', value: 'Bearer [key#7 sk-or-…a4f2]' }] };
    const sent = await send(request, [], { credentialHosts: [server.host] });
    expect(sent).toEqual({ failure: { kind: 'other', message: 'what [key#7 sk-or-…a4f2] stands for is not known' } });
    expect(server.received).toEqual([]);
  });

  test.each(['', '/v1/chat', 'ftp://127.0.0.1/x', 'http://', `http://${KEY}.example.com/`])('to %j is refused', async (url) => {
    const { request, secrets } = sealExchange({ source: { shape: 'test' }, request: { method: 'GET', url, headers: [] } });
    const sent = await send(request as HttpRequest, secrets, { credentialHosts: ['127.0.0.1'] });
    expect(sent).toMatchObject({ failure: { kind: 'other', message: expect.stringContaining('URL') as string } });
  });

  test('that HTTP does not allow is a failure, not a crash', async () => {
    const server = await serve((_, response) => response.end());
    for (const request of [{ method: 'GE T' }, { headers: [{ name: 'x y', value: '1' }] }, { headers: [{ name: 'x', value: 'a\r\nb' }] }]) {
      expect(await failureOn({ url: server.origin, ...request })).toMatchObject({ kind: 'other' });
    }
    expect(server.received).toEqual([]);
  });

  test('can be served by another origin, as by the demo', async () => {
    const server = await serve((_, response) => response.end('here'));
    const proxy = await serveProxy();
    const response = await answerTo(
      { url: 'https://openrouter.ai/api/v1/credits?x=1', headers: [auth] },
      { origins: { 'https://openrouter.ai': server.origin }, environment: { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url } },
    );
    expect(response.body).toBe('here');
    expect(server.received[0]).toMatchObject({ url: '/api/v1/credits?x=1' });
    expect(proxy.lines).toEqual([]);
  });
});

describe('what comes back', () => {
  test('has masks where the server echoes a credential', async () => {
    const server = await serve(({ headers }, response) => {
      const key = headers.authorization ?? '';
      response.writeHead(401, `No ${key}`, { 'x-echo': key, 'x-encoded': encodeURIComponent(headers['x-api-key'] as string) });
      response.end(JSON.stringify({ message: `Incorrect API key provided: ${key}`, again: headers['x-api-key'] }));
    });
    const odd = 'o"dd/key+with=signs&more';
    const response = await answerTo({ url: server.origin, headers: [auth, { name: 'x-api-key', value: odd }] });
    const all = JSON.stringify(response);
    expect(server.received[0]?.headers['x-api-key']).toBe(odd);
    expect(all).not.toContain(KEY);
    expect(all).not.toContain('with=signs');
    expect(all).not.toContain('with%3Dsigns');
    expect(response.reason).toMatch(/^No Bearer \[key#1 sk-or-…cdef\]$/);
    expect(JSON.parse(response.body as string)).toEqual({
      message: 'Incorrect API key provided: Bearer [key#1 sk-or-…cdef]',
      again: expect.stringMatching(/^\[key#2 /) as string,
    });
  });

  test('has masks for both sides of a Basic credential, and a short password does not tear words apart', async () => {
    const server = await serve((_, response) => response.end('user admin with password abc, abcissa'));
    const value = `Basic ${Buffer.from('admin:abc').toString('base64')}`;
    const response = await answerTo({ url: server.origin, headers: [{ name: 'authorization', value }] });
    expect(response.body).toBe('user admin with password [password#1], abcissa');
  });

  test('has no piece of a credential at its end where it is cut off', async () => {
    const server = await serve((_, response) => response.end(`${'-'.repeat(100)}${KEY}`));
    const response = await answerTo({ url: server.origin, headers: [auth] }, { maxBytes: 140 });
    expect(response).toMatchObject({ truncated: true, body: `${'-'.repeat(100)}[key#1 sk-or-…cdef]` });
  });

  test('is cut at 4 MiB', async () => {
    const server = await serve((_, response) => response.end(Buffer.alloc(10 * 2 ** 20, 'x')));
    const response = await answerTo({ url: server.origin });
    expect(response.body).toHaveLength(4 * 2 ** 20);
    expect(response.truncated).toBe(true);
  });

  test('is whole when it is as long as the limit', async () => {
    const server = await serve((_, response) => response.end('12345'));
    expect(await answerTo({ url: server.origin }, { maxBytes: 5 })).toMatchObject({ body: '12345' });
    expect(await answerTo({ url: server.origin }, { maxBytes: 5 })).not.toHaveProperty('truncated');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is decoded from %s, and a small body that unpacks to a huge one is cut', async (coding, encode) => {
    const server = await serve(({ url }, response) => {
      response
        .writeHead(200, { 'content-encoding': coding })
        .end(encode(url === '/bomb' ? Buffer.alloc(8 * 2 ** 20) : 'Guthaben: 12,50 €'));
    });
    expect(await answerTo({ url: server.origin })).toMatchObject({ body: 'Guthaben: 12,50 €' });
    const bomb = await answerTo({ url: `${server.origin}/bomb` });
    expect(bomb.body).toHaveLength(4 * 2 ** 20);
    expect(bomb.truncated).toBe(true);
  });

  test('may be none in spite of its encoding', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end());
    expect(await answerTo({ method: 'HEAD', url: server.origin })).not.toHaveProperty('truncated');
    expect(await answerTo({ url: server.origin })).toMatchObject({ status: 200, body: '' });
    expect(await answerTo({ url: server.origin })).not.toHaveProperty('truncated');
  });

  test('is asked for in codings that can be decoded, and left out where it cannot', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('??'));
    const response = await answerTo({ url: server.origin, headers: [{ name: 'Accept-Encoding', value: 'gzip, deflate, br;q=0.9, zstd' }] });
    expect(server.received[0]?.headers['accept-encoding']).toBe('gzip, deflate, br;q=0.9');
    expect(response.status).toBe(200);
    expect(response).not.toHaveProperty('body');
  });

  test('is kept as far as it came: broken off, not what its encoding says, or without an end', async () => {
    const brokenOff = await serveBytes('HTTP/1.1 402 Payment Required\r\nContent-Length: 50\r\n\r\n{"error":');
    expect(await answerTo({ url: `http://${brokenOff.host}` })).toMatchObject({ status: 402, body: '{"error":', truncated: true });
    const notGzip = await serveBytes('HTTP/1.1 402 Payment Required\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}');
    expect(await answerTo({ url: `http://${notGzip.host}` })).toMatchObject({ status: 402, truncated: true });
    const endless = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'));
    expect(await answerTo({ url: endless.origin }, { timeoutSeconds: 1 })).toMatchObject({
      status: 200,
      body: 'data: 1\n\n',
      truncated: true,
    });
  });
});

describe('a failure', () => {
  test('is a timeout where nothing comes', async () => {
    const server = await serve(() => {});
    expect(await failureOn({ url: server.origin }, { timeoutSeconds: 0.1 })).toEqual({
      kind: 'timeout',
      message: 'no answer within 0.1 s',
    });
    expect(await failureOn({ url: server.origin, send: { timeoutSeconds: 0.2 } })).toEqual({
      kind: 'timeout',
      message: 'no answer within 0.2 s',
    });
  });

  test('is a reset where the server hangs up', async () => {
    const server = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    expect(await failureOn({ url: `http://${server.host}` })).toMatchObject({ kind: 'reset' });
    const silent = await serveBytes('');
    expect(await failureOn({ url: `http://${silent.host}` })).toMatchObject({ kind: 'reset' });
  });

  test('is a refusal where nobody listens', async () => {
    const { host } = await new Promise<{ host: string }>((resolve) => {
      const server = createTcpServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => resolve({ host: `127.0.0.1:${port}` }));
      });
    });
    expect(await failureOn({ url: `http://${host}` })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('ECONNREFUSED') as string,
    });
    expect(await failureOn({ url: 'http://192.0.2.1', send: { proxy: `http://${host}` } })).toMatchObject({ kind: 'proxy' });
  });

  test('is other where the answer is not HTTP, and never shows a credential', async () => {
    const server = await serveBytes(`${KEY} is no HTTP\r\n\r\n`);
    const failure = await failureOn({ url: `http://${server.host}`, headers: [auth] });
    expect(failure.kind).toBe('other');
    expect(failure.message).not.toContain(KEY);
  });

  test('is TLS where nobody vouches for the certificate, unless it may be insecure', async () => {
    const { host } = await listen(createTlsServer(selfSigned(), (_, response) => response.end('by TLS')));
    expect(await failureOn({ url: `https://${host}` })).toEqual({
      kind: 'tls',
      message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') as string,
    });
    expect(await answerTo({ url: `https://${host}`, send: { insecure: true } })).toMatchObject({ status: 200, body: 'by TLS' });
    const plain = await serveBytes('HTTP/1.1 200 OK\r\n\r\n');
    expect(await failureOn({ url: `https://${plain.host}` })).toMatchObject({ kind: 'tls' });
  });

  test.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['EPIPE', 'reset'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UND_ERR_SOCKS5_AUTH_FAILED', 'proxy'],
    ['HPE_INVALID_CONSTANT', 'other'],
  ])('of code %s is of kind %s', (code, kind) => {
    const error = Object.assign(new Error('words'), { code });
    expect(failureOf(error)).toEqual({ kind, message: `words (${code})` });
    expect(failureOf(Object.assign(new AggregateError([error]), { code }))).toEqual({ kind, message: `words (${code})` });
  });

  test('to reach a proxy is the proxy, and not the API', () => {
    const proxy = new URL('http://proxy.example.com:3128');
    expect(failureOf(Object.assign(new Error('no name'), { code: 'ENOTFOUND', hostname: 'proxy.example.com' }), proxy).kind).toBe('proxy');
    expect(failureOf(Object.assign(new Error('no name'), { code: 'ENOTFOUND', hostname: 'api.example.com' }), proxy).kind).toBe('dns');
  });
});

describe('a redirect', () => {
  const to = (status: number, location: string) => serve((_, response) => response.writeHead(status, { location }).end('moved'));

  test('is an answer like any other, unless it is to be followed', async () => {
    const elsewhere = await serve((_, response) => response.end('there'));
    const server = await to(302, elsewhere.origin);
    expect(await answerTo({ url: server.origin })).toMatchObject({ status: 302, body: 'moved' });
    expect(await answerTo({ url: server.origin, send: { followRedirects: true } })).toMatchObject({ status: 200, body: 'there' });
  });

  test('on the same origin keeps credentials', async () => {
    const server = await serve(({ url }, response) =>
      url === '/b' ? response.end('b') : response.writeHead(307, { location: '/b' }).end(),
    );
    const response = await answerTo({
      method: 'POST',
      url: `${server.origin}/a`,
      headers: [auth],
      body: 'x',
      send: { followRedirects: true },
    });
    expect(response.body).toBe('b');
    expect(server.received[1]).toMatchObject({ method: 'POST', url: '/b', body: 'x' });
    expect(server.received[1]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test('to another host, port or scheme takes no credential along, nor does the way back', async () => {
    const back: string[] = [];
    const other = await serve((_, response) => response.writeHead(302, { location: back[0] as string }).end());
    const server = await serve(({ url }, response) =>
      url === '/back' ? response.end('done') : response.writeHead(302, { location: `${other.origin}/in` }).end(),
    );
    back.push(`${server.origin}/back`);
    const response = await answerTo(
      {
        url: `${server.origin}/a?api_key=${KEY}`,
        headers: [
          auth,
          { name: 'Cookie', value: 'session=c00kie-value-1' },
          { name: 'X-Vendor', value: 'plain' },
          { name: 'X-Custom', value: `id ${KEY}` },
          { name: 'Host', value: server.host },
          { name: 'X-Harmless', value: 'stays' },
        ],
        send: { followRedirects: true },
      },
      { credentialHeaders: ['x-vendor'] },
    );
    expect(response.body).toBe('done');
    const [first, last] = server.received;
    expect(first?.headers.cookie).toBe('session=c00kie-value-1');
    for (const received of [other.received[0], last]) {
      expect(JSON.stringify(received)).not.toMatch(/sk-or|c00kie/);
      expect(received?.headers).not.toHaveProperty('x-vendor');
      expect(received?.headers['x-harmless']).toBe('stays');
    }
    expect(other.received[0]?.headers.host).toBe(other.host);
  });

  test('is not followed where it would carry a credential elsewhere in the URL or in the body', async () => {
    const other = await serve((_, response) => response.end('got it'));
    const inUrl = await to(302, `${other.origin}/?k=${KEY}`);
    const response = await answerTo({ url: inUrl.origin, headers: [auth], send: { followRedirects: true } });
    expect(response.status).toBe(302);
    expect(header(response.headers, 'location')).toBe(`${other.origin}/?k=[key#1 sk-or-…cdef]`);
    const inBody = await to(307, other.origin);
    const body = JSON.stringify({ api_key: KEY });
    expect(await answerTo({ method: 'POST', url: inBody.origin, body, send: { followRedirects: true } })).toMatchObject({ status: 307 });
    expect(other.received).toEqual([]);
  });

  test.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [302, 'PUT', 'PUT'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ])('%i turns a %s into a %s', async (status, method, after) => {
    const server = await serve(({ url }, response) =>
      url === '/b' ? response.end() : response.writeHead(status, { location: '/b' }).end(),
    );
    const body = method === 'HEAD' ? {} : { body: 'x', headers: [{ name: 'Content-Type', value: 'text/plain' }] };
    await answerTo({ method, url: `${server.origin}/a`, ...body, send: { followRedirects: true } });
    const isKept = after === method && method !== 'HEAD';
    expect(server.received[1]).toMatchObject({ method: after, body: isKept ? 'x' : '' });
    expect(server.received[1]?.headers['content-type']).toBe(isKept ? 'text/plain' : undefined);
  });

  test('is followed ten times', async () => {
    const server = await serve(({ url }, response) => response.writeHead(302, { location: `/${Number(url.slice(1)) + 1}` }).end());
    expect(await failureOn({ url: `${server.origin}/0`, send: { followRedirects: true } })).toEqual({
      kind: 'other',
      message: 'more than 10 redirects',
    });
    expect(server.received).toHaveLength(11);
  });

  test.each(['file:///etc/passwd', 'http://', ''])('to %j is not followed', async (location) => {
    const server = await to(302, location);
    expect(await answerTo({ url: server.origin, send: { followRedirects: true } })).toMatchObject({ status: 302 });
  });
});

describe('a proxy', () => {
  test('of the environment gets the whole URL for http, and nothing where NO_PROXY says so', async () => {
    const proxy = await serveProxy();
    const server = await serve((_, response) => response.end('direct'));
    const environment = { HTTP_PROXY: proxy.url, HTTPS_PROXY: 'http://127.0.0.1:1' };
    expect(await answerTo({ url: `${server.origin}/x?y=1` }, { environment })).toMatchObject({ body: 'by the proxy' });
    expect(await answerTo({ url: server.origin }, { environment: { ...environment, NO_PROXY: 'localhost,127.0.0.1' } })).toMatchObject({
      body: 'direct',
    });
    expect(await answerTo({ url: server.origin }, { environment: { ...environment, http_proxy: '' } })).toMatchObject({ body: 'direct' });
    expect(await answerTo({ url: server.origin }, { environment: { HTTPS_PROXY: proxy.url } })).toMatchObject({ body: 'direct' });
    expect(proxy.lines).toEqual([`GET ${server.origin}/x?y=1`]);
  });

  test("makes a tunnel for https, in which the certificate is the API's", async () => {
    const proxy = await serveProxy();
    const { host } = await listen(createTlsServer(selfSigned(), (_, response) => response.end('by TLS')));
    const environment = { https_proxy: proxy.url };
    expect(await failureOn({ url: `https://${host}/x` }, { environment })).toMatchObject({ kind: 'tls' });
    expect(await answerTo({ url: `https://${host}/x`, send: { insecure: true } }, { environment })).toMatchObject({ body: 'by TLS' });
    expect(proxy.lines).toEqual([`CONNECT ${host}`, `CONNECT ${host}`]);
  });

  test("of the request goes before that of the environment, with its own credentials and none of the API's", async () => {
    const proxy = await serveProxy();
    const { host } = await listen(createTlsServer(selfSigned(), (_, response) => response.end('by TLS')));
    const options = { insecure: true, proxy: `demo:pr0xy-password@127.0.0.1:${proxy.port}` };
    const response = await answerTo(
      { url: `https://${host}`, headers: [auth], send: options },
      { environment: { HTTPS_PROXY: 'http://127.0.0.1:1' } },
    );
    expect(response.body).toBe('by TLS');
    expect(proxy.credentials).toEqual([`Basic ${Buffer.from('demo:pr0xy-password').toString('base64')}`]);
  });

  test('may speak SOCKS5', async () => {
    const socks = await serveSocks();
    const server = await serve((_, response) => response.end('through socks'));
    expect(await answerTo({ url: server.origin, send: { proxy: `socks5h://demo:p%40ss-word@${socks.host}` } })).toMatchObject({
      body: 'through socks',
    });
    expect(socks.targets).toEqual([server.host]);
    expect(socks.logins).toEqual(['demo:p@ss-word']);
    const { host } = await listen(createTlsServer(selfSigned(), (_, response) => response.end('by TLS')));
    const proxy = `socks5://${socks.host}`;
    expect(await answerTo({ url: `https://${host}`, send: { insecure: true, proxy } })).toMatchObject({ body: 'by TLS' });
    expect(await failureOn({ url: `https://${host}`, send: { proxy } })).toMatchObject({ kind: 'tls' });
  });

  test('that wants credentials, stays silent or cannot be used is a failure of the proxy', async () => {
    const wants = await serveBytes('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    for (const url of ['http://api.example.com', 'https://api.example.com']) {
      const failure = await failureOn({ url, send: { proxy: `http://${wants.host}` } });
      expect(failure).toEqual({ kind: 'proxy', message: `the proxy ${wants.host} answered with status 407` });
    }
    const named = await failureOn(
      {
        url: 'http://api.example.com',
        headers: [{ name: 'x-api-key', value: wants.host }],
        send: { proxy: `http://${wants.host}` },
      },
      { credentialHosts: ['api.example.com'] },
    );
    expect(named.message).toBe('the proxy [key#1] answered with status 407');
    const silent = await listen(createTcpServer());
    expect(
      await failureOn({ url: 'https://api.example.com', send: { proxy: `http://${silent.host}` } }, { timeoutSeconds: 0.2 }),
    ).toMatchObject({ kind: 'timeout' });
    expect(await failureOn({ url: 'http://api.example.com', send: { proxy: 'socks4://127.0.0.1:1' } })).toMatchObject({ kind: 'proxy' });
    expect(await failureOn({ url: 'http://api.example.com', send: { proxy: 'http://[' } })).toMatchObject({ kind: 'proxy' });
  });
});
