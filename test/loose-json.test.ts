/** Objects as programs print them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectAt, objectsIn } from '../src/parse/loose-json.ts';

const only = (text: string): unknown => objectsIn(text).map(({ value }) => JSON.parse(JSON.stringify(value)) as unknown);

describe('one object in a text', () => {
  test.each([
    ['JSON behind a prefix', 'Upstream 429: {"error":{"code":"1113"}} (attempt 2)', { error: { code: '1113' } }],
    [
      'a Python repr',
      "Error code: 402 - {'error': {'message': 'it is empty', 'param': None, 'fatal': True}}",
      { error: { message: 'it is empty', param: null, fatal: true } },
    ],
    ['an apostrophe that nobody escaped', "{'message': 'the account's balance'}", { message: "the account's balance" }],
    [
      'util.inspect',
      "{\n  statusCode: 402,\n  cause: undefined,\n  values: [Object],\n  data: 'one ' +\n    'two'\n}",
      { statusCode: 402, cause: null, values: '[Object]', data: 'one two' },
    ],
    [
      'a class name before it',
      'AxiosError { status: 500, headers: AxiosHeaders { server: "x" } }',
      { status: 500, headers: { server: 'x' } },
    ],
    [
      'util.inspect with brackets around what is not plain',
      "{ a: [Object: null prototype] { b: 1 }, headers: Object [AxiosHeaders] { 'retry-after': '4' }, c: [class X], [Symbol(kHeaders)]: [Object] }",
      { a: { b: 1 }, headers: { 'retry-after': '4' }, c: '[class X]', '[Symbol(kHeaders)]': '[Object]' },
    ],
    [
      'an error as a member, with its message over two lines, its stack and its own members',
      "{\n  [cause]: Error: one\n  two\n      at Socket.<anonymous> [as x] (node:net:1611:16)\n      at b {\n    code: 'ECONNRESET'\n  },\n  status: 402\n}",
      { cause: { message: 'Error: one\n  two', code: 'ECONNRESET' }, status: 402 },
    ],
    [
      'errors in an array, one without a stack',
      "{ [errors]: [\n  Error: connect ECONNREFUSED ::1:80\n      at a (b:1:2) {\n    port: 80\n  },\n  [TypeError: no, not so] { code: 'X' }\n] }",
      {
        errors: [
          { message: 'Error: connect ECONNREFUSED ::1:80', port: 80 },
          { message: 'TypeError: no, not so', code: 'X' },
        ],
      },
    ],
    [
      'what the printer left out',
      "{ list: [ 'a', 'b'... 12 more characters, ... 3 more items ], text: 'c'... 9 more characters, last: 1 }",
      { list: ['a', 'b'], text: 'c', last: 1 },
    ],
    ['a Ruby hash', '{"code"=>403, "message"=>"no", :key=>nil}', { code: 403, message: 'no', key: null }],
    ['JSON in a string of a log line', '{"level":"error","msg":"got {\\"error\\":\\"x\\"}"}', { level: 'error', msg: 'got {"error":"x"}' }],
    [
      'cut off in the middle',
      '{"error":{"message":"Authentication Fails","code":"invalid_req',
      { error: { message: 'Authentication Fails', code: 'invalid_req' } },
    ],
  ])('%s', (_, text, value) => expect(only(text)).toEqual([value]));
});

test('a stringified document alone', () => expect(only(String.raw`body={\"error\":{\"code\":402}}`)).toEqual([{ error: { code: 402 } }]));

test('an object is read where it is said to start, and nowhere else', () => {
  expect(objectAt('config: {a: 1}, response: {b: 2}', 26)?.value).toEqual(Object.assign(Object.create(null) as object, { b: 2 }));
  expect(objectAt('config: {a: 1}', 0)).toBeUndefined();
});

test('source code is no object', () => expect(objectsIn('function f() { return a + b; } if (x) { y(); }')).toEqual([]));

test('every JSON object is found as it is, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const [found] = objectsIn(`before ${JSON.stringify(object)} after`);
      expect(JSON.stringify(found?.value)).toBe(JSON.stringify(object));
    }),
  );
});

test('any cut of a text is read without a crash, and as an object where one began', () => {
  const text = '{"error":{"message":"no credits","codes":[1,2,{"a":null}]}}';
  for (let end = 0; end <= text.length; end++) expect(objectsIn(text.slice(0, end)).length).toBeLessThanOrEqual(1);
});

test('work is bounded on hostile text', () => {
  expect(objectsIn('{'.repeat(200_000))).toEqual([]);
  expect(objectsIn('[{"a":'.repeat(50_000)).length).toBeLessThanOrEqual(60);
});
