/** What a terminal shows of curl, and what a browser saves: the cases that no fixture holds. */
import { describe, expect, test } from 'vitest';
import curlCommand from '../src/captures/curl-command.ts';
import curlVerbose from '../src/captures/curl-verbose.ts';
import har from '../src/captures/har.ts';
import curlTranscript from '../src/captures/curl-transcript.ts';
import httpMessage from '../src/captures/http-message.ts';
import { UnreadableInput } from '../src/model/capture.ts';

const URL_ = 'https://api.example.com/v1/chat';

/** The sentence with which a capture refuses a text, and what it suggests. */
function refusal(read: () => unknown): { message: string; suggestion: string } | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableInput) return { message: error.message, suggestion: error.suggestion };
    throw error;
  }
  return undefined;
}

describe('why curl got no response', () => {
  test.each([
    ['curl: (5) Could not resolve proxy: proxy.example.com', 'proxy'],
    ['curl: (6) Could not resolve host: api.example.com', 'dns'],
    ['curl: (28) Resolving timed out after 5000 milliseconds', 'dns'],
    ['curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused', 'refused'],
    ['curl: (7) Failed to connect to api.example.com port 443 after 2 ms: Could not connect to server', 'refused'],
    ['curl: (7) Failed to connect to 192.0.2.1 port 443: No route to host', 'unreachable'],
    ['curl: (7) Failed to connect to 2001:db8::1: Network is unreachable', 'unreachable'],
    ['curl: (28) Failed to connect to 192.0.2.1 port 443 after 10001 ms: Timeout was reached', 'timeout'],
    ['curl: (28) Operation timed out after 30001 milliseconds with 0 bytes received', 'timeout'],
    ['curl: (28) SSL connection timeout', 'timeout'],
    ['curl: (35) OpenSSL/3.0.13: error:0A00010B:SSL routines::wrong version number', 'tls'],
    ['curl: (35) TLS connect error: error:0A000126:SSL routines::unexpected eof while reading', 'reset'],
    ['curl: (35) Recv failure: Connection reset by peer', 'reset'],
    ['curl: (52) Empty reply from server', 'reset'],
    ['curl: (56) Recv failure: Connection reset by peer', 'reset'],
    ['curl: (56) CONNECT tunnel failed, response 407', 'proxy'],
    ['curl: (56) Received HTTP code 403 from proxy after CONNECT', 'proxy'],
    ['curl: (60) SSL certificate problem: certificate has expired', 'tls'],
    ["curl: (60) SSL: no alternative certificate subject name matches target host name 'api.example.com'", 'tls'],
    ['curl: (92) HTTP/2 stream 1 was not closed cleanly: INTERNAL_ERROR (err 2)', 'reset'],
    ['curl: (97) connection to proxy closed', 'proxy'],
    ['curl: (3) URL using bad/illegal format or missing URL', 'other'],
  ])('%s', (line, kind) => {
    expect(curlVerbose.recognise(`${line}\n`)).toBeGreaterThan(0.8);
    expect(curlVerbose.read(`${line}\n`).exchanges).toMatchObject([{ failure: { kind, message: line.replace(/^curl: \(\d+\) /, '') } }]);
    const asked = curlVerbose.read(`$ curl -sS ${URL_} -d a=1\n${line}\n`).exchanges;
    expect(asked).toMatchObject([{ request: { method: 'POST', url: URL_, body: 'a=1' }, failure: { kind } }]);
  });

  test('is told by curl -v where no exit line was kept', () => {
    const told =
      '* Trying 192.0.2.1:443...\n* Connected to api.example.com (192.0.2.1) port 443\n* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n';
    expect(curlVerbose.read(`${told}* SSL certificate problem: self-signed certificate\n* Closing connection\n`).exchanges).toEqual([
      {
        source: { shape: 'curl-verbose', line: 1 },
        toldUrl: 'https://api.example.com/',
        failure: { kind: 'tls', message: 'SSL certificate problem: self-signed certificate' },
      },
    ]);
  });

  test('is not the address that failed before another one worked', () => {
    const text =
      '*   Trying [::1]:8080...\n* connect to ::1 port 8080 failed: Connection refused\n*   Trying 127.0.0.1:8080...\n* Connected to localhost (127.0.0.1) port 8080\n> GET /x HTTP/1.1\n> Host: localhost:8080\n>\n* Empty reply from server\n* Closing connection\ncurl: (52) Empty reply from server\n';
    expect(curlVerbose.read(text).exchanges).toMatchObject([
      { request: { url: 'http://localhost:8080/x' }, failure: { kind: 'reset', message: 'Empty reply from server' } },
    ]);
  });

  test('is not the address that failed, where the lines about the connection are all that is left', () => {
    const text =
      '*   Trying [::1]:8080...\n* connect to ::1 port 8080 failed: Connection refused\n*   Trying 127.0.0.1:8080...\n* Connected to localhost (127.0.0.1) port 8080\n> GET /x HTTP/1.1\n> Host: localhost:8080\n>\n* Empty reply from server\n';
    expect(curlVerbose.read(text).exchanges).toMatchObject([{ failure: { kind: 'reset', message: 'Empty reply from server' } }]);
  });

  test('is not hidden by the word of a proxy that its tunnel stands', () => {
    const text =
      '> CONNECT api.example.com:443 HTTP/1.1\n> Host: api.example.com:443\n>\n< HTTP/1.1 200 Connection established\n<\n* TLSv1.3 (OUT), TLS handshake, Client hello (1):\ncurl: (60) SSL certificate problem: unable to get local issuer certificate\n';
    const [exchange] = curlVerbose.read(text).exchanges;
    expect(exchange).toMatchObject({ request: { url: 'https://api.example.com/' }, failure: { kind: 'tls' } });
    expect(exchange).not.toHaveProperty('response');
  });

  test('stands inside a longer text with its words, more weakly', () => {
    const log =
      'Step 4/9 : RUN ./fetch.sh\nfetching the model list\ncurl: (22) The requested URL returned error: 402 Payment Required\nthe build failed\n';
    expect(curlVerbose.recognise(log)).toBe(0.5);
    expect(curlVerbose.read(log).exchanges).toMatchObject([{ toldStatus: 402, text: expect.stringContaining('fetching the model list') }]);
  });
});

describe('curl -v', () => {
  const head = '> GET /v1 HTTP/2\n> Host: api.example.com\n> \n< HTTP/2 402 \n< content-type: text/plain\n< \n';

  test('leaves in a body what looks like its own marks', () => {
    const body = 'first\n> quoted\n< less\n{ [x] }';
    expect(curlVerbose.read(head + body).exchanges[0]?.response?.body).toBe(body);
  });

  test('reads the head once where -i repeats it before the body', () => {
    const [exchange] = curlVerbose.read(`${head}HTTP/2 402 \r\ncontent-type: text/plain\r\n\r\nNo credits.`).exchanges;
    expect(exchange?.response).toMatchObject({ status: 402, headers: [{ name: 'content-type' }], body: 'No credits.' });
  });

  test('reads the marks behind the time and the numbers that -vv puts before them', () => {
    const stamped = head.replace(/^(?=[<>])/gm, '14:02:11.123456 [0-0] ');
    expect(curlVerbose.recognise(stamped)).toBeGreaterThan(0.9);
    expect(curlVerbose.read(stamped).exchanges).toMatchObject([
      { request: { url: 'https://api.example.com/v1' }, response: { status: 402 } },
    ]);
  });

  test('says so where the output stops at the request', () => {
    const { exchanges, warnings } = curlVerbose.read('> GET /v1 HTTP/1.1\n> Host: api.example.com\n>\n');
    expect(exchanges).toMatchObject([{ request: { method: 'GET', url: 'https://api.example.com/v1' } }]);
    expect(warnings).toEqual([expect.stringContaining('before a response')]);
  });

  test('tells several calls apart', () => {
    const twice = `${head}{"n":1}\n* Connection #0 to host api.example.com left intact\n*   Trying 192.0.2.7:80...\n* connect to 192.0.2.7 port 80 failed: Connection refused\ncurl: (7) Failed to connect to b.example.com port 80\n`;
    expect(curlVerbose.read(twice).exchanges).toMatchObject([
      { response: { status: 402, body: '{"n":1}' } },
      { failure: { kind: 'refused' } },
    ]);
  });
});

describe('a command with what it printed', () => {
  const command = `$ curl -i ${URL_} -H "Authorization: Bearer $KEY"\n`;

  test('is the shape of what was printed, and its request is the command', () => {
    const text = `${command}HTTP/2 402 \ncontent-type: application/json\n\n{}\n`;
    expect(curlTranscript.recognise(text)).toBeGreaterThan(0.8);
    expect(curlCommand.recognise(text)).toBeLessThanOrEqual(0.5);
    expect(curlTranscript.read(text).exchanges).toMatchObject([
      { source: { line: 1 }, request: { method: 'GET', url: URL_ }, response: { status: 402 } },
    ]);
  });

  test('is read one by one where there are several', () => {
    const text = `${command}HTTP/2 402 \na: b\n\n{"n":1}\n${command.replace('-i', '-i -X DELETE')}HTTP/2 403 \na: b\n\n{"n":2}\n`;
    expect(curlTranscript.read(text).exchanges).toMatchObject([
      { request: { method: 'GET' }, response: { status: 402, body: '{"n":1}\n' } },
      { request: { method: 'DELETE' }, response: { status: 403, body: '{"n":2}\n' } },
    ]);
  });

  test('has no interim responses', () => {
    const text = 'HTTP/2 103\nlink: </style.css>; rel=preload\n\nHTTP/2 402\na: b\n\n';
    expect(httpMessage.read(text).exchanges).toMatchObject([{ response: { status: 402 } }]);
  });

  test('ends with the line in which curl gives up, which is no part of the body', () => {
    const { exchanges, warnings } = httpMessage.read(
      'HTTP/2 200 \na: b\n\n{"half":\ncurl: (28) Operation timed out after 5000 milliseconds\n',
    );
    expect(exchanges).toMatchObject([{ response: { body: '{"half":', truncated: true } }]);
    expect(warnings).toEqual([expect.stringContaining('Operation timed out')]);
  });

  test('sends no credentials to the host of a redirect', () => {
    const redirect = (location: string) =>
      curlTranscript.read(
        `$ curl -iL ${URL_} -H 'Authorization: Bearer abc' -b a=1\nHTTP/2 307\nlocation: ${location}\n\nHTTP/2 402\na: b\n\n`,
      ).exchanges[1]?.request;
    expect(redirect('https://evil.example.net/')).toMatchObject({ url: 'https://evil.example.net/', headers: [] });
    expect(redirect('/v2/chat')).toMatchObject({
      url: 'https://api.example.com/v2/chat',
      headers: [{ name: 'Authorization' }, { name: 'Cookie' }],
    });
  });
});

describe('a curl command', () => {
  test('alone is sure, with other words beside it is not', () => {
    const command = `curl -X POST ${URL_} \\\n  -d '{"a": 1}'\n`;
    for (const text of [
      command,
      `$ ${command}`,
      `ada@host:~/work$ ${command}`,
      `KEY=abc\n${command}`,
      `# once\n${command}\n${command}`,
      `\`\`\`sh\n${command}\`\`\`\n`,
    ]) {
      expect(curlCommand.recognise(text), text).toBeGreaterThan(0.8);
      expect(curlCommand.read(text).exchanges[0], text).toMatchObject({ request: { method: 'POST', url: URL_, body: '{"a": 1}' } });
    }
    expect(curlCommand.recognise(`${command}{"error":"no credits"}\n`)).toBeLessThanOrEqual(0.5);
    for (const text of [
      'curl is a tool',
      'I used curl https://example.com once',
      '{"curl": "https://example.com"}',
      'curly https://example.com',
    ]) {
      expect(curlCommand.recognise(text), text).toBe(0);
    }
  });

  test('is not looked for in what was printed', () => {
    const text = `$ curl ${URL_}\nTry this:\ncurl https://docs.example.com/try -X POST\n`;
    expect(curlCommand.read(text).exchanges).toMatchObject([{ request: { url: URL_ }, text: expect.stringContaining('docs.example.com') }]);
  });

  test('may hold in its data what other shells or typesetters quote with', () => {
    const { exchanges, warnings } = curlCommand.read(`curl ${URL_} -d '{"pattern": "^", "text": “so” "^"}'\n`);
    expect(exchanges).toMatchObject([{ request: { body: '{"pattern": "^", "text": “so” "^"}' } }]);
    expect(warnings).toEqual([]);
  });

  test.each([
    [`curl "${URL_}" ^\r\n  -H "Accept: */*"\r\n`, {}],
    [`curl ^"${URL_}^" -H ^"Accept: */*^"`, {}],
    [`C:\\work>curl.exe ${URL_} -H "Accept: */*"\r\n`, {}],
    [`curl.exe "${URL_}" \`\n  -H "Accept: */*"\n`, {}],
    [`PS C:\\work> curl.exe '${URL_}' -H "Accept: */*"\n`, {}],
    // Doubled backslashes and quotes in carets; a percent sign that starts no variable; a line break that is meant.
    [
      `curl ^"${URL_}^?a=b^%^20c^" ^\r\n  -H ^"Accept: */*^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"50^% x^\\^\\ny^\\^\\^\\^"z^\\^"^}^"\r\n`,
      { url: `${URL_}?a=b%20c`, body: String.raw`{"a":"50% x\ny\"z"}` },
    ],
    [`curl ^"${URL_}^" ^\n  -H ^"Accept: */*^" --data-raw ^"one^\n\ntwo^"\n`, { body: 'one\ntwo' }],
    // As browsers did for a while: carets inside plain quotes.
    [`curl "${URL_}" ^\n  -H "Accept: */*" ^\n  --data-raw "^{^\\^"a^\\^":1^}"`, { body: '{"a":1}' }],
    [`curl "${URL_}" ^\n  -H "Accept: */*" -d "{\\"a\\": \\"b c\\"}"`, { body: '{"a": "b c"}' }],
    [`curl "${URL_}" -H "Accept: */*" -d "{""a"": ""b c""}"`, { body: '{"a": "b c"}' }],
    [`C:\\>set KEY=abc\nC:\\>curl ${URL_} -H "Accept: */*" -d "%KEY%"`, { body: 'abc' }],
    [`$key = 'a''b'\ncurl.exe ${URL_} -H "Accept: */*" -d "k=$key \`$x"`, { body: "k=a'b $x" }],
    [`curl.exe ${URL_} \`\n -H 'Accept: */*' \`\n -d '{\\"a\\":1}'`, { body: '{"a":1}' }],
    [`curl.exe ${URL_} \`\n -H 'Accept: */*' \`\n -d @'\n{\\"a\\":\n1}\n'@`, { body: '{"a":\n1}' }],
  ])('quoted for another shell is read by its rules: %j', (text, expected) => {
    expect(curlCommand.recognise(text)).toBeGreaterThan(0.8);
    const { exchanges, warnings } = curlCommand.read(text);
    expect(exchanges).toMatchObject([
      { request: { url: URL_, headers: expect.arrayContaining([{ name: 'Accept', value: '*/*' }]), ...expected } },
    ]);
    expect(warnings).toEqual([]);
  });

  test('names what the Windows shells do to a value', () => {
    expect(curlCommand.read(`curl.exe ${URL_} \`\n -d '{"a":1}'`).warnings).toEqual([
      expect.stringContaining('PowerShell takes double quotes out'),
    ]);
    expect(curlCommand.read(`curl ^"${URL_}^" -H ^"X: %KEY%^"`).warnings).toEqual([expect.stringContaining('%KEY%')]);
    expect(curlCommand.read(`curl.exe ${URL_} \`\n -H "X: $env:KEY"`).warnings).toEqual([expect.stringContaining('$env:KEY')]);
  });

  test('with --next is several calls, and the last one has the answer', () => {
    const { exchanges } = curlCommand.read(`curl ${URL_} --next -d a ${URL_}\n{"error":"no credits"}\n`);
    expect(exchanges).toMatchObject([{ request: { method: 'GET' } }, { request: { method: 'POST' }, text: '{"error":"no credits"}' }]);
    expect(exchanges[0]).not.toHaveProperty('text');
  });

  test('takes variables that stand before it on its line', () => {
    expect(curlCommand.read(`KEY=abc; curl ${URL_} -H "X: $KEY"`).exchanges).toMatchObject([
      { request: { headers: [{ name: 'X', value: 'abc' }] } },
    ]);
  });
});

describe('HAR', () => {
  const entry = (response: object, request: object = { method: 'GET', url: URL_, headers: [] }) => ({
    startedDateTime: '2026-11-19T12:00:00.000Z',
    request,
    response,
  });
  const archive = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });

  test('that is cut off is refused with the byte at which it ends, not the character', () => {
    const whole = archive(entry({ status: 402, content: { text: 'Guthaben: 0 €' } }), entry({ status: 200 }));
    for (const end of [30, whole.indexOf('€') + 1, whole.length - 1]) {
      const cut = whole.slice(0, end);
      expect(refusal(() => har.read(cut))).toEqual({
        message: expect.stringContaining(`at byte ${Buffer.byteLength(cut)}`),
        suggestion: expect.stringContaining('Export'),
      });
    }
    expect(refusal(() => har.read('{"log":{"entries":[,]}}'))?.message).toContain('not valid JSON');
    expect(refusal(() => har.read(archive()))?.message).toContain('no entries');
  });

  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_CONNECTION_CLOSED', 'reset'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_FAILED', 'other'],
    ['NS_ERROR_UNKNOWN_HOST', 'dns'],
    ['NS_ERROR_NET_TIMEOUT', 'timeout'],
  ])('without a response tells why: %s', (_error, kind) => {
    expect(har.read(archive(entry({ status: 0, headers: [], _error }))).exchanges).toMatchObject([{ failure: { kind, message: _error } }]);
  });

  test('has bodies that are text, and no others', () => {
    const body = (mimeType: string, bytes: Buffer) =>
      har.read(archive(entry({ status: 200, content: { mimeType, encoding: 'base64', text: bytes.toString('base64') } }))).exchanges[0]
        ?.response?.body;
    expect(body('application/json', Buffer.from('{"price":"0 €"}'))).toBe('{"price":"0 €"}');
    expect(body('application/octet-stream', Buffer.from('{"price":"0 €"}'))).toBe('{"price":"0 €"}');
    expect(body('image/png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).toBeUndefined();
  });

  test('has method, URL and status from pseudo-header fields where it keeps them nowhere else', () => {
    const fields = (pairs: Record<string, string>) => ({ headers: Object.entries(pairs).map(([name, value]) => ({ name, value })) });
    const { exchanges } = har.read(
      archive(
        entry(
          fields({ ':status': '402' }),
          fields({ ':method': 'POST', ':scheme': 'https', ':authority': 'api.example.com', ':path': '/v1/chat', accept: '*/*' }),
        ),
      ),
    );
    expect(exchanges).toEqual([
      {
        source: { shape: 'har' },
        request: { method: 'POST', url: URL_, headers: [{ name: 'accept', value: '*/*' }] },
        response: { status: 402, headers: [] },
        at: '2026-11-19T12:00:00.000Z',
      },
    ]);
  });

  test('may start with a byte order mark, and hold members of any kind', () => {
    const odd = archive(
      entry({ status: '402', headers: 'none', content: [] }),
      entry({ status: 402, headers: [null, { value: 'x' }, { name: 'a', value: 1 }] }, { method: 'GET' }),
    );
    expect(har.recognise(`\ufeff${odd}`)).toBeGreaterThan(0.9);
    expect(har.read(`\ufeff${odd}`).exchanges).toMatchObject([
      { response: { status: 402, headers: [] } },
      { response: { status: 402, headers: [{ name: 'a', value: '1' }] } },
    ]);
  });
});
