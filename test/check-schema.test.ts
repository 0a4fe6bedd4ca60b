/** schema/check.schema.json, which editors read, is the check file's own schema; and what it allows, the reader takes. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkFileSchema } from '../src/cli/check/schema.ts';
import { expectGolden, pretty } from './support/golden.ts';

test('the published schema is that of the check file', () => {
  const { $schema, ...schema } = toJsonSchema(checkFileSchema);
  const head = { $schema, $id: 'urn:diagnose-http:check:1', title: 'A file of checks for diagnose check' };
  expectGolden('schema/check.schema.json', pretty({ ...head, ...schema }));
});

test('every member says what it is for', () => {
  const { properties } = toJsonSchema(checkFileSchema.entries.checks.pipe[0].item);
  const { request, expect: expected } = properties as Record<
    string,
    { description?: string; properties: Record<string, { description?: string }> }
  >;
  const members = [request!, expected!].flatMap((each) => [each, ...Object.values(each.properties)]);
  expect(members.filter(({ description }) => description === undefined)).toEqual([]);
});

test('a file with every member is taken', () => {
  const file = {
    $schema: './check.schema.json',
    checks: [
      {
        name: 'all of it',
        tags: ['smoke'],
        request: { url: 'https://api.example.com/v1/x', method: 'POST', headers: { accept: '*/*' }, body: { model: 'm' } },
        expect: {
          status: [200, 201],
          json: ['a.b', { path: 'c[0]', equals: null }],
          verdict: { not: ['payment', 'rate-limited'] },
          latency: 2000,
          tlsDaysLeft: 14,
          balance: { min: 20, unit: 'USD' },
          quota: { maxUsed: '90%' },
          statusPage: 'green',
          context: { model: 'm', window: 128_000, headroom: '10%' },
        },
      },
    ],
  };
  expect(v.parse(checkFileSchema, file)).toEqual(file);
});
