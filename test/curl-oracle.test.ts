/**
 * The same command lines, given to a real bash with a real curl, and to our reading of them: what a server on loopback
 * receives from curl is what the reading must say.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../src/model/exchange.ts';
import { readCurl } from '../src/parse/curl-arguments.ts';
import { readTranscript } from '../src/parse/curl-transcript.ts';

type Seen = { method: string; target: string; headers: Record<string, string>; body: string };
type Ran = { line: string; stderr: string; seen: Seen[]; read: Seen[] };

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const missing = ['bash', 'curl'].filter((program) => !runs(program));

const files: Record<string, string> = {
  'body.json': '{\n  "model": "m1",\r\n  "n": "é"\n}\n',
  fields: 'X-First: 1\n\nX-Second: two words\r\n',
  plain: 'k=é&+ %\n',
  'two words.txt': 'some text\n',
  'page.html': '<p>Guthaben: 0 €</p>',
  config: '# a comment\nheader = "X-Config: \\"quoted\\" \\\\ \\t."\n-A agent/7\ndata: a=1\nrequest PUT\ncompressed\n',
};
/** Written by hand: U stands for the URL. */
const TABLE: string[] = [
  // methods
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => `curl -X ${method} U`),
  'curl U',
  'curl -I U',
  'curl --head U',
  'curl --request DELETE U -d a=1',
  'curl -XPATCH -da=1 U',
  'curl -X "POST" U',
  'curl -IX GET U',
  // header fields
  "curl -H 'X-A: 1' -H 'X-B:2' U",
  "curl -H 'X-Empty;' U",
  "curl -H 'X-Nothing:' U",
  "curl -H 'X-Spaces:    a   b   ' U",
  "curl -H 'X-Twice: 1' -H 'x-twice: 2' U",
  "curl -H 'X-Colons: a:b;c=d' U",
  "curl -H 'User-Agent:' -H 'Accept:' U",
  "curl -H 'User-Agent: x/1' -A y/2 U",
  "curl -H 'Accept: text/event-stream' U",
  'curl -H @fields U',
  "curl -H'X-Joined: 1' U",
  "curl --header 'X-Long: 1' U",
  "curl -H 'X-Say: it'\\''s' U",
  'curl -H "X-Say: \\"quoted\\" \\\\ \\$HOME" U',
  "curl -H $'X-Say: tab\\there' U",
  "curl -H 'X-Utf: é日🙂' U",
  "curl -H 'no colon here' U",
  "curl -H 'Content-Type:' -d a=1 U",
  "curl -H 'content-type: application/json' -d '{}' U",
  "curl -H 'Authorization: Bearer abc' -u me:pw U",
  // data
  'curl -d a=1 U',
  'curl -d a=1 -d b=2 U',
  "curl -d '' U",
  'curl -d @body.json U',
  'curl -d@body.json U',
  'curl --data @body.json --data x U',
  'curl --data-ascii @plain U',
  'curl --data-binary @body.json U',
  'curl --data-binary @plain --data-binary @plain U',
  'curl --data-raw @body.json U',
  'curl --data-raw \'{"a": "b c"}\' U',
  'curl -d \'{"a":\n1}\' U',
  "curl -d $'line\\none\\r\\n' U",
  'curl -X PUT -d a=1 U',
  "curl -d 'a=1&b=%20+' U",
  'curl -d a -d b --data-raw c --data-binary d --data-ascii e U',
  'echo piped | curl -d @- U',
  "printf '%s' 'a b' | curl --data-binary @- U",
  'curl -d @- U <<EOF\n{"a": "$",\n "b": 2}\nEOF',
  "curl --data-binary @- U <<'EOF'\nline $x\nEOF",
  "curl -d @- U <<< 'here'",
  // --json
  'curl --json \'{"a":1}\' U',
  "curl --json '{\"a\":' --json '1}' U",
  'curl --json @body.json U',
  "curl --json '{}' -H 'Accept: text/plain' U",
  "curl --json '{}' -H 'content-type: application/problem+json' U",
  "curl --json '{}' -X PATCH U",
  'curl -d a --json b -d c U',
  'echo \'{"a":1}\' | curl --json @- U',
  // -G
  'curl -G -d a=1 -d b=2 U',
  'curl -G U?x=1 -d a=1',
  "curl --get --data-urlencode 'q=a b&c' U",
  'curl -G U -d a=1 -X POST',
  'curl -GI U -d a=1',
  "curl -G 'U#part' -d a=1",
  'curl -G U',
  'curl -G -d @plain2 U -d x=1 2>/dev/null || true',
  // --data-urlencode
  "curl --data-urlencode 'a=b c&d=e/f' U",
  "curl --data-urlencode 'just content' U",
  "curl --data-urlencode '=content=x' U",
  'curl --data-urlencode name@plain U',
  'curl --data-urlencode @plain U',
  "curl --data-urlencode 'é=é日🙂' U",
  "curl --data-urlencode 'a=~-_.!*()' U",
  "curl --data-urlencode 'a=1' -d b=2 --data-urlencode 'c=3 4' U",
  "curl --data-urlencode 'a=100%' U",
  "curl --data-urlencode $'a=line\\nbreak\\ttab' U",
  // --url-query
  "curl --url-query 'a=b c' U",
  "curl --url-query 'a=b&c' U?x=1",
  "curl --url-query '+a=b%20c' U",
  'curl --url-query a@plain U',
  'curl --url-query a=1 --url-query b=2 -d c=3 U',
  'curl --url-query a=1 -G -d b=2 U',
  // credentials
  'curl -u me:pw U',
  "curl -u 'me:p w:2' U",
  'curl -u me: U',
  'curl -u me:é U',
  'curl --user me:pw --basic U',
  'curl --oauth2-bearer abc U',
  'curl http://me:p%40ss@HOST/ID/x',
  'curl http://me@HOST/ID/x -u you:2',
  'curl http://me:@HOST/ID/x',
  // the rest
  'curl -A agent/1 U',
  "curl -A '' U",
  "curl --user-agent 'a b' U",
  'curl -e https://example.com/x U',
  "curl -e 'https://example.com/x;auto' U",
  'curl --referer https://example.com/ U',
  "curl -b 'a=1; b=2' U",
  "curl -b a=1 --cookie 'b=2' U",
  "curl -b a=1 -H 'Cookie: c=3' U",
  'curl -r 0-99 U',
  'curl --range -5 U',
  'curl -T body.json U',
  'curl -T body.json http://HOST/ID/folder/',
  'curl -T body.json -X POST U',
  'echo up | curl -T - U',
  'curl --upload-file plain -H "Content-Type: text/plain" U',
  // combined and odd
  'curl -sSL U',
  'curl -sSLXPOST U',
  'curl -sSfkd a=1 U',
  "curl -sSvH 'X-A: 1' U",
  'curl -su me:pw U',
  'curl -sSvGd a=1 U',
  'curl --url U -d a=1',
  'curl -- U',
  'curl U -o /dev/null -w "%{http_code}" -D /dev/null --compressed --http1.1',
  'curl -m 5 --connect-timeout 2 --retry 1 --max-redirs 3 U',
  'curl --no-buffer --no-progress-meter --no-location U',
  'curl -K config U',
  'curl U -K config -H "X-After: 1"',
  'curl HOST/ID/no-scheme',
  'curl http://HOST/ID',
  'curl http://HOST/ID/',
  'curl http://HOST/ID?only=query',
  'curl "U?a=1&b=2"',
  'curl U\\?a=1\\&b=2',
  "curl 'U?q=%7Bx%7D+y'",
  "curl -g 'U?q=[1]{a}'",
  'curl http://HOST/ID/a/../b/./c',
  "curl 'http://HOST/ID/x#fragment'",
  'curl \\\n  -H "X-A: 1" \\\n  -d a=1 \\\n  U',
  'KEY=abc; curl -H "Authorization: Bearer $KEY" U',
  'export KEY="a b"; curl -H "X-Key: ${KEY}" U',
  'BASE=U\ncurl "$BASE/sub" -d x=${BASE}2y',
  'KEY=abc curl -H "X-Key: 1" U -H "X-B: 1"',
  'A=\'x y\'\nB="$A z"\ncurl -d "$B" U',
  'curl U & wait',
  'curl U && true',
  'curl U | cat',
  'curl U 2>&1 >/dev/null',
  'curl U # with a comment',
  '(curl U)',
  'time curl -d a=1 U',
  'command curl U',
  'body=$(curl -s U -d a=1)',
  'curl -sS "U" --next -d a=1 "U/2"',
  "curl -H 'X-A: 1' U --next -X DELETE U/2 --next -G -d q=1 U/3",
  'curl U -: -I U/2',
  // forms
  'curl -F a=1 -F b=2 U',
  "curl -F 'a=with blanks & more' U",
  'curl -F file=@body.json U',
  "curl -F 'file=@body.json;type=application/json' U",
  "curl -F 'file=@plain;filename=other.txt' U",
  "curl -F 'file=@two words.txt' U",
  "curl -F 'page=@page.html' -F 'text=<plain' U",
  "curl -F 'a=x;type=text/markdown' U",
  'curl -F \'a="x;y"\' U',
  'curl -F \'f=@plain;filename="a;b \\"c\\".png"\' U',
  "curl -F 'f=@plain;type=text/plain; charset=utf-8' U",
  "curl -F 'f=x;headers=X-Part: 1' U",
  "curl --form-string 'a=@plain;type=x' U",
  "curl --form 'na\"me=é' U",
  'curl -X PUT -F a=1 U',
  "curl -F a=1 -H 'Content-Type: multipart/form-data' U",
  'echo in | curl -F file=@- U',
  'curl -F "a=" U',
];

/** Characters that some shell or some option takes for something else. */
const value = fc
  .array(fc.constantFrom(...Array.from('abz019-_./:=,@%+~{}[]?*# ;&|<>()\'"\\$!`^é日🙂'), '{"x": "y"}', '%20', '$KEY', '\\n', 'a=b', '@'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => !/^[@<"(\s]|^-|\s$|[\r\n]/.test(text));

const safe = (text: string): boolean => /^[\w./:=,@%+-]+$/.test(text);

/** A word in one of the ways in which bash lets one write it. */
const quoted = (text: string, style: number): string => {
  if (style === 0 && safe(text)) return text;
  if (style === 1) return `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
  if (style === 2) return `$'${text.replace(/[\\']/g, '\\$&')}'`;
  if (style === 3) return text.replace(/[^\w./:=,@%+\u0080-\u{10ffff}-]/gu, '\\$&');
  if (style === 4)
    return text.replace(/'[^']*$|[^']+|'/gu, (part) => (part.startsWith("'") ? `"${part.replace(/[\\"$`]/g, '\\$&')}"` : `'${part}'`));
  return `'${text.replaceAll("'", "'\\''")}'`;
};
const style = fc.nat(5);
const q = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(text, style).map(([word, how]) => quoted(word, how));
const joined = (prefix: string, text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(prefix, `${prefix} `), q(text)).map((parts) => parts.join(''));
const long = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<string> => q(text).map((word) => `${name} ${word}`);
const name = fc.constantFrom('X-A', 'x-b', 'Accept', 'X-Request-Id', 'Idempotency-Key');
const plainValue = value.filter((text) => !text.startsWith(';'));

const header = fc.tuple(name, plainValue).map(([field, text]) => `${field}: ${text}`);
const anyHeader = fc.oneof(joined('-H', header), long('--header', header));
const other = fc.oneof(
  anyHeader,
  anyHeader,
  joined(
    '-u',
    value.map((text) => `me:${text}`),
  ),
  joined('-A', plainValue),
  joined(
    '-e',
    plainValue.filter((text) => !text.includes(';auto')),
  ),
  joined(
    '-b',
    plainValue.map((text) => `a=${text}`),
  ),
  long(
    '--url-query',
    value.map((text) => `q=${text}`),
  ),
  fc.constantFrom('-s', '-sS', '-sSk', '--compressed', '-v', '-sSL', '--http1.1', '-fsS'),
);
const method = fc.constantFrom('-X POST', '-XPUT', '--request PATCH', '-X DELETE', '');
const data = fc.oneof(
  joined('-d', value),
  long('--data', value),
  long('--data-raw', value),
  long('--data-binary', value),
  // Not a file that is not there: curl sends an empty field then, and we say so and leave the body out.
  long(
    '--data-urlencode',
    value.filter((text) => !text.includes('@')),
  ),
  long(
    '--data-urlencode',
    value.map((text) => `name=${text}`),
  ),
  fc.constantFrom('-d @body.json', '--data-binary @body.json', '--data-urlencode f@plain', "-d ''"),
);
/** With -G the data stands in the URL, in which curl refuses blanks, and a server what is not ASCII. */
const ascii = value.filter((text) => /^[!-~]+$/.test(text) && !/[#"<>^`{|}\\[\]]/.test(text));
const inUrl = fc.oneof(
  joined('-d', ascii),
  long('--data-raw', ascii),
  long(
    '--data-urlencode',
    value.filter((text) => !/[=@]/.test(text) || /^[\w]+=/.test(text)).map((text) => `q=${text}`),
  ),
);
const form = fc.oneof(
  joined(
    '-F',
    plainValue.filter((text) => !/[;"]/.test(text)).map((text) => `field=${text}`),
  ),
  long(
    '--form-string',
    value.map((text) => `field=${text}`),
  ),
  fc.constantFrom('-F file=@body.json', "-F 'f=<plain'", "-F 'file=@page.html;type=text/plain'"),
);
const bodies = fc.oneof(
  fc.constant<string[]>([]),
  fc.array(data, { minLength: 1, maxLength: 3 }),
  fc.array(inUrl, { minLength: 1, maxLength: 2 }).map((parts) => ['-G', ...parts]),
  fc.array(long('--json', value), { minLength: 1, maxLength: 2 }),
  fc.array(form, { minLength: 1, maxLength: 3 }),
);
const commandLine = fc
  .tuple(
    method,
    fc.array(other, { maxLength: 4 }),
    bodies,
    fc.constantFrom(' ', '  ', ' \\\n  '),
    fc.boolean(),
    fc.constantFrom('U', '"U"', "'U?x=1&y=%20'"),
  )
  .map(([verb, others, body, gap, urlFirst, url]) => {
    const options = [verb, ...others, ...body].filter(Boolean);
    return ['curl', ...(urlFirst ? [url, ...options] : [...options, url])].join(gap);
  });

/** The same ones each time: a failure can be looked at again. */
const GENERATED = fc.sample(commandLine, { numRuns: 160, seed: 402 });

/** Fields that curl writes of itself, for the connection, the body's length or the build's own abilities. */
const ofCurl = (field: string, content: string): boolean =>
  /^(?:host|content-length|connection|expect|transfer-encoding|te|proxy-connection)$/.test(field) ||
  (field === 'accept' && content === '*/*') ||
  (field === 'user-agent' && content.startsWith('curl/')) ||
  (field === 'accept-encoding' && content.startsWith('deflate, gzip'));

/** Which case the digits of a percent-encoding have is left to the client (RFC 3986 §2.1). */
const upper = (target: string): string => target.replace(/%[\da-f]{2}/g, (code) => code.toUpperCase());

/** Fields by name, several of one name joined; a form's boundary is chance, and so gets a name. */
function normal(message: string, target: string, pairs: [string, string][], body: string): Seen {
  const headers: Record<string, string> = {};
  for (const [field, content] of pairs) {
    const lower = field.toLowerCase();
    if (!ofCurl(lower, content)) headers[lower] = headers[lower] === undefined ? content : `${headers[lower]}, ${content}`;
  }
  const boundary = /boundary=(-{4,}\w+)/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { method: message, target: upper(target), headers, body };
  headers['content-type'] = headers['content-type']!.replace(boundary, 'B');
  return { method: message, target: upper(target), headers, body: body.replaceAll(boundary, 'B') };
}

describe.skipIf(missing.length > 0)(
  `what curl sends is what is read${missing.length > 0 ? ` (left out: no ${missing.join(' and no ')} on this machine)` : ''}`,
  () => {
    const received = new Map<string, Seen[]>();
    const results: Ran[] = [];
    let server: Server;
    let folder: string;
    let host = '';

    const readFile = (stdin: string | undefined) => (file: string) =>
      file === '-' ? stdin : files[file] === undefined ? undefined : readFileSync(join(folder, file), 'utf8');

    const seenOf = ({ method: verb, url, headers, body }: HttpRequest): Seen => {
      const { pathname } = new URL(url ?? '');
      // As it is written: a URL object would encode the query once more.
      const search = /\?.*$/s.exec(url ?? '')?.[0] ?? '';
      const pairs = headers.map(({ name: field, value: content }): [string, string] => [field, content]);
      return normal(verb, pathname + search, pairs, body ?? '');
    };

    async function run(template: string, id: string): Promise<Ran> {
      const line = template
        .replaceAll('U', (at, offset: number, all: string) =>
          /[A-Za-z]/.test(all[offset - 1] ?? '') || /[A-Za-z-]/.test(all[offset + 1] ?? '') ? at : `http://${host}/${id}/v1`,
        )
        .replaceAll('HOST', host)
        .replaceAll('ID', id);
      const env = { PATH: process.env['PATH'], HOME: join(folder, 'home'), LC_ALL: 'C.UTF-8' };
      const stderr = await new Promise<string>((done) => {
        const child = execFile('bash', ['-c', line], { cwd: folder, env, timeout: 15_000 }, (_error, _out, told) => done(told));
        child.stdin?.end();
      });
      const read = readTranscript(line).runs.flatMap(({ words, stdin }) => readCurl(words, { readFile: readFile(stdin) }).exchanges);
      return { line, stderr, seen: received.get(id) ?? [], read: read.map(({ request }) => seenOf(request as HttpRequest)) };
    }

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'oracle-'));
      for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
      server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const { method: verb = '', url = '', rawHeaders } = request;
          // Node reads field values as Latin-1; curl sends the bytes of UTF-8.
          const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString();
          const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, i): [string, string] => [
            rawHeaders[2 * i]!,
            utf8(rawHeaders[2 * i + 1]!),
          ]);
          const id = /^\/(\w+)/.exec(url)?.[1] ?? '';
          received.set(id, [...(received.get(id) ?? []), normal(verb, url, pairs, Buffer.concat(chunks).toString())]);
          response.end();
        });
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const waiting = [...TABLE, ...GENERATED].map((line, i) => ({ line, id: `r${i}` }));
      const worker = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next.line, next.id));
      };
      await Promise.all(Array.from({ length: 8 }, worker));
    }, 55_000);

    afterAll(() => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    });

    test('in at least 200 command lines, each of which this curl knows', () => {
      const unknown = /option \S+: is unknown/;
      const known = results.filter(({ stderr }) => !unknown.test(stderr));
      expect(known.length).toBeGreaterThanOrEqual(200);
      const wrong = known.filter(({ seen, read }) => JSON.stringify(sorted(read)) !== JSON.stringify(sorted(seen)));
      expect(wrong.map(({ line, seen, read, stderr }) => ({ line, read, seen, stderr: seen.length === 0 ? stderr : '' }))).toEqual([]);
    });

    /** Whether curl sends a field before another is of no matter here. */
    const sorted = (requests: Seen[]): unknown =>
      requests.map((one) => ({ ...one, headers: Object.entries(one.headers).toSorted(([a], [b]) => (a < b ? -1 : 1)) }));
  },
);
