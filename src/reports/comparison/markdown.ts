/** A comparison for a comment or an issue. Whatever came from outside stands in a code span. */
import type { Comparison, Difference } from '../../model/comparison.ts';
import { withoutCommands } from '../../model/format.ts';
import { callWords, countWords, keyWords, placeWords, safe } from './words.ts';

const MOST = 25;
const weightWords: Record<Difference['weight'], string> = { likely: 'likely to matter', possible: 'may matter', minor: 'minor' };

/** Takes a comparison; gives Markdown (CommonMark) that ends in a line feed. */
export function renderMarkdown(comparison: Comparison): string {
  const { good, bad, differences, key, warnings, tool } = comparison;
  const list = (part: Difference['part']): string[] => {
    const items = differences.slice(0, MOST).filter((difference) => difference.part === part);
    return items.length === 0 ? [] : [part === 'request' ? '**What was sent**' : '**What came back**', items.map(itemOf).join('\n')];
  };
  const blocks = [
    '### A call that worked, and one that failed',
    `- Good: ${code(callWords(good))} (${code(placeWords(good))})\n- Failing: ${code(callWords(bad))} (${code(placeWords(bad))})`,
    `${keyWords[key]} ${countWords(comparison)}`,
    ...list('request'),
    ...list('response'),
    ...(differences.length > MOST ? [`And ${differences.length - MOST} more.`] : []),
    ...(warnings.length > 0 ? [`**Notes**\n\n${warnings.map((warning) => `- ${code(safe(warning, 300))}`).join('\n')}`] : []),
    `Compared by ${code(`${tool.name} ${tool.version}`)}.`,
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

function itemOf({ name, weight, good, bad, says }: Difference): string {
  const value = (text: string | undefined): string => (text === undefined ? 'not there' : code(safe(text)));
  return `- ${code(safe(name))} (${weightWords[weight]}): ${value(good)} in the good call, ${value(bad)} in the failing one. ${says}`;
}

/** A code span, with a fence that its text cannot close. */
function code(text: string): string {
  if (text === '') return '(empty)';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const pad = longest > 0 ? ' ' : '';
  return `${'`'.repeat(longest + 1)}${pad}${text}${pad}${'`'.repeat(longest + 1)}`;
}
