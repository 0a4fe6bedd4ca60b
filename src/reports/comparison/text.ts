/** A comparison for a terminal: what was sent, then what came back. */
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Comparison, Difference } from '../../model/comparison.ts';
import { withoutCommands } from '../../model/format.ts';
import type { RenderOptions } from '../../model/report.ts';
import { callWords, countWords, keyWords, placeWords, safe } from './words.ts';

type Paint = (text: string) => string;
type Styles = Record<'bold' | 'dim' | 'green' | 'red', Paint>;

/** The rest of a long list is in the JSON. */
const MOST = 25;
const MARKS: Record<Difference['weight'], string> = { likely: '!', possible: '?', minor: '·' };

const asItIs: Paint = (text) => text;

async function stylesFor(level: RenderOptions['color']): Promise<Styles> {
  return level === 0 ? { bold: asItIs, dim: asItIs, green: asItIs, red: asItIs } : new (await import('chalk')).Chalk({ level });
}

/** Takes a comparison, the colour level and the columns; gives lines that end in a line feed. */
export async function renderText(comparison: Comparison, { color, width }: Pick<RenderOptions, 'color' | 'width'>): Promise<string> {
  const paint = await stylesFor(color);
  const lines: string[] = [];
  const put = (lead: string, text: string, style: Paint = asItIs): void => {
    wrapAnsi(withoutCommands(text), Math.max(16, width - lead.length), { hard: true })
      .split('\n')
      .forEach((line, i) => lines.push(`${i === 0 ? lead : ' '.repeat(lead.length)}${style(line)}`.trimEnd()));
  };
  const { good, bad, differences, key, warnings } = comparison;
  put('  good     ', `${callWords(good)} (${placeWords(good)})`);
  put('  failing  ', `${callWords(bad)} (${placeWords(bad)})`);
  lines.push('');
  put('', keyWords[key]);
  put('', countWords(comparison), paint.bold);
  const shown = differences.slice(0, MOST);
  for (const part of ['request', 'response'] as const) {
    const own = shown.filter((difference) => difference.part === part);
    if (own.length === 0) continue;
    lines.push('', part === 'request' ? 'What was sent' : 'What came back');
    for (const { name, weight, good: before, bad: after, says } of own) {
      put(`  ${MARKS[weight]} `, safe(name), paint.bold);
      put('      good     ', before === undefined ? '(not there)' : safe(before), paint.green);
      put('      failing  ', after === undefined ? '(not there)' : safe(after), paint.red);
      put('      ', says, paint.dim);
    }
  }
  if (differences.length > MOST) lines.push('', `And ${differences.length - MOST} more: --format json has them all.`);
  if (warnings.length > 0) lines.push('');
  for (const warning of warnings) put('Note: ', safe(warning, 300));
  // Once more, for a word that was broken before its colons.
  return withoutCommands(`${lines.join('\n')}\n`);
}
