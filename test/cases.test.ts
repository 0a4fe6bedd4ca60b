/**
 * Whole runs of the built CLI, input to report. A case is a folder of fixtures/cases/:
 *   input.*        what is piped in
 *   args.json      further arguments, optional: ["--url", "https://api.example.com/v1/things"]
 *   evidence.json  what was gathered, optional: given with --evidence; without it the run is --offline
 *   expected.json  the JSON report, the tool's version as 0.0.0
 *   expected.txt   the text report, 80 columns, no colour
 *   exit           the exit code of both
 * UPDATE_GOLDEN=1 writes the last three.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden, pretty } from './support/golden.ts';
import { runCli } from './support/run-cli.ts';
import { namesIn, root } from './support/units.ts';

const members = ['args.json', 'evidence.json', 'exit', 'expected.json', 'expected.txt'];

describe.each(namesIn('fixtures', 'cases'))('%s', (name) => {
  const folder = join(root, 'fixtures/cases', name);
  const inputs = namesIn('fixtures', 'cases', name).filter((file) => file.startsWith('input.'));

  async function run(format: string) {
    const given = join(folder, 'args.json');
    const more = existsSync(given) ? (JSON.parse(readFileSync(given, 'utf8')) as string[]) : [];
    const evidence = join(folder, 'evidence.json');
    const world = existsSync(evidence) ? ['--evidence', evidence] : ['--offline'];
    const stdin = readFileSync(join(folder, inputs[0] as string));
    const { code, stdout, stderr } = await runCli(['-', '--format', format, ...world, ...more], { stdin });
    expect(stderr).toBe('');
    return { exit: `${code}\n`, stdout };
  }

  test('is a case', () => {
    expect(name).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
    expect(inputs).toHaveLength(1);
    for (const file of namesIn('fixtures', 'cases', name)) if (!inputs.includes(file)) expect(members).toContain(file);
  });

  test('as JSON', async () => {
    const { exit, stdout } = await run('json');
    const report = JSON.parse(stdout) as { tool: { name: string; version: string } };
    expect(report.tool.version).toMatch(/^\d+\.\d+\.\d+/);
    expectGolden(`fixtures/cases/${name}/expected.json`, pretty({ ...report, tool: { ...report.tool, version: '0.0.0' } }));
    expectGolden(`fixtures/cases/${name}/exit`, exit);
  });

  test('as text', async () => {
    const { exit, stdout } = await run('text');
    expectGolden(`fixtures/cases/${name}/expected.txt`, stdout);
    expect(exit).toBe(readFileSync(join(folder, 'exit'), 'utf8'));
    // A link stays in one piece, however long it is.
    const lines = stdout.split('\n').filter((line) => !line.includes('https://'));
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
  });
});
