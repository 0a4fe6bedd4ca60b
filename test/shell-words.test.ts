/** A shell's words: held against bash itself, and what a shell could not tell us. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newShell, readCommand, splitShell } from '../src/parse/shell-words.ts';

/** What bash makes of a script that ends with the arguments of a printf; undefined where it refuses the script. */
function bashWords(script: string): string[] | undefined {
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '+B', '-f', '-c', script], {
    env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
    input: '',
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split('\0').slice(0, -1) : undefined;
}

const bash = bashWords(String.raw`printf '%s\0' x`)?.join() === 'x';
const PRINT = String.raw`printf '%s\0' `;

/** A stray blank before a line's end, on purpose, and a variable's name over two lines, which nobody writes. */
const readOtherwise = /\\[ \t]+\n|\$[\w{]*\\\n/;

const join = (parts: readonly string[]): string => parts.join('');
const texts = (alphabet: string, maxLength = 8) => fc.array(fc.constantFrom(...alphabet), { maxLength }).map(join);

/** One piece of a word in each of the ways in which a shell can quote it. */
const piece = fc.oneof(
  texts('abzAZ019-_./:=,@%+~!{}[]?*é日🙂', 6).filter((text) => text !== '' && !text.startsWith('~')),
  fc.constantFrom(...Array.from(' \'"$`\\;&|()<>#a\té🙂')).map((char) => `\\${char}`),
  texts('a b"$`\\;&|#\n{}:é🙂').map((text) => `'${text}'`),
  fc
    .array(
      fc.constantFrom('a', ' ', "'", ';', '#', '\n', '{"x":', 'é', '\\"', '\\\\', '\\$', '\\`', '\\n', '\\\n', '$ ', '$KEY', '${KEY}'),
      { maxLength: 8 },
    )
    .map((parts) => `"${parts.join('')}"`),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '"',
        '$KEY',
        '\\n',
        '\\t',
        '\\\\',
        "\\'",
        '\\"',
        '\\?',
        '\\e',
        '\\x41',
        '\\x7',
        '\\101',
        '\\501',
        '\\400',
        '\\303\\251',
        '\\u0021',
        '\\u7a',
        '\\U0000007A',
        '\\q',
        '\\ca',
        '\\xc3\\xa9',
        'é',
      ),
      { maxLength: 8 },
    )
    .map((parts) => `$'${parts.join('')}'`),
  fc.constantFrom('$KEY', '${KEY}', '$LIST', '"$LIST"', '$NONE', '"$NONE"', '\\\n', '""', "''", '$"x"'),
);
const word = fc.array(piece, { minLength: 1, maxLength: 4 }).map(join);
const words = fc.array(word, { maxLength: 5 });
const gap = fc.constantFrom(' ', '  ', '\t', ' \\\n  ');
const ending = fc.constantFrom('', '\n', ' # a comment; with \' and "', '\n\n', ' 2>&1', ' >/dev/stdout', ' </dev/null', ' 2>/dev/null\n');

describe.skipIf(!bash)(`the words are bash's${bash ? '' : ' (left out: no bash on this machine)'}`, () => {
  const setUp = "KEY=abc\nexport LIST='  one two\tthree '\nNONE=\n";

  test('in any quoting', () => {
    fc.assert(
      fc.property(words, gap, ending, (given, between, end) => {
        const line = `${PRINT}${given.join(between)}${end}`;
        const { words: all, unknown } = splitShell(setUp + line);
        // What follows a variable may make it another one.
        fc.pre(unknown.length === 0 && !readOtherwise.test(line));
        const expected = bashWords(setUp + line);
        fc.pre(expected !== undefined);
        const read = all.slice(2);
        // Without arguments printf prints its format once, with nothing in it.
        expect(read.length === 0 ? [''] : read).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('in any order of the characters that mean something', () => {
    fc.assert(
      fc.property(texts('ab \'"\\$#=\n\t{}!-.', 24), (text) => {
        const line = `${PRINT}x ${text}`;
        // What stands on a further line is another command, and bash must not run it.
        const first = splitShell(line);
        fc.pre(
          first.unclosed === undefined &&
            first.unknown.length === 0 &&
            first.end === line.length &&
            !readOtherwise.test(line) &&
            !line.endsWith('\\'),
        );
        const expected = bashWords(line);
        fc.pre(expected !== undefined);
        expect(first.words.slice(2)).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  });

  test.each([
    ['a here-document', 'cat_() { while IFS= read -r l; do printf "%s\\0" "$l"; done; }\n', 'cat_ <<EOF\na "b" $KEY \\$x\\\ny\nEOF\n'],
    [
      'a quoted here-document',
      'cat_() { while IFS= read -r l; do printf "%s\\0" "$l"; done; }\n',
      'cat_ <<\'EOF\'\na "b" $KEY \\$x\\\ny\nEOF\n',
    ],
    [
      'a here-document without tabs',
      'cat_() { while IFS= read -r l; do printf "%s\\0" "$l"; done; }\n',
      'cat_ <<-EOF\n\ta\n\t\tb\n\tEOF\n',
    ],
    ['a here-string', 'cat_() { while IFS= read -r l; do printf "%s\\0" "$l"; done; }\n', 'cat_ <<<"a $KEY"\n'],
  ])('standard input from %s', (_name, prelude, line) => {
    const { stdin } = readCommand(line, 0, { ...newShell(), assignments: new Map([['KEY', 'abc']]) });
    expect(stdin?.replace(/\n$/, '').split('\n')).toEqual(bashWords(`KEY=abc\n${prelude}${line}`));
  });
});

describe('where a command ends', () => {
  test.each([
    ['curl a; curl b', ';', ' curl b'],
    ['curl a && curl b', '&&', ' curl b'],
    ['curl a || exit', '||', ' exit'],
    ['curl a | jq .', '|', ' jq .'],
    ['curl a |& tee x', '|&', ' tee x'],
    ['curl a & curl b', '&', ' curl b'],
    ['curl a\ncurl b', '\n', 'curl b'],
    ['curl a\r\ncurl b', '\n', 'curl b'],
    ['curl a) || exit', ')', ' || exit'],
    ['curl a # and b', '', ''],
    ['curl a 2>&1', '', ''],
    ['curl a &>log', '', ''],
    ['curl a <<EOF | jq .\nb\nEOF\ncurl c', '\n', 'curl c'],
  ])('%j', (text, operator, rest) => {
    const command = splitShell(text);
    expect(command.words).toEqual(['curl', 'a']);
    expect(command.operator).toBe(operator);
    expect(text.slice(command.end)).toBe(rest);
  });

  test('an & in an unquoted URL is one of the ends', () => {
    expect(splitShell('curl https://api.example.com/v1?a=1&b=2').words).toEqual(['curl', 'https://api.example.com/v1?a=1']);
  });

  test('a redirection is no word', () => {
    expect(splitShell('curl -s 2>/dev/null a >> "out file" -i <in').words).toEqual(['curl', '-s', 'a', '-i']);
  });
});

describe('what the text assigns', () => {
  test('on its own line, with export, and in terms of what came before', () => {
    const command = splitShell(
      '# set up\nHOST=api.example.com\n\nexport KEY="k 1" URL=https://$HOST/v1\ncurl $URL -H "Authorization: Bearer ${KEY}"',
    );
    expect(command.words).toEqual(['curl', 'https://api.example.com/v1', '-H', 'Authorization: Bearer k 1']);
    expect(Object.fromEntries(command.assignments)).toEqual({ HOST: 'api.example.com', KEY: 'k 1', URL: 'https://api.example.com/v1' });
    expect(command.unknown).toEqual([]);
  });

  test('in front of a command is not seen by its own words, as in a shell', () => {
    expect(splitShell('KEY=abc curl "$KEY"')).toMatchObject({ words: ['curl', '$KEY'], unknown: ['$KEY'] });
  });

  test('never what only a shell knows: that stays as written, and is named once', () => {
    const command = splitShell('curl "$URL/${VERSION:-v1}" -H "X: $(cat "key )file")" -d "$URL" `date` -H @<(echo "a b") $1');
    expect(command.words).toEqual([
      'curl',
      '$URL/${VERSION:-v1}',
      '-H',
      'X: $(cat "key )file")',
      '-d',
      '$URL',
      '`date`',
      '-H',
      '@<(echo "a b")',
      '$1',
    ]);
    expect(command.unknown).toEqual(['$URL', '${VERSION:-v1}', '$(cat "key )file")', '`date`', '<(echo "a b")', '$1']);
  });
});

describe('damaged text', () => {
  test('a quote that is never closed is named, and takes the rest', () => {
    expect(splitShell(`curl -d '{"a": "it's fine"}' b`)).toMatchObject({ words: ['curl', '-d', '{"a": "its', "fine}' b"], unclosed: '"' });
    expect(splitShell("curl 'a b")).toMatchObject({ words: ['curl', 'a b'], unclosed: "'" });
    expect(splitShell('curl "a b')).toMatchObject({ words: ['curl', 'a b'], unclosed: '"' });
    expect(splitShell("curl $'a\\'")).toMatchObject({ words: ['curl', "a'"], unclosed: "'" });
  });

  test('blanks behind a backslash that should end the line do not cut the command', () => {
    expect(splitShell('curl a \\  \n  -H b \\\t\r\n  -d c').words).toEqual(['curl', 'a', '-H', 'b', '-d', 'c']);
  });

  test('Windows line ends continue a command as others do', () => {
    expect(splitShell('curl a \\\r\n  -H "b" \\\r\n  -d c\r\n').words).toEqual(['curl', 'a', '-H', 'b', '-d', 'c']);
  });

  test('a here-document without its end is the rest of the text', () => {
    expect(splitShell('curl -d @- a <<EOF\n{"b": 1}\n')).toMatchObject({ words: ['curl', '-d', '@-', 'a'], stdin: '{"b": 1}\n' });
  });

  test('no text makes it fall over or leave text unread', () => {
    fc.assert(
      fc.property(texts('a \'"\\$#=\n\t(){}`<>|&;-', 60), (text) => {
        const { words: read, end, operator } = splitShell(text);
        expect(read.length === 0 || operator !== '' ? end <= text.length : end).toBe(
          operator === '' && read.length > 0 ? text.length : true,
        );
      }),
    );
  });
});
