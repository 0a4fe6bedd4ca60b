/** Archives that are read piece by piece: what is found in them, what is kept, and what a broken or hostile one does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../src/cli/archives.ts';
import { failingTable, type FailingRow } from '../src/cli/failing-table.ts';
import { hasFailed } from '../src/diagnose.ts';
import { UnreadableInput } from '../src/model/capture.ts';
import { scanHarEntries, type HarEnd } from '../src/parse/har-entries.ts';
import { harExchange } from '../src/parse/har-exchange.ts';
import { plainlyFine } from '../src/parse/har-triage.ts';
import { runCli } from './support/run-cli.ts';
import { zip, type ZipMember } from './support/zip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What the scanner finds in a text that comes in pieces of these sizes, over and over. */
function scanned(text: string, sizes: readonly number[] = [5], maxBytes?: number): { texts: (string | undefined)[]; end: HarEnd } {
  const texts: (string | undefined)[] = [];
  const scan = scanHarEntries((json) => texts.push(json?.toString()), maxBytes);
  const bytes = Buffer.from(text);
  // One piece of memory for all, as a reader has it.
  const piece = Buffer.alloc(Math.max(...sizes));
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const length = bytes.copy(piece, 0, at, at + sizes[i % sizes.length]!);
    scan.push(piece.subarray(0, length));
    at += length;
  }
  return { texts, end: scan.end() };
}

const entriesIn = (text: string): unknown[] => scanned(text).texts.map((json) => JSON.parse(json!) as unknown);

describe('the scanner', () => {
  const trap = fc.constantFrom('entries', 'log', '"entries":[{}]', '\\', '"', '\\"', '[{', '}]', '💳', ',', ':');
  const json = fc.jsonValue({ maxDepth: 4 });
  const value = fc.oneof(json, trap, fc.record({ entries: fc.array(json), log: json, [`\\"`]: trap }));
  const object = fc.dictionary(fc.oneof(trap, fc.string()), value);
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
  const blank = fc.constantFrom(undefined, 1, '\t', '\r\n ');

  test('finds what JSON.parse finds, in pieces of any size', () => {
    const shuffled = fc.tuple(object, object, fc.array(value), fc.boolean(), sizes, blank);
    fc.assert(
      fc.property(shuffled, ([outer, inner, entries, last, pieces, indent]) => {
        const { log: _log, ...around } = outer;
        const { entries: _entries, ...beside } = inner;
        const log = last ? { ...beside, entries } : { entries, ...beside };
        const text = JSON.stringify(last ? { ...around, log } : { log, ...around }, null, indent);
        const { texts, end } = scanned(text, pieces);
        expect(texts.map((each) => JSON.parse(each!) as unknown)).toEqual(
          (JSON.parse(text) as { log: { entries: unknown[] } }).log.entries,
        );
        expect(end).toEqual({ found: true });
      }),
      { numRuns: 300 },
    );
  });

  test('cut off anywhere, it finds the entries before the cut, and says where it was', () => {
    const text = '\ufeff {"a":[{"entries":[0]}],"log":{"x":"\\"[","entries":[ {"a":"}\\\\"} , {"b":[1,{"c":"é"}]}, null ]}}';
    const bytes = Buffer.from(text);
    const whole = scanned(text).texts;
    expect(whole).toHaveLength(3);
    for (let at = 0; at < bytes.length; at += 1) {
      const { texts, end } = scanned(bytes.toString('latin1', 0, at), [3]);
      expect(end.cut, `after ${at} bytes`).toBeDefined();
      expect(texts.length).toBeLessThanOrEqual(3);
    }
    const inside = bytes.indexOf('"b"') + 2;
    const scan = scanHarEntries(() => {});
    scan.push(bytes.subarray(0, inside));
    expect(scan.end()).toEqual({ found: true, cut: { atByte: inside, inEntry: true } });
  });

  test.each([
    [
      'entries of something else',
      '{"entries":[1],"page":{"entries":[2]},"log":{"pages":[{"entries":[3]}],"browser":{"entries":[4]},"entries":[5]}}',
      [5],
    ],
    ['a log that is a value', '{"comment":"log","x":["log",{"entries":[1]}],"log":{"name":"entries","x":[2],"entries":[3]}}', [3]],
    ['keys with escapes', '{"l\\u006fg":{"entr\\u0069es":[7]}}', [7]],
    ['a byte order mark and white space', '\ufeff\r\n\t {\n"log" :\t{ "entries"\r\n: [ 1\n, "a]" , [ ] ]\n}\n}\n', [1, 'a]', []]],
    ['no entries', '{"log":{"entries":[ ]}}', []],
    ['a list without a document', '[{"log":{"entries":[1]}}]', []],
    ['a second document', '{"log":{"entries":[1]}}{"log":{"entries":[2]}}', [1]],
  ])('is not fooled by %s', (_name, text, expected) => {
    expect(entriesIn(text)).toEqual(expected);
  });

  test('passes over an entry that is too large, and goes on after it', () => {
    const text = JSON.stringify({ log: { entries: [{ a: 1 }, { b: 'x'.repeat(200) }, { c: 3 }] } });
    expect(scanned(text, [7], 100).texts).toEqual(['{"a":1}', undefined, '{"c":3}']);
    expect(scanned(text, [4096], 100).texts).toEqual(['{"a":1}', undefined, '{"c":3}']);
  });
});

type Entry = { status?: unknown; body?: string; path?: string; more?: object };
const entryOf = ({ status = 200, body = '{"ok":true}', path = '/v1/x', more = {} }: Entry): object => ({
  startedDateTime: '2026-11-19T15:20:00.000Z',
  request: { method: 'GET', url: `https://api.example.com${path}`, headers: [] },
  response: { status, headers: [], content: { mimeType: 'application/json', text: body } },
  ...more,
});
const harOf = (entries: readonly unknown[]): string => JSON.stringify({ log: { version: '1.2', entries } }, null, 1);

describe('what is not even parsed', () => {
  const word = fc.constantFrom('error', 'errors', 'base_resp', 'errcode', 'error_code', 'success', 'ok', 'data', 'status');
  const member = fc.tuple(word, fc.constantFrom('', ' ', '\n', '\t '), fc.constantFrom('false', 'true', '1', '"x"', '{}'));
  const body = fc.oneof(
    fc
      .tuple(member, fc.constantFrom('', '\n', ' '))
      .map(([[name, space, value], before]) => `{${before}"${name}"${space}:${space}${value}}`),
    fc.constantFrom('event: error\ndata: {}', 'event: message\n\nevent: error\n', 'plain', '"error"', ''),
  );
  const status = fc.constantFrom<unknown>(0, 101, 200, 204, 301, 399, 400, 402, 599, '200', '402', '429 Too Many', null, undefined);
  const escape = fc.boolean();

  test('never failed', () => {
    fc.assert(
      fc.property(fc.tuple(body, status, escape, fc.boolean()), ([text, code, escaped, encoded]) => {
        const content = encoded ? { text: Buffer.from(text).toString('base64'), encoding: 'base64', mimeType: 'text/plain' } : { text };
        const entry = { ...entryOf({}), response: { status: code, headers: [], content } };
        const plain = JSON.stringify(entry);
        // What is written as an escape means the same.
        const json = escaped ? plain.replaceAll('\\"', '\\u0022').replaceAll('rr', '\\u0072\\u0072') : plain;
        const exchange = harExchange(JSON.parse(json))!;
        if (hasFailed(exchange)) expect(plainlyFine(Buffer.from(json)), json).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('is what succeeded, with or without the word error in a text', () => {
    for (const text of ['{"data":"no error at all"}', '{"success":true,"ok" : true}', '<p>error</p>'])
      expect(plainlyFine(Buffer.from(JSON.stringify(entryOf({ body: text }))))).toBe(true);
  });
});

/** A HAR file is read piece by piece from any size on. */
const readHar = (name: string, content: string, entry?: number): ReturnType<typeof readArchive> =>
  readArchive(file(name, content), entry, 0);

describe('a large HAR file', () => {
  const many = Array.from({ length: 60 }, (_, i) => entryOf({ status: i % 20 === 5 ? 402 : 200, path: `/v1/${i + 1}` }));

  test('the failing entries are kept, and the last; all are counted', async () => {
    const archive = await readHar('many.har', harOf(many));
    expect(archive).toMatchObject({ numbers: [6, 26, 46, 60], total: 60, warnings: [] });
    expect(archive!.exchanges.map(({ request, response }) => [request?.url, response?.status])).toEqual([
      ['https://api.example.com/v1/6', 402],
      ['https://api.example.com/v1/26', 402],
      ['https://api.example.com/v1/46', 402],
      ['https://api.example.com/v1/60', 200],
    ]);
    expect(archive!.exchanges[0]!.source).toEqual({ shape: 'har', file: join(folder, 'many.har') });
  });

  test('an entry that was asked for is kept too', async () => {
    const archive = await readHar('asked.har', harOf(many), 7);
    expect(archive!.numbers).toEqual([6, 7, 26, 46, 60]);
  });

  test('an error under a fine status is kept', async () => {
    const archive = await readHar('hidden.har', harOf([entryOf({ body: '{"error":{"code":"x"}}' }), entryOf({})]));
    expect(archive!.numbers).toEqual([1, 2]);
  });

  test('long bodies are cut', async () => {
    const long = harOf([entryOf({ status: 500, body: 'é'.repeat(300_000) })]);
    const [exchange] = (await readHar('long.har', long))!.exchanges;
    expect(exchange!.response).toMatchObject({ status: 500, truncated: true });
    expect(exchange!.response!.body).toHaveLength(256 * 1024);
  });

  test('keys in what is kept are masked', async () => {
    const key = 'sk-test-0000000000example0000000000';
    const request = { method: 'GET', url: 'https://api.example.com/', headers: [{ name: 'Authorization', value: `Bearer ${key}` }] };
    const archive = await readHar('key.har', harOf([entryOf({ status: 401, more: { request } })]));
    expect(JSON.stringify(archive)).not.toContain(key);
  });

  test('what there is too much of is left out, the oldest first, and told', async () => {
    const archive = await readHar(
      'failing.har',
      harOf(Array.from({ length: 5_003 }, (_, i) => entryOf({ status: 500, path: `/${i + 1}` }))),
    );
    expect(archive!.exchanges).toHaveLength(5_000);
    expect(archive!.numbers[0]).toBe(4);
    expect(archive!.warnings).toEqual([expect.stringMatching(/^3 earlier /)]);
  });

  test('cut off, it is read as far as it goes, and that is told', async () => {
    const whole = harOf(many);
    const at = whole.indexOf('/v1/31');
    const archive = await readHar('cut.har', whole.slice(0, at));
    expect(archive).toMatchObject({ numbers: [6, 26, 30], total: 30 });
    expect(archive!.warnings).toEqual([`The HAR file is cut off: it ends at byte ${at}, inside entry 31.`]);
  });

  test('cut off before its first whole entry, it is refused', async () => {
    const whole = harOf(many);
    await expect(readHar('start.har', whole.slice(0, whole.indexOf('/v1/1')))).rejects.toThrow(/cut off: it ends at byte \d+/);
  });

  test('without entries it is refused', async () => {
    await expect(readHar('none.har', harOf([]))).rejects.toThrow(UnreadableInput);
    await expect(readHar('other.har', '{"log":{"pages":[{"entries":[1]}]}}')).rejects.toThrow(UnreadableInput);
  });

  test('entries that are not JSON, or hold nothing, are counted and told', async () => {
    const text = harOf([entryOf({ status: 402 }), 'BROKEN', { comment: 'nothing' }, entryOf({})]).replace('"BROKEN"', '{"status":4 02}');
    const archive = await readHar('broken.har', text);
    expect(archive).toMatchObject({ numbers: [1, 4], total: 4 });
    expect(archive!.warnings).toEqual([
      '1 entry of the HAR file is not valid JSON.',
      '1 entry of the HAR file is without a request and a response.',
    ]);
  });

  test('a smaller one, and a file of another kind, are left to the captures', async () => {
    expect(await readArchive(file('small.har', harOf(many)))).toBeUndefined();
    expect(await readHar('not.json', '{"error":{"log":"x"}}')).toBeUndefined();
    expect(await readHar('text.txt', 'HTTP/1.1 402 Payment Required\n\n')).toBeUndefined();
    expect(await readArchive(join(folder, 'no-such-file'))).toBeUndefined();
    expect(await readArchive(folder)).toBeUndefined();
  });
});

const asked = 'POST https://api.example.com/v1/charges?x=1 HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 2\r\n\r\n{}';
const answered = (status: number, body = '{"ok":1}', ...fields: string[]): string =>
  [`HTTP/1.1 ${status} X`, 'Content-Type: application/json', ...fields, '', body].join('\r\n');
const bytesAfter = (head: string[], body: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
const session = (n: number | string, response: string | Uint8Array, more: Partial<ZipMember> = {}): ZipMember[] => [
  { name: `raw/${n}_c.txt`, content: asked },
  { name: `raw/${n}_s.txt`, content: response, ...more },
  { name: `raw/${n}_m.xml`, content: '<Session><SessionTimers ClientBeginRequest="2026-11-19T16:20:00.1234567+01:00" /></Session>' },
];
const readSaz = (name: string, members: readonly ZipMember[], entry?: number): ReturnType<typeof readArchive> =>
  readArchive(file(name, zip(members)), entry);

describe("Fiddler's archive", () => {
  test('the failing sessions are kept in the order of their numbers, with request and time', async () => {
    const members = [10, 9, 1].flatMap((n) => session(n, answered(n === 1 ? 402 : 200, '{"error_":"none"}')));
    const archive = await readSaz('order.saz', [
      { name: '[Content_Types].xml', content: '' },
      { name: '_index.htm', content: '' },
      ...members,
    ]);
    expect(archive).toMatchObject({ numbers: [1, 3], total: 3, warnings: [] });
    expect(archive!.exchanges[0]).toMatchObject({
      source: { shape: 'saz' },
      request: { method: 'POST', url: 'https://api.example.com/v1/charges?x=1', body: '{}' },
      response: { status: 402, version: '1.1', reason: 'X', body: '{"error_":"none"}' },
      at: '2026-11-19T15:20:00.123Z',
    });
  });

  test('the session that was asked for is kept', async () => {
    const members = ['01', '02', '03'].flatMap((n) => session(n, answered(200)));
    expect((await readSaz('asked.saz', members, 2))!.numbers).toEqual([2, 3]);
  });

  test.each([
    ['gzip', (text: string) => gzipSync(text)],
    ['br', (text: string) => brotliCompressSync(text)],
    ['deflate', (text: string) => deflateRawSync(text)],
  ])('a body that is chunked and packed with %s is text', async (coding, pack) => {
    const packed = pack('{"error":"payé"}');
    const chunk = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
    const body = Buffer.concat([chunk(packed.subarray(0, 5)), chunk(packed.subarray(5)), Buffer.from('0\r\n\r\n')]);
    const response = bytesAfter(['HTTP/1.1 402 X', `Content-Encoding: ${coding}`, 'Transfer-Encoding: chunked'], body);
    const archive = await readSaz(`${coding}.saz`, session(1, response));
    expect(archive!.exchanges[0]!.response!.body).toBe('{"error":"payé"}');
  });

  test('what Fiddler answered itself is no answer of the vendor', async () => {
    const text = '[Fiddler] DNS Lookup for "api.example.invalid" failed. No such host is known';
    const archive = await readSaz('own.saz', session(1, ['HTTP/1.1 502 Fiddler - DNS Lookup Failed', '', text].join('\r\n')));
    expect(archive!.exchanges[0]).toMatchObject({ failure: { kind: 'dns' } });
    expect(archive!.exchanges[0]!.response).toBeUndefined();
  });

  test('a session without a response has failed', async () => {
    const archive = await readSaz('alone.saz', [...session(1, ''), ...session(2, answered(200))]);
    expect(archive).toMatchObject({ numbers: [1, 2], exchanges: [{ failure: { kind: 'other' } }, { response: { status: 200 } }] });
  });

  test('names that lead out of it are not read, and told', async () => {
    const names = ['../../raw/2_s.txt', '/raw/3_s.txt', 'raw/../raw/4_s.txt', 'C:\\raw\\5_s.txt', '..\\raw\\6_s.txt'];
    const archive = await readSaz('names.saz', [...session(1, answered(402)), ...names.map((name) => ({ name, content: answered(500) }))]);
    expect(archive).toMatchObject({ numbers: [1], total: 1 });
    expect(archive!.warnings).toEqual([expect.stringMatching(/^5 files .* leads out/)]);
  });

  test.each([
    ['says so', undefined],
    ['lies about it', 1000],
  ])('a member that unpacks to more than it may, and %s, is left out', async (_name, says) => {
    const bomb = Buffer.concat([Buffer.from(answered(402)), Buffer.alloc(17 * 2 ** 20, 0x20)]);
    const members = [...session(1, answered(402)), ...session(2, bomb, says === undefined ? {} : { says })];
    const archive = await readSaz('bomb.saz', members);
    expect(archive).toMatchObject({ numbers: [1], total: 2 });
    expect(archive!.warnings).toEqual([expect.stringMatching(/^1 file .* 16 MiB/)]);
  });

  test('a body that unpacks to more than it may is not unpacked', async () => {
    const body = gzipSync(Buffer.alloc(17 * 2 ** 20, 0x20));
    const archive = await readSaz('body.saz', session(1, bytesAfter(['HTTP/1.1 402 X', 'Content-Encoding: gzip'], body)));
    expect(archive!.exchanges[0]!.response).toMatchObject({ status: 402 });
    expect(archive!.exchanges[0]!.response!.body).toBeUndefined();
  });

  test('cut off anywhere, it is refused in a sentence', async () => {
    const bytes = zip(session(1, answered(402)));
    for (let at = 4; at < bytes.length; at += 13)
      await expect(readArchive(file('cut.saz', bytes.subarray(0, at))), `after ${at} bytes`).rejects.toThrow(UnreadableInput);
  });

  test('damaged anywhere, it is read or refused in a sentence', async () => {
    const bytes = zip([...session(1, answered(402)), ...session(2, answered(500))]);
    for (let at = 4; at < bytes.length; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged[at] = damaged[at]! ^ 0xff;
      const path = file('damaged.saz', damaged);
      await readArchive(path).catch((error: unknown) => expect(error, `byte ${at}`).toBeInstanceOf(UnreadableInput));
    }
  });

  test.each([
    ['with a password', session(1, answered(402), { encrypted: true }), /password/],
    ['of another kind', [{ name: 'word/document.xml', content: '<x/>' }], /no session archive/],
    ['without members', [], /no session archive/],
  ])('a zip %s is refused', async (_name, members, says) => {
    await expect(readSaz('other.zip', members)).rejects.toThrow(says);
  });
});

describe('on the command line', () => {
  const calls = [
    entryOf({}),
    entryOf({ status: 402, path: '/v1/chat', body: '{"error":{"message":"Insufficient credits"}}' }),
    entryOf({ status: 429, path: `/v1/${'deep/'.repeat(30)}end`, body: '{"error":{"message":"Rate limit exceeded"}}' }),
    entryOf({ status: 404, path: '/v1/\u001b[31mnone', more: { startedDateTime: '2026-11-19T15:21:07Z' } }),
    entryOf({ body: '{"error":null,"data":[]}' }),
  ];
  const run = (args: string[], content = harOf(calls)): ReturnType<typeof runCli> =>
    runCli([file('calls.har', content), '--offline', ...args]);

  test('--list prints a line for each failing exchange, and exits 1', async () => {
    const { code, stdout } = await run(['--list']);
    expect(code).toBe(1);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^n +time +method +host +path +status +cause$/);
    expect(rows[0]).toMatch(/^2 +15:20:00 +GET +\S+ +\/v1\/chat +402 +[a-z-]+$/);
    expect(rows[1]).toMatch(/^3 .* \/v1\/\S*…\S*end +429 +[a-z-]+$/);
    expect(rows[2]).toMatch(/^4 +15:21:07 .*none +404 /);
    expect(rows).toHaveLength(5);
    expect(stdout).not.toContain('\u001b');
    for (const line of [head!, ...rows]) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--list of calls that are fine says so, and exits 0', async () => {
    const { code, stdout } = await run(['--list'], harOf([entryOf({}), entryOf({})]));
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'None of the 2 exchanges failed.\n' });
  });

  test('--all prints a report for each, with a rule between them', async () => {
    const { code, stdout } = await run(['--all']);
    expect(code).toBe(1);
    expect(stdout.split(/\n\n─+\n\n/)).toHaveLength(3);
    expect(stdout).toContain('This is entry 3 of 5.');
  });

  test('--all as JSON prints a document a line', async () => {
    const { code, stdout } = await run(['--all', '--format', 'json']);
    expect(code).toBe(1);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema: number; verdict: { status: number } });
    expect(documents.map(({ schema, verdict }) => [schema, verdict.status])).toEqual([
      [1, 402],
      [1, 429],
      [1, 404],
    ]);
  });

  test('--all where nothing failed reports the last', async () => {
    const { code, stdout } = await run(['--all', '--format', 'json'], harOf([entryOf({}), entryOf({ status: 204, body: '' })]));
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { verdict: object }).verdict).toMatchObject({ cause: 'success', status: 204 });
  });

  test.each([[['--all', '--list']], [['--all', '--entry', '2']], [['--list', '--format', 'json']], [['--list', '--replay']]])(
    '%j do not go together',
    async (args) => {
      expect(await run(args)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--(?:all|list)/) as string });
    },
  );

  test("--entry, --list and the report read Fiddler's archive", async () => {
    const path = file('cli.saz', zip([1, 2, 3].flatMap((n) => session(n, answered(n === 2 ? 402 : 200)))));
    const report = await runCli([path, '--offline', '--format', 'json']);
    expect(report.code).toBe(1);
    expect(JSON.parse(report.stdout)).toMatchObject({ verdict: { status: 402 }, warnings: [expect.stringContaining('entry 2 of 3')] });
    expect(await runCli([path, '--offline', '--entry', '1'])).toMatchObject({ code: 0 });
    expect((await runCli([path, '--offline', '--entry', '4'])).stderr).toContain('the input has 3');
    expect((await runCli([path, '--list'])).stdout).toMatch(/^2 +15:20:00 +POST /m);
  });
});

describe('the table', () => {
  const text = fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.string(),
    fc.constant(`https://${'a'.repeat(70)}.example.com/${'b'.repeat(200)}`),
  );
  const row: fc.Arbitrary<FailingRow> = fc.record(
    {
      number: fc.integer({ min: 1, max: 99_999 }),
      at: fc.constantFrom('2026-11-19T15:20:00.000Z', '2026-11-20T00:00:00.000Z'),
      method: fc.constantFrom('GET', 'DELETE', 'PROPPATCHING'),
      url: text,
      status: fc.constantFrom(402, 599),
      cause: fc.constantFrom('unknown', 'credits-exhausted', 'upstream-credits-exhausted'),
    },
    { requiredKeys: ['number', 'cause'] },
  );

  test('is never wider than the terminal, one printable line for each', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 20, max: 100 }), (rows, width) => {
        const lines = failingTable(rows, width);
        for (const line of lines) expect(line).toMatch(new RegExp(`^[\\x20-\\x7e–…]{1,${width}}$`, 'u'));
        expect(lines.length).toBeGreaterThanOrEqual(rows.length);
      }),
    );
  });

  test('at 40 columns the number, the path, the status and the cause are left', () => {
    const url = 'https://api.example.com/v1/organisations/org_1/payments/pay_2/capture';
    const rows: FailingRow[] = [{ number: 12, at: '2026-11-19T15:20:00Z', method: 'POST', url, status: 402, cause: 'credits-exhausted' }];
    expect(failingTable(rows, 40)).toEqual([' n  path       status  cause', '12  /v1/…ture     402  credits-exhausted']);
  });

  test('days are told where there are several', () => {
    const on = (day: string): FailingRow => ({ number: 1, at: `2026-11-${day}T15:20:00.000Z`, cause: 'unknown' });
    expect(failingTable([on('19'), on('20')], 80)[2]).toContain('2026-11-20 15:20:00');
  });
});
