/** HTTP messages as people keep them: where each starts, what its head says, and where its body ends. */
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { header } from '../src/model/exchange.ts';
import { parseHttpMessages, requestLine, requestUrl, startsWithMessage, statusLine } from '../src/parse/http-head.ts';

const bodies = (text: string) => parseHttpMessages(text).messages.map(({ body }) => body);
const starts = (text: string) => parseHttpMessages(text).messages.map(({ start }) => ('status' in start ? start.status : start.method));

describe('start lines', () => {
  test.each([
    ['HTTP/1.1 402 Payment Required', { version: '1.1', status: 402, reason: 'Payment Required' }],
    ['HTTP/1.0 200 OK', { version: '1.0', status: 200, reason: 'OK' }],
    ['HTTP/2 402', { version: '2', status: 402 }],
    ['HTTP/2 402 ', { version: '2', status: 402 }],
    ['HTTP/3 529 ', { version: '3', status: 529 }],
    ['HTTP/2.0 503 Service Unavailable', { version: '2.0', status: 503, reason: 'Service Unavailable' }],
  ])('%j is a status line', (line, expected) => {
    expect(statusLine(line)).toEqual(expected);
    expect(startsWithMessage(`\n${line}\r\n`)).toBe(true);
  });

  test.each(['HTTP/1.1 40', 'HTTP/1.1 4021 x', 'HTTP/1.1 200OK', 'http 402', 'The HTTP/1.1 402 answer', 'HTTP/x 402'])(
    '%j is none',
    (line) => {
      expect(statusLine(line)).toBeUndefined();
      expect(startsWithMessage(line)).toBe(false);
    },
  );

  test('a request line is a method, a target and a version', () => {
    expect(requestLine('POST /v1/chat?x=1 HTTP/1.1')).toEqual({ method: 'POST', target: '/v1/chat?x=1', version: '1.1' });
    expect(requestLine('M-SEARCH * HTTP/2')).toEqual({ method: 'M-SEARCH', target: '*', version: '2' });
    expect(requestLine('POST /v1/chat')).toBeUndefined();
    expect(requestLine('see GET /v1/chat HTTP/1.1')).toBeUndefined();
  });

  test.each([
    ['GET /v1 HTTP/1.1', 'api.example.com', 'https://api.example.com/v1'],
    ['GET http://api.example.com/v1 HTTP/1.1', 'proxy.example.com', 'http://api.example.com/v1'],
    ['CONNECT api.example.com:443 HTTP/1.1', 'proxy.example.com', 'https://api.example.com/'],
    ['GET / HTTP/1.1', 'localhost:8080', 'http://localhost:8080/'],
    ['GET /v1 HTTP/1.1', '', undefined],
    ['GET /v1 HTTP/1.1', 'api.example.com/@evil', undefined],
  ])('%j to host %j is a call of %j', (line, host, url) => {
    expect(requestUrl(requestLine(line)!, host === '' ? [] : [{ name: 'host', value: host }])).toBe(url);
  });
});

describe('heads', () => {
  test('keep the order, the case and every line of their fields; a folded line goes on', () => {
    const [message] = parseHttpMessages(
      'HTTP/1.1 402 x\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Long:\r\n one\r\n\ttwo: 2 \r\nEmpty:\r\n\r\n',
    ).messages;
    expect(message?.headers).toEqual([
      { name: 'Set-Cookie', value: 'a=1' },
      { name: 'set-cookie', value: 'b=2' },
      { name: 'X-Long', value: 'one two: 2' },
      { name: 'Empty', value: '' },
    ]);
  });

  test('have no pseudo-header fields: the authority is the host', () => {
    const [message] = parseHttpMessages(
      'POST /v1 HTTP/2\n:method: POST\n:authority: api.example.com\n:path: /v1\nAccept: */*\n\n',
    ).messages;
    expect(message?.headers).toEqual([
      { name: 'Host', value: 'api.example.com' },
      { name: 'Accept', value: '*/*' },
    ]);
  });

  test('end at a line that is no field, where the blank line was lost', () => {
    expect(parseHttpMessages('HTTP/2 402\ndate: today\n{"error":"a: b"}\n').messages).toMatchObject([
      { headers: [{ name: 'date' }], body: '{"error":"a: b"}\n' },
    ]);
    expect(bodies('HTTP/2 402\n{"error":1}')).toEqual(['{"error":1}']);
  });

  test('are found behind other text, which is given back', () => {
    const { before, messages } = parseHttpMessages('I get this:\n\nHTTP/1.1 402 x\nA: b\n\nbody');
    expect(before).toBe('I get this:\n\n');
    expect(messages).toMatchObject([{ line: 3, body: 'body' }]);
    expect(parseHttpMessages('It says HTTP/1.1 402 x\nand no more').messages).toEqual([]);
  });
});

describe('bodies', () => {
  const quoting = 'see\nHTTP/1.1 500 Oops\nA: b\n\nend\n';

  test.each([
    ['as sent', `HTTP/1.1 402 x\r\nContent-Length: ${quoting.length}\r\n\r\n${quoting}HTTP/1.1 200 OK\r\nB: c\r\n\r\n`],
    ['with the CRs of the head lost', `HTTP/1.1 402 x\nContent-Length: ${quoting.length}\n\n${quoting}\nHTTP/1.1 200 OK\nB: c\n\n`],
    ['with CRs lost in the body too', `HTTP/1.1 402 x\nContent-Length: ${quoting.length + 5}\n\n${quoting}HTTP/1.1 200 OK\nB: c\n\n`],
    ['with CRs added', `HTTP/1.1 402 x\nContent-Length: ${quoting.length}\n\n${quoting}HTTP/1.1 200 OK\nB: c\n\n`.replaceAll('\n', '\r\n')],
  ])('end where their length says, whatever they quote: %s', (_name, text) => {
    expect(starts(text)).toEqual([402, 200]);
    expect(bodies(text)[0]!.replaceAll('\r', '')).toBe(quoting);
  });

  test('count in bytes, not in characters', () => {
    const body = '{"fehler":"Guthaben: 0,00 €"}\nHTTP/2 500 \na: b\n';
    expect(bodies(`HTTP/2 402\ncontent-length: ${Buffer.byteLength(body)}\n\n${body}HTTP/2 200 \nc: d\n\n`)).toEqual([body, '']);
  });

  test('without a length end at the next message, also on the same line', () => {
    expect(bodies('HTTP/2 402 \na: b\n\n{"n":1}HTTP/2 403 \na: b\n\n{"n":2}\n\nHTTP/1.1 500 x\na: b\n\n{"n":3}')).toEqual([
      '{"n":1}',
      '{"n":2}',
      '{"n":3}',
    ]);
  });

  test('keep a status line that no field follows, or that stands in a sentence', () => {
    const body = 'HTTP/1.1 502 Bad Gateway\n\nis what "HTTP/1.1 502 Bad Gateway\nVia: x" means: HTTP/1.1 502\nVia: y\n';
    expect(bodies(`HTTP/1.1 402 x\nA: b\n\nThe log:\n${body}`)).toEqual([`The log:\n${body}`]);
  });

  test('that a length does not fit are all that there is', () => {
    const head = (length: string) => `HTTP/2 402\ncontent-length: ${length}\n\n`;
    expect(bodies(`${head('3')}{"error":"longer"}`)).toEqual(['{"error":"longer"}']);
    expect(bodies(`${head('1000')}HTTP/2 200\ncontent-length: 20\n\n`)).toEqual(['', '']);
    expect(bodies(`${head('nonsense')}{}`)).toEqual(['{}']);
  });

  test('are cut short where more is missing than a copy loses', () => {
    const cut = (head: string, body: string) => parseHttpMessages(`HTTP/1.1 200 OK\n${head}\n\n${body}`).messages[0]?.truncated;
    expect(cut('Content-Length: 500', '{"error":"the rest')).toBe(true);
    expect(cut('Content-Length: 21', '{"error":\n"all of"}')).toBe(false);
    expect(cut('Content-Length: 500', '')).toBe(false);
    expect(cut('Content-Length: 500\nContent-Encoding: br', '{"error":"decoded"}')).toBe(false);
    expect(cut('Transfer-Encoding: chunked', '5\nabcde\n20\nabc')).toBe(true);
    expect(cut('Transfer-Encoding: chunked', '{"error":"all"}')).toBe(false);
  });

  test('lose a chunked framing that is still there, and are left alone where it is not', () => {
    const chunked = (body: string) => bodies(`HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\n\n${body}`)[0];
    expect(chunked('3\r\nabc\r\n4;x="1"\r\nd€\r\n0\r\nTrailer: 1\r\n\r\n')).toBe('abcd€');
    expect(chunked('3\nabc\n2\nde\n0\n\n')).toBe('abcde');
    expect(chunked('{"a":1}')).toBe('{"a":1}');
    expect(chunked('12 apples\nand more')).toBe('12 apples\nand more');
    expect(chunked('3\nabcdef\n0\n')).toBe('3\nabcdef\n0\n');
  });

  test('that a server sends come out as it wrote them', async () => {
    const written = ['first €\n', 'HTTP/1.1 500 quoted\nA: b\n\n', '{"last":true}'];
    const answers: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(402, { 'content-type': 'text/plain' }).end(written.join('')),
      (response) => {
        response.writeHead(402, { 'content-type': 'text/plain' });
        for (const part of written) response.write(part);
        response.end();
      },
    ];
    let asked = 0;
    const server = createServer((_request, response) => answers[asked++]!(response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const raw = await new Promise<string>((done, fail) => {
      const chunks: Buffer[] = [];
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', fail);
      socket.on('close', () => done(Buffer.concat(chunks).toString()));
    });
    server.close();
    const { messages } = parseHttpMessages(raw);
    expect(messages[0]).toMatchObject({ start: { status: 402 }, truncated: false });
    expect(messages[0]?.body).toBe(written.join(''));
    expect(header(messages.at(-1)?.headers, 'transfer-encoding')).toBe('chunked');
  });
});

test('every message that is written is found again', () => {
  const field = fc.record({
    name: fc.stringMatching(/^X-[A-Za-z0-9-]{0,12}$/),
    value: fc.stringMatching(/^(?:[!-~](?:[ -~]{0,20}[!-~])?)?$/),
  });
  const body = fc.string({
    unit: fc.constantFrom('a', '€', '\n', ' ', '{', '"', ':', '0', '\r\n', 'HTTP/1.1 200 OK\nA: b\n'),
    maxLength: 12,
  });
  const message = fc.record({ status: fc.integer({ min: 200, max: 599 }), fields: fc.array(field, { maxLength: 4 }), body });
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 4 }), (written) => {
      const text = written
        .map(({ status, fields, body: content }) => {
          const lines = [...fields.map(({ name, value }) => `${name}: ${value}`), `Content-Length: ${Buffer.byteLength(content)}`];
          return `HTTP/1.1 ${status} Some reason\r\n${lines.join('\r\n')}\r\n\r\n${content}`;
        })
        .join('');
      const { messages } = parseHttpMessages(text);
      expect(
        messages.map(({ start, headers, body: content }) => ({ ...start, fields: headers.slice(0, -1), body: content.trim() })),
      ).toEqual(
        written.map(({ status, fields, body: content }) => ({
          version: '1.1',
          reason: 'Some reason',
          status,
          fields,
          body: content.trim(),
        })),
      );
    }),
  );
});
