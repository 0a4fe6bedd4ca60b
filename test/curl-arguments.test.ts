/** The request that a curl command line stands for: held against curl itself, and what of it is left out and said so. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../src/model/exchange.ts';
import { readCurl } from '../src/parse/curl-arguments.ts';

const files: Record<string, string> = {
  'body.json': '{\n  "model": "m1",\r\n  "n": "é"\n}\n',
  fields: 'X-First: 1\nX-Second: 2\n',
  plain: 'k=é&\n',
  '-': 'from standard input\n',
};
const readFile = (name: string): string | undefined => files[name];

const read = (...argv: string[]) => {
  const { exchanges, warnings } = readCurl(argv, { readFile });
  return { ...(exchanges[0].request as HttpRequest), warnings };
};
const field = (request: HttpRequest, name: string): string | undefined =>
  request.headers.find((header) => header.name.toLowerCase() === name)?.value;

const URL_ = 'https://api.example.com/v1/chat';

const curl = spawnSync('curl', ['--version'], { encoding: 'utf8' }).status === 0;

describe.skipIf(!curl)(`the request is curl's${curl ? '' : ' (left out: no curl on this machine)'}`, () => {
  type Seen = { method: string; target: string; headers: Record<string, string>; body: string };
  let seen: Seen | undefined;
  let server: Server;
  let folder: string;
  let host: string;

  /** Fields that curl adds of itself and that are left out here. */
  const ofCurl = /^(?:host|content-length|connection|expect|transfer-encoding|te|proxy-connection)$/;
  const ownFields = (fields: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([name, value]) =>
          !ofCurl.test(name) && !(name === 'accept' && value === '*/*') && !(name === 'user-agent' && value.startsWith('curl/')),
      ),
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'curl-'));
    for (const [name, content] of Object.entries(files)) if (name !== '-') writeFileSync(join(folder, name), content);
    server = createServer((request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        seen = { method, target: url, headers: ownFields(headers as Record<string, string>), body: Buffer.concat(chunks).toString() };
        response.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['URL'],
    ['-I', 'URL'],
    ['-X', 'DELETE', 'URL'],
    ['-XPATCH', '-da=1', 'URL'],
    ['--request', 'PUT', '--url', 'URL', '--data', 'a=1'],
    ['URL', '-d', 'a=1', '-d', 'b=2', '--data-raw', '@c', '--data-ascii', 'd'],
    ['URL', '-d', '@body.json'],
    ['URL', '-d@body.json', '-H', 'content-type: application/json'],
    ['URL', '--data-binary', '@body.json'],
    ['URL', '-d', ''],
    ['URL', '-H', 'Content-Type:', '-d', 'a'],
    ['URL', '--json', '{"a":', '--json', '1}'],
    ['URL', '--json', '@body.json', '-H', 'Accept: text/event-stream'],
    ['URL', '-d', 'a', '--json', 'b', '-d', 'c'],
    ['-G', 'URL', '-d', 'a=1', '-d', 'b=2'],
    ['URL?x=1', '--get', '--data', 'a=1'],
    ['-GI', 'URL', '-d', 'a=1'],
    ['URL#part', '-G', '-d', 'a=1'],
    ['-XPOST', '-G', 'URL', '-d', 'a=1'],
    [
      'URL',
      '--data-urlencode',
      'a=b/c&d',
      '--data-urlencode',
      'é/~-_.!',
      '--data-urlencode',
      '=x=y',
      '--data-urlencode',
      'f@plain',
      '--data-urlencode',
      '@plain',
    ],
    ['URL', '--url-query', 'a=b&c', '--url-query', '+d=e%20f'],
    ['-u', 'me:pass word:2', 'URL'],
    ['--oauth2-bearer', 'abc', 'URL'],
    ['--oauth2-bearer', 'abc', '-H', 'authorization: Bearer def', 'URL'],
    ['http://me:p%40ss@HOST/v1'],
    ['http://me:p%40ss@HOST/v1', '-u', 'you:2'],
    ['-A', 'agent/1', '-e', 'https://example.com/;auto', '-b', 'a=1; b=2', 'URL'],
    ['-A', 'agent/1', '-H', 'User-Agent: other/2', 'URL'],
    ['-H', 'X-Empty;', '-H', 'X-Spaces:   a  b  ', '-H', 'X-Nothing:', '-H', 'X-Twice: 1', '-H', 'x-colons: a:b;c', 'URL'],
    ['-H', '@fields', 'URL'],
    ['-r', '0-99', 'URL'],
    ['-T', 'body.json', 'URL'],
    ['-T', 'body.json', 'URL/'],
    ['-sSi', 'URL', '-o', '/dev/null', '-w', '%{http_code}', '-d', 'a', '--compressed', '-H', 'Accept-Encoding: gzip'],
    ['-sSLkd', 'a=1', 'URL'],
    ['-L', '--no-location', 'URL'],
    ['--', 'URL'],
    ['-m', '5', '--connect-timeout', '2', '--retry', '1', '--max-redirs', '3', 'URL'],
    ['HOST/v1'],
  ])('%j', async (...given) => {
    const argv = given.map((word) => word.replace('URL', `http://${host}/v1/chat`).replace('HOST', host));
    const env = { PATH: process.env['PATH'], NO_PROXY: '*' };
    await promisify(execFile)('curl', ['-q', '-s', '-o', '/dev/null', ...argv], { cwd: folder, env });
    const request = read(...argv);
    const url = new URL(request.url ?? '');
    const headers = Object.fromEntries(request.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    expect({ method: request.method, target: url.pathname + url.search, headers: ownFields(headers), body: request.body ?? '' }).toEqual(
      seen,
    );
    expect(url.host).toBe(host);
    expect(url.username).toBe('');
  });
});

describe('options', () => {
  test('stand before or after the URL, and curl itself may stand in front', () => {
    const plain = read('-X', 'POST', '-H', 'X-A: 1', URL_, '-d', 'a=1');
    expect(plain).toMatchObject({ method: 'POST', url: URL_, body: 'a=1' });
    expect(read('curl', URL_, '-d', 'a=1', '-H', 'X-A: 1', '-X', 'POST')).toEqual(plain);
    expect(read('/usr/bin/curl', '-XPOST', '-da=1', '-HX-A: 1', '--url', URL_)).toEqual(plain);
    expect(plain.warnings).toEqual([]);
  });

  test('that say how to send are kept', () => {
    expect(read('-k', '-L', '-m', '2.5', '-x', 'proxy.example.com:3128', '-U', 'me:p@ss', URL_).send).toEqual({
      insecure: true,
      followRedirects: true,
      timeoutSeconds: 2.5,
      proxy: 'http://me:p%40ss@proxy.example.com:3128',
    });
    expect(read('--insecure', '--location', '--max-time', '10', '--socks5-hostname', 'localhost:1080', URL_).send).toEqual({
      insecure: true,
      followRedirects: true,
      timeoutSeconds: 10,
      proxy: 'socks5h://localhost:1080',
    });
    expect(read('-k', '--no-insecure', '-x', '', URL_)).not.toHaveProperty('send');
  });

  test('that change only what is shown are passed over in silence', () => {
    expect(
      read('-sSvifg', '-#', '--no-buffer', '-o', 'out', '-D-', '-w', '%{http_code}', '--trace-ascii', '-', '--retry', '3', '--http2', URL_),
    ).toMatchObject({ url: URL_, warnings: [] });
  });

  test.each([
    [['--cacert', 'ca.pem'], '--cacert'],
    [['-E', 'cert.pem:pass'], '-E'],
    [['--resolve', 'api.example.com:443:127.0.0.1'], '--resolve'],
    [['--connect-timeout', '5'], '--connect-timeout'],
    [['--noproxy', '*'], '--noproxy'],
    [['-K', 'config'], '-K'],
    [['-n'], '-n'],
    [['--unix-socket', '/run/x.sock'], '--unix-socket'],
  ])('that decide what is sent and are not used are named: %j', (argv, name) => {
    const { url, warnings } = read(...argv, URL_);
    expect(url).toBe(URL_);
    expect(warnings).toEqual([expect.stringContaining(name)]);
  });

  test('with "=" are not curl\'s: the value is not taken', () => {
    const { method, headers, warnings } = read('--request=POST', '--header=X-A: 1', '--compressed=yes', URL_);
    expect({ method, headers }).toEqual({ method: 'GET', headers: [] });
    expect(warnings).toEqual([
      expect.stringContaining('--request VALUE'),
      expect.stringContaining('--header VALUE'),
      expect.stringContaining('no option --compressed'),
    ]);
  });

  test('that curl does not have, or that lost their value, are named', () => {
    expect(read('--frobnicate', URL_).warnings).toEqual([expect.stringContaining('--frobnicate')]);
    expect(read(URL_, '-H').warnings).toEqual([expect.stringContaining('-H has no value')]);
    expect(read('-m', 'soon', URL_)).toMatchObject({ warnings: [expect.stringContaining('-m')] });
    expect(read('-H', 'Authorization Bearer', URL_)).toMatchObject({ headers: [], warnings: [expect.stringContaining('-H')] });
  });
});

describe('a config file', () => {
  const config = '# the account\nurl = "https://api.example.com/v1/chat"\nheader: "X-Say: \\"hi\\""\n-d a=1\nrequest PUT\ncompressed\n';

  test('holds options as the command line does', () => {
    const { exchanges, warnings } = readCurl(['-K', 'config'], { readFile: (name) => (name === 'config' ? config : undefined) });
    expect(exchanges[0].request).toMatchObject({ method: 'PUT', url: URL_, body: 'a=1' });
    expect(field(exchanges[0].request as HttpRequest, 'x-say')).toBe('"hi"');
    expect(warnings).toEqual([]);
  });

  test('that names itself ends', () => {
    const { exchanges } = readCurl(['-K', 'config', URL_], { readFile: () => 'config = config\n-H "X-A: 1"\n' });
    expect(exchanges[0].request?.headers.length).toBeLessThan(20);
  });
});

describe('data', () => {
  test('from a file that cannot be read is not half sent', () => {
    const { exchanges, warnings } = readCurl([URL_, '-d', 'a=1', '-d', '@missing.json']);
    expect(exchanges[0].request).toMatchObject({ method: 'POST', url: URL_ });
    expect(exchanges[0].request).not.toHaveProperty('body');
    expect(warnings).toEqual([expect.stringContaining('-d @missing.json')]);
  });

  test('from standard input, where it is known', () => {
    expect(read(URL_, '-d', '@-').body).toBe('from standard input');
    expect(read(URL_, '-T', '-')).toMatchObject({ method: 'PUT', body: 'from standard input\n' });
  });

  test('that is encoded has its blanks as a form has them', () => {
    expect(read(URL_, '--data-urlencode', 'prompt=a b+c').body).toBe('prompt=a+b%2Bc');
  });

  test('of a form whose file cannot be read, or is no text, is not half sent', () => {
    for (const [value, says] of [
      ['file=@missing.mp3', '-F missing.mp3'],
      ['file=@binary', 'no text'],
      ['files=@a,b', 'several files'],
      ['novalue', 'equals sign'],
    ] as const) {
      const { exchanges, warnings } = readCurl([URL_, '-F', 'model=m1', '-F', value], {
        readFile: (name) => (name === 'binary' ? 'ID3\ufffd' : undefined),
      });
      expect(exchanges[0].request).toMatchObject({ method: 'POST', url: URL_ });
      expect(exchanges[0].request).not.toHaveProperty('body');
      expect(warnings).toEqual([expect.stringContaining(says)]);
    }
  });
});

describe('credentials', () => {
  test('in cookies of several options are one field', () => {
    expect(field(read('-b', 'a=1; b=2', '--cookie', 'c=3', URL_), 'cookie')).toBe('a=1; b=2;c=3');
  });

  test('in the URL become the field that curl sends, and leave the URL', () => {
    const request = read('https://me:s3cret@api.example.com/v1');
    expect(request.url).toBe('https://api.example.com/v1');
    expect(field(request, 'authorization')).toBe(`Basic ${Buffer.from('me:s3cret').toString('base64')}`);
  });

  test('for another scheme than Basic are not sent as Basic', () => {
    for (const argv of [['--digest'], ['--ntlm'], ['--aws-sigv4', 'aws:amz:eu-west-1:bedrock']]) {
      const request = read('-u', 'me:s3cret', ...argv, URL_);
      expect(field(request, 'authorization')).toBeUndefined();
      expect(request.warnings).toEqual([expect.stringContaining(argv[0]!)]);
    }
  });

  test('without a password are sent as they are, and that is said', () => {
    expect(read('-u', 'sk_test_abc', URL_)).toMatchObject({
      headers: [{ name: 'Authorization', value: `Basic ${Buffer.from('sk_test_abc:').toString('base64')}` }],
      warnings: [expect.stringContaining('password')],
    });
    expect(read('-u', 'sk_test_abc:', URL_).warnings).toEqual([]);
  });

  test('never stand in a warning', () => {
    const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
    const vectors = [
      [`--oauth2-bearer=${key}`, URL_],
      [`--${key}`, URL_],
      ['-H', 'Authorization:', 'Bearer', key, URL_],
      ['-H', key, URL_],
      ['-E', `cert.pem:${key}`, '--pass', key, '--tlspassword', key, URL_],
      ['-b', key, '-m', key, '--aws-sigv4', key, URL_],
      ['-u', key, URL_, `https://${key}@api.example.com/`],
    ];
    for (const argv of vectors) {
      const { warnings } = read(...argv);
      expect(warnings.length).toBeGreaterThan(0);
      expect(warnings.join('\n')).not.toContain(key.slice(3));
    }
  });
});

describe('the URL', () => {
  test('has http where it has no scheme, or what --proto-default says', () => {
    expect(read('api.example.com/v1').url).toBe('http://api.example.com/v1');
    expect(read('--proto-default', 'https', 'api.example.com/v1').url).toBe('https://api.example.com/v1');
  });

  test('is the word with a scheme where a value lost its quotes', () => {
    const request = read('-H', 'Authorization:', 'Bearer', 'abc', URL_);
    expect(request).toMatchObject({ url: URL_, warnings: [expect.stringMatching(/3 words.*quote/)] });
  });

  test('that is not there is missed', () => {
    const request = read('-d', 'a=1');
    expect(request).not.toHaveProperty('url');
    expect(request.warnings).toEqual([expect.stringContaining('no URL')]);
  });

  test('after --next belongs to another request, with options of its own', () => {
    const { exchanges, warnings } = readCurl([URL_, '-H', 'X-A: 1', '--next', '-d', 'a', 'https://other.example.com/', '-:', '-I', URL_]);
    expect(exchanges.map(({ request }) => request)).toEqual([
      { method: 'GET', url: URL_, headers: [{ name: 'X-A', value: '1' }] },
      {
        method: 'POST',
        url: 'https://other.example.com/',
        headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
        body: 'a',
      },
      { method: 'HEAD', url: URL_, headers: [] },
    ]);
    expect(warnings).toEqual([]);
  });

  test('with a list or a range in it is the first of them, unless -g says otherwise', () => {
    expect(read('https://{a,b}.example.com/v[1-3]/x')).toMatchObject({
      url: 'https://a.example.com/v1/x',
      warnings: [expect.stringContaining('several URLs')],
    });
    expect(read('-g', 'https://api.example.com/{a,b}')).toMatchObject({ url: 'https://api.example.com/{a,b}', warnings: [] });
    expect(read('http://[::1]:8080/{{id}}')).toMatchObject({ url: 'http://[::1]:8080/{{id}}', warnings: [] });
  });

  test('is noted with the place where the command stood', () => {
    expect(readCurl([URL_], { source: { shape: 'curl-command', line: 3 } }).exchanges[0].source).toEqual({
      shape: 'curl-command',
      line: 3,
    });
  });
});
