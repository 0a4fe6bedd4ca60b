/** `--format junit`: the XML that build servers read. A failure that the baseline knows is skipped. */
import { visible } from '../../../model/format.ts';
import type { CheckResult, RunResult } from '../types.ts';
import { linesOf, safe } from './words.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;' };

/** XML 1.0 §2.2 has no control characters, and no U+FFFE and U+FFFF: those are shown, these left out. Some runners act on ##[…]. */
const xml = (text: string): string =>
  visible(text, '\n')
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"'\n]/g, (char) => ESCAPES[char]!)
    .replace(/##(?=\w{0,12}\[)/g, '#&#35;');

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function testCase(result: CheckResult, file: string): string {
  const { name, line, timings, outcome, known, verdict } = result;
  const head = `    <testcase name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}" line="${line}" time="${seconds(timings.tookMs)}"`;
  if (outcome === 'pass') return `${head}/>`;
  const message = `message="${xml(safe(result.says))}"`;
  if (outcome === 'skipped' || known) return `${head}>\n      <skipped ${message}/>\n    </testcase>`;
  const tag = outcome === 'fail' ? 'failure' : 'error';
  const type = verdict?.verdict.cause ?? result.expectations.find((each) => each.outcome !== 'pass')?.kind ?? 'call';
  return `${head}>\n      <${tag} type="${xml(type)}" ${message}>${xml(linesOf(result).join('\n'))}</${tag}>\n    </testcase>`;
}

export function renderJunit({ checks, file, at, summary }: RunResult): string {
  const count = (outcome: CheckResult['outcome']): number => checks.filter((each) => each.outcome === outcome && !each.known).length;
  const counts = `tests="${summary.total}" failures="${count('fail')}" errors="${count('error')}" skipped="${summary.skipped + summary.known}" time="${seconds(summary.tookMs)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="diagnose check" ${counts}>`,
    `  <testsuite name="${xml(file)}" timestamp="${at.slice(0, 19)}" ${counts}>`,
    ...checks.map((result) => testCase(result, file)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
