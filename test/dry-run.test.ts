/** `--dry-run`: what would be sent is shown, masked, and nothing leaves the machine. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from './support/loopback.ts';
import { runCli } from './support/run-cli.ts';

const KEY = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test('a curl command is shown as it would be sent, and is not sent', async () => {
  const { origin, received } = await serve((_request, response) => response.end());
  const body = file('body.json', '{"say":\n"it\'s"}');
  const argv = ['--dry-run', 'curl', `${origin}/v1`, '-kL', '-m', '5', '-H', `Authorization: Bearer ${KEY}`, '-H', 'X-Empty;'];
  const { code, stdout, stderr } = await runCli([...argv, '--data-binary', `@${body}`, '--cacert', 'ca.pem']);
  expect(stdout).toMatch(
    new RegExp(
      String.raw`^curl -X POST '${origin}/v1' \\\n  -H 'Authorization: Bearer \[key#1 sk-or-…cdef\]' \\\n  -H 'X-Empty;' \\\n  -H 'Content-Type: application/x-www-form-urlencoded' \\\n  --data-raw '\{"say":\n"it'\\''s"\}' \\\n  -k \\\n  -L \\\n  --max-time 5\n$`,
    ),
  );
  expect(stderr).toContain('--cacert');
  expect(code).toBe(0);
  expect(received).toEqual([]);
});

test('as JSON it is one document, with what the request leaves out', async () => {
  const { origin, received } = await serve((_request, response) => response.end());
  const { code, stdout, stderr } = await runCli([
    '--dry-run',
    `${origin}/v1?api_key=${KEY}`,
    '--format',
    'json',
    '-X',
    'PUT',
    '-d',
    'a=1',
    '-k',
  ]);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    request: {
      method: 'PUT',
      url: `${origin}/v1?api_key=[key#1 sk-or-…cdef]`,
      headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
      body: 'a=1',
      send: { insecure: true },
    },
    warnings: [],
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(received).toEqual([]);
});

test('of a file with several requests it is the one that was chosen', async () => {
  const script = file('calls.sh', 'curl https://api.example.com/one\ncurl https://api.example.com/two -d a\n');
  const { stdout, code } = await runCli([script, '--dry-run', '--entry', '1']);
  expect(stdout).toBe("curl -X GET 'https://api.example.com/one'\n");
  expect(code).toBe(0);
});

test('what a terminal would act upon is written out', async () => {
  const { stdout } = await runCli(['--dry-run', 'curl', 'https://api.example.com', '-d', "it's\u001b[31m\\red"]);
  expect(stdout).toContain(String.raw`--data-raw $'it\'s\x1b[31m\\red'`);
});

test.each([
  [['--dry-run', '--format', 'markdown', 'curl', 'https://api.example.com'], '', '--dry-run does not print markdown'],
  [['--dry-run'], 'HTTP/1.1 402 Payment Required\r\n\r\n', 'no request'],
])('%j is bad usage', async (argv, stdin, says) => {
  const { code, stderr, stdout } = await runCli(argv, { stdin });
  expect(stderr).toContain(says);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
