/**
 * The keys of the JSON report, which programs read by name: fixtures/_key-set.txt holds every path, "verdict.retry.at", "[]"
 * for each item of a list. Within a schema number a path may be added and none may go.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { diagnosisSchema } from '../src/model/diagnosis.ts';
import { expectGolden } from './support/golden.ts';
import { namesIn, root } from './support/units.ts';

type Schema = { properties?: Record<string, Schema>; items?: Schema };

function pathsOfSchema({ properties = {}, items }: Schema, path = ''): string[] {
  const members = Object.entries(properties).flatMap(([key, member]) => {
    const own = path ? `${path}.${key}` : key;
    return [own, ...pathsOfSchema(member, own)];
  });
  return items ? [...members, ...pathsOfSchema(items, `${path}[]`)] : members;
}

function pathsOfValue(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOfValue(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const own = path ? `${path}.${key}` : key;
    return [own, ...pathsOfValue(member, own)];
  });
}

const golden = () => readFileSync(join(root, 'fixtures/_key-set.txt'), 'utf8').split('\n').filter(Boolean);

test('the schema has the key paths of the golden list', () => {
  const paths = pathsOfSchema(toJsonSchema(diagnosisSchema) as Schema);
  expectGolden(
    'fixtures/_key-set.txt',
    paths
      .sort()
      .map((path) => `${path}\n`)
      .join(''),
  );
});

test.each(namesIn('fixtures', 'cases'))('%s: its report has no key that is not in the list', (name) => {
  const report: unknown = JSON.parse(readFileSync(join(root, 'fixtures/cases', name, 'expected.json'), 'utf8'));
  const known = new Set(golden());
  expect(pathsOfValue(report).filter((path) => !known.has(path))).toEqual([]);
});

test('a key is absent rather than null', () => {
  for (const name of namesIn('fixtures', 'cases')) {
    expect(readFileSync(join(root, 'fixtures/cases', name, 'expected.json'), 'utf8')).not.toMatch(/":\s*null\b/);
  }
});
