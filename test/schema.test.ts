/** schema/report.schema.json, which the package publishes, is the diagnosis's own schema; and every expected report meets it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { diagnosisSchema } from '../src/model/diagnosis.ts';
import { expectGolden, pretty } from './support/golden.ts';
import { namesIn, root } from './support/units.ts';

test('the published schema is that of the diagnosis', () => {
  const { $schema, ...schema } = toJsonSchema(diagnosisSchema);
  const head = { $schema, $id: 'urn:diagnose-http:report:1', title: 'The JSON report of diagnose, schema 1' };
  expectGolden('schema/report.schema.json', pretty({ ...head, ...schema }));
});

test.each(namesIn('fixtures', 'cases'))('%s: the expected report is a diagnosis and nothing more', (name) => {
  const report: unknown = JSON.parse(readFileSync(join(root, 'fixtures/cases', name, 'expected.json'), 'utf8'));
  expect(v.parse(diagnosisSchema, report)).toEqual(report);
});
