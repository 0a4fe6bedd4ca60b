/** Files whose bytes are not yet text: compressed as a whole, or HTTP messages with compressed bodies. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readInputFile } from '../src/cli/input.ts';
import { captureText } from '../src/diagnose.ts';
import { UnreadableInput } from '../src/model/capture.ts';

const folder = mkdtempSync(join(tmpdir(), 'encoding-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(...parts: (string | Buffer)[]): string {
  const path = join(folder, 'input');
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return readInputFile(path);
}

const body = JSON.stringify({ error: { message: 'Kein Guthaben mehr: 0,00 €', notes: 'x'.repeat(300) } });
const head = (coding: string, ...fields: string[]): string =>
  ['HTTP/1.1 402 Payment Required', 'Content-Type: application/json', `Content-Encoding: ${coding}`, ...fields, '', ''].join('\r\n');

const codings: [string, (text: string) => Buffer][] = [
  ['gzip', zlib.gzipSync],
  ['x-gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['deflate', zlib.deflateRawSync],
  ['br', zlib.brotliCompressSync],
  ['deflate, gzip', (text) => zlib.gzipSync(zlib.deflateSync(text))],
];

describe('a compressed body', () => {
  test.each(codings)('%s is decoded', async (coding, compress) => {
    const bytes = compress(body);
    expect(read(head(coding), bytes)).toBe(head(coding) + body);
    const { exchanges, warnings } = await captureText(read(head(coding, `Content-Length: ${bytes.length}`), bytes));
    expect(exchanges).toMatchObject([{ response: { status: 402, body } }]);
    expect(warnings).toEqual([]);
  });

  test('behind a request and interim responses is decoded, and what follows it is kept', async () => {
    const bytes = zlib.gzipSync(body);
    const text = read(
      'POST /v1/chat HTTP/1.1\r\nHost: api.example.com\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n',
      'HTTP/1.1 100 Continue\r\n\r\n{}',
      head('gzip', `Content-Length: ${bytes.length}`),
      bytes,
      'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\n\r\n',
    );
    const { exchanges } = await captureText(text);
    expect(exchanges).toMatchObject([{ request: { body: '{}' }, response: { status: 402, body } }, { response: { status: 429 } }]);
  });

  test('in chunks, as it was sent, is decoded', async () => {
    const bytes = zlib.gzipSync(body);
    const chunk = (part: Buffer): Buffer[] => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')];
    const chunks = [...chunk(bytes.subarray(0, 20)), ...chunk(bytes.subarray(20)), Buffer.from('0\r\n\r\n')];
    const { exchanges } = await captureText(read(head('gzip', 'Transfer-Encoding: chunked'), ...chunks));
    expect(exchanges).toMatchObject([{ response: { body } }]);
  });

  test('that curl has decoded already is left alone', () => {
    const text = head('gzip', 'Content-Length: 31') + body;
    expect(read(text)).toBe(text);
  });

  test('that ends early is decoded as far as it goes, and is marked', async () => {
    const noise = Array.from({ length: 4000 }, (_, i) => ((i * 48_271) % 7919).toString(36)).join('');
    const bytes = zlib.gzipSync(`{"error":{"message":"No credits left","trace":"${noise}"}}`);
    const { exchanges } = await captureText(read(head('gzip'), bytes.subarray(0, bytes.length / 2)));
    expect(exchanges).toMatchObject([{ response: { status: 402, truncated: true, body: expect.stringContaining('No credits left') } }]);
  });

  test.each([
    ['gzip', Buffer.from([0x1f, 0x8b, 0xff, 0xff, 0, 0xc3, 0x28])],
    ['compress', Buffer.from([0x1f, 0x9d, 0x90, 0xff, 0])],
  ])('%s that cannot be decoded costs the body and a sentence, not the status', async (coding, bytes) => {
    const { exchanges, warnings } = await captureText(read(head(coding), bytes));
    expect(exchanges).toMatchObject([{ response: { status: 402 } }]);
    expect(exchanges[0]?.response).not.toHaveProperty('body');
    expect(warnings).toEqual([expect.stringContaining(`(${coding})`)]);
  });

  test('zstd is decoded where node can, and told where it cannot', async () => {
    const bytes = Buffer.from('28b52ffd240b590000' + Buffer.from('{"error":1}').toString('hex') + '00000000', 'hex');
    const { exchanges, warnings } = await captureText(read(head('zstd'), bytes));
    expect(exchanges).toMatchObject([{ response: { status: 402 } }]);
    if (!('zstdDecompressSync' in zlib)) expect(warnings).toEqual([expect.stringContaining('(zstd)')]);
  });

  test('that grows beyond 16 MiB is refused', () => {
    const bomb = zlib.gzipSync(Buffer.alloc(17 * 2 ** 20, 'a'));
    expect(() => read(head('gzip'), bomb)).toThrow(/16 MiB/);
  });
});

describe('a file', () => {
  test('that is compressed as a whole is read, also with a mark of UTF-16 inside', () => {
    expect(read(zlib.gzipSync(head('identity') + body))).toBe(head('identity') + body);
    expect(read(zlib.gzipSync(Buffer.from('\ufeffHTTP/1.1 402 x', 'utf16le')))).toBe('HTTP/1.1 402 x');
  });

  test('that only starts like gzip, and any other binary file, is refused in a sentence', () => {
    expect(() => read(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toThrow(UnreadableInput);
    expect(() => read(Buffer.from([0x89, 0x50, 0, 0, 1]))).toThrow(/binary/);
  });

  test('with a head and a body that is an image is refused', () => {
    expect(() => read('HTTP/1.1 402 x\r\nContent-Type: image/png\r\n\r\n', Buffer.from([0x89, 0x50, 0, 0, 1]))).toThrow(/binary/);
  });
});
