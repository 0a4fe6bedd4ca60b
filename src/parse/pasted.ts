/** What every kind of pasted text may tell: the status, the URL that was called, and the words without a terminal's colours. */
import type { RawExchange } from '../model/exchange.ts';
import { toldStatus } from './told-status.ts';

const URL_TEXT = String.raw`(https?:\/\/[^\s"'\x60<>)\]},;]+)`;

/** Places in which programs name the URL that they called, the surest first. */
const CALLED_URL: RegExp[] = [
  new RegExp(String.raw`\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[\s:"'\x60(\[]{1,4}${URL_TEXT}`),
  new RegExp(String.raw`\bcurl\b[^\n|]{0,400}?\s["']?${URL_TEXT}`),
  new RegExp(
    String.raw`\b(?:for url|request(?:ed|ing)? (?:url|to)|when requesting|fetching from|calling|requesting|unexpected status code|post|get)[:\s]{1,3}["']?${URL_TEXT}`,
    'i',
  ),
  new RegExp(
    String.raw`["']?\b(?:url|uri|endpoint|base[ _]?url|requestUrl|request_url|api_base)["']?\s{0,2}[:=]\s{0,3}["']?${URL_TEXT}`,
    'i',
  ),
];

/** Links to documentation and dashboards are where to look, not what was called. */
const NOT_CALLED =
  /\/\/(?:docs|help|support|dashboard|console|platform\.openai|developers?|learn|status)\.|\/(?:docs|settings|billing|help|pricing|issues|dashboard|account)\b/i;

/** The URL that a text says was called, with the method where it says that too. */
export function calledUrl(text: string): Pick<RawExchange, 'request' | 'toldUrl'> {
  for (const place of CALLED_URL) {
    const match = place.exec(text);
    if (!match) continue;
    const [url, method] = match.length > 2 ? [match[2]!, match[1]] : [match[1]!, undefined];
    if (NOT_CALLED.test(url)) continue;
    const clean = url.replace(/[.,:]+$/, '');
    return method === undefined ? { toldUrl: clean } : { request: { method, url: clean, headers: [] } };
  }
  return {};
}

/** Colours and cursor movements of a terminal, links in it, carriage returns of a progress bar. */
const TERMINAL = new RegExp(String.raw`\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,512}(?:\u0007|\u001b\\))`, 'g');

const isDrawn = (char: string | undefined): boolean => char !== undefined && /[\u2500-\u259f \t]/.test(char);

/** A line without the sides of a box that a program drew around its message; an indent that no box drew stays. */
function withoutBox(line: string): string {
  if (!/[\u2500-\u259f]/.test(line)) return line;
  let [from, to] = [0, line.length];
  while (isDrawn(line[from])) from++;
  while (to > from && isDrawn(line[to - 1])) to--;
  return line.slice(from, to);
}

/** A text without the escape sequences of a terminal, and without the boxes drawn in it. */
export const withoutTerminal = (text: string): string => {
  const plain = text.replace(TERMINAL, '').replace(/\r(?!\n)/g, '\n');
  return /[\u2500-\u259f]/.test(plain) ? plain.split('\n').map(withoutBox).join('\n') : plain;
};

/** One exchange of a pasted text, as far as any text tells: the words, the status in a status's place, the URL that was called. */
export function pastedExchange(text: string, shape: string): RawExchange {
  const words = withoutTerminal(text).trim();
  const status = toldStatus(words);
  return { source: { shape }, ...calledUrl(words), ...(status !== undefined && { toldStatus: status }), text: words };
}
