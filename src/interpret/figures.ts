/** The figures that an error names: what was asked, what is affordable, limit, used, remaining, the window, and when it resets. */
import type { Figure, Wait } from '../model/reading.ts';
import { dateIn, durationSeconds } from './time.ts';

/** A number as messages write it, with a currency's sign before it or its name after it. */
const SUM = String.raw`(?:[$€£¥]|\b(?:USD|EUR|CNY|RMB|GBP)\s?)?(-?[$€£¥]?\d[\d,_]*(?:\.\d+)?)`;

type Name = Exclude<Figure['name'], 'fits' | 'window'>;

/**
 * Where figures stand in the wording that vendors share; the names are those of the groups, in their order. One of `near` must
 * stand in the text, in small letters, before the expression is made: most errors name no figure at all. The more exact places
 * come first, for each name is read once. `unit` where the place itself tells it.
 */
const PLACES: { names: Name[]; near: string[]; source: string; unit?: string }[] = [
  { names: ['requested'], near: ['requested'], source: `requested (?:up to |about )?${SUM} tokens`, unit: 'tokens' },
  { names: ['affordable'], near: ['afford'], source: `can only afford ${SUM}` },
  {
    names: ['limit'],
    near: ['maximum ', 'max context', 'max prompt', 'max input'],
    source: String.raw`\b(?:maximum|max) (?:context|prompt|input) (?:length|window|size)(?: (?:is|of))? (?:only )?${SUM}`,
    unit: 'tokens',
  },
  {
    names: ['input'],
    near: ['messages', 'prompt', 'input'],
    source: String.raw`\b(?:messages|prompt|input)[^.\d]{0,40}(?:resulted in|contains?|is|has|of) ${SUM} (?:input )?tokens`,
    unit: 'tokens',
  },
  {
    names: ['output'],
    near: ['the completion', 'the output'],
    source: `${SUM} (?:tokens )?(?:in|for) the (?:completion|output)`,
    unit: 'tokens',
  },
  {
    names: ['input', 'limit'],
    near: ['>'],
    source: String.raw`(?:prompt|input|tokens?)[^.\d]{0,40}?${SUM} ?(?:tokens )?> ?${SUM}(?: maximum)?`,
    unit: 'tokens',
  },
  {
    names: ['input'],
    near: ['exceed', 'is larger'],
    source: String.raw`\b(?:(?:prompt|input) token count|requested tokens|token count|request) (?:of |\()?${SUM}\)?[^.]{0,20}(?:exceeds?|is larger)`,
    unit: 'tokens',
  },
  { names: ['limit'], near: ['window'], source: `context window of ${SUM}`, unit: 'tokens' },
  {
    names: ['limit'],
    near: ['exceed'],
    source: String.raw`exceeds? (?:the )?(?:context window|limit|maximum|max)[^.\d]{0,50}(?:of |\()${SUM}`,
  },
  // What a gateway reserves before it asks its upstream, in the words of New API and its kin.
  { names: ['remaining'], near: ['剩余'], source: String.raw`剩余(?:额度|余额|配额)\s?[:：]?\s?${SUM}` },
  { names: ['requested'], near: ['需要'], source: String.raw`需要(?:预扣费)?(?:额度|金额|配额)\s?[:：]?\s?${SUM}` },
  {
    names: ['requested', 'remaining'],
    near: ['only have', 'you have'],
    source: String.raw`(?:costs?|requires?|needs?) ${SUM} \w{0,12} ?(?:but|and|,)[^.\d]{0,30}(?:only )?(?:have|has|got) ${SUM}`,
  },
  {
    names: ['remaining', 'requested'],
    near: ['required', 'need'],
    source: String.raw`\b(?:balance|available|remaining|have|left)[^.\d$€£¥-]{0,20}${SUM}[^.\d]{0,30}(?:required|requires|needs?|needed)[^.\d$€£¥-]{0,20}${SUM}`,
  },
  {
    names: ['used', 'limit'],
    near: ['cost', 'spend', 'spent'],
    source: String.raw`\b(?:current )?(?:cost|spend|spent|spending)\b[^.\d$€£¥]{0,20}${SUM}[^\d$€£¥]{0,40}(?:budget|limit|cap)\b[^.\d$€£¥]{0,12}${SUM}`,
  },
  {
    names: ['limit', 'used'],
    near: ['budget'],
    source: String.raw`\b(?:budget|limit|cap)\b[^.\d$€£¥]{0,12}${SUM}[^\d$€£¥]{0,30}(?:cost|spend|spent|used)\b[^.\d$€£¥]{0,12}${SUM}`,
  },
  {
    names: ['used', 'limit'],
    near: [' of '],
    source: String.raw`\b(?:used|consumed|made|sent)\b[^.\d]{0,20}${SUM} (?:out )?of (?:your |the |a )?${SUM}`,
  },
  { names: ['used', 'limit'], near: ['/'], source: String.raw`\(${SUM} ?/ ?${SUM}(?: [a-z]+)?\)` },
  { names: ['limit'], near: ['limit'], source: String.raw`\blimit(?: is| of)?[:=]? ${SUM}` },
  { names: ['used'], near: ['used', 'usage'], source: String.raw`\b(?:used|usage)[:=]? ${SUM}` },
  { names: ['requested'], near: ['requested'], source: String.raw`\brequested[:=]? ${SUM}` },
  {
    names: ['remaining'],
    near: ['remaining', 'balance', 'left'],
    source: String.raw`\b(?:remaining|(?:current )?balance(?: is)?)[:=]? ${SUM}`,
  },
];

const UNITS: [word: RegExp, unit: string][] = [
  [/\$|\busd\b|\bdollars?\b/i, 'USD'],
  [/€|\beur\b/i, 'EUR'],
  [/¥|\bcny\b|\brmb\b|元/i, 'CNY'],
  [/\btokens?\b/i, 'tokens'],
  [/\brequests?\b|\bcalls?\b|\bqueries\b/i, 'requests'],
  [/\bcredits?\b|\bpoints\b|积分/i, 'credits'],
  [/\bcharacters?\b|\bchars\b/i, 'characters'],
  [/\bbytes\b/i, 'bytes'],
  [/\bminutes\b/i, 'minutes'],
  [/\bimages?\b/i, 'images'],
];

/** Windows by the words for them: seconds. The abbreviations are those of requests and tokens per minute and per day. */
const WINDOWS: [word: RegExp, seconds: number][] = [
  [/\b(?:per|a|each|every)[ -]second\b|\/s(?:ec)?\b|\bRPS\b|\bQPS\b|per 1 second/i, 1],
  [/\b(?:per|a|each|every)[ -]min(?:ute)?\b|\/min\b|\b(?:[RTI]PM|AUDIO_PM)\b|minutely/i, 60],
  [/\b(?:per|a|each|every)[ -]hour\b|\/h(?:our)?\b|\bhourly\b|\b[RT]PH\b/i, 3600],
  [/\b(?:per|a|each|every)[ -]day\b|\/day\b|\bdaily\b|\b[RTI]PD\b|PerDay/i, 86_400],
  [/\b(?:per|a|each|every)[ -]week\b|\bweekly\b/i, 604_800],
  [/\b(?:per|a|each|every)[ -]month\b|\bmonthly\b|\bthis month\b/i, 2_592_000],
];

const toNumber = (text: string): number => Number(text.replace(/[,_$€£¥]/g, ''));

/** What is counted: told by the place, by a sign or word at the number, or by the words of the limit ("RPM", "tokens per day"). */
function unitOf(match: RegExpExecArray, text: string, given: string | undefined): string | undefined {
  if (given !== undefined) return given;
  const around = `${match[0]}${text.slice(match.index + match[0].length, match.index + match[0].length + 14)}`;
  const near = UNITS.find(([word]) => word.test(around))?.[1];
  if (near !== undefined) return near;
  const before = text.slice(Math.max(0, match.index - 120), match.index);
  if (/\bTP[MDH]\b/.test(before)) return 'tokens';
  if (/\bRP[SMDH]\b/.test(before)) return 'requests';
  return UNITS.find(([word]) => word.test(before))?.[1];
}

/** The window that a limit's own words name, where they name one alone. */
function windowOf(text: string): number | undefined {
  const named = WINDOWS.filter(([word]) => word.test(text));
  return named.length === 1 ? named[0]![1] : undefined;
}

/** The figures in the messages of an error; each name once, where it stands first. */
export function figuresOf(messages: readonly { where: string; value: string }[]): Figure[] {
  const figures: Figure[] = [];
  const has = (name: Figure['name']): boolean => figures.some((figure) => figure.name === name);
  for (const { where, value } of messages) {
    if (!/\d/.test(value)) continue;
    const text = value.slice(0, 8000).replace(/[＄￥]/g, (sign) => (sign === '＄' ? '$' : '¥'));
    const small = text.toLowerCase();
    for (const { names, near, source, unit: given } of PLACES) {
      if (names.every(has) || !near.some((word) => small.includes(word))) continue;
      const match = new RegExp(source, 'i').exec(text);
      if (!match) continue;
      const unit = unitOf(match, text, given);
      names.forEach((name, i) => {
        const number = toNumber(match[i + 1]!);
        if (!has(name) && Number.isFinite(number)) figures.push({ name, value: number, ...(unit !== undefined && { unit }), where });
      });
    }
    const window = has('limit') && !has('window') ? windowOf(text) : undefined;
    if (window !== undefined) figures.push({ name: 'window', value: window, unit: 'seconds', where });
  }
  const fits = fitting(figures);
  return fits ? [...figures, fits] : figures;
}

/** The most output tokens that would still be taken: what is affordable, or what the input leaves of the limit. */
function fitting(figures: readonly Figure[]): Figure | undefined {
  const find = (name: Figure['name']): Figure | undefined => figures.find((figure) => figure.name === name && figure.unit === 'tokens');
  const affordable = find('affordable');
  if (affordable) return { ...affordable, name: 'fits' };
  const [limit, output, requested] = [find('limit'), find('output'), find('requested')];
  const input =
    find('input')?.value ?? (requested && output && requested.value > output.value ? requested.value - output.value : undefined);
  if (!limit || input === undefined || input >= limit.value || figures.some(({ name }) => name === 'window')) return undefined;
  return { ...limit, name: 'fits', value: limit.value - input };
}

const WAIT_WORDS =
  /\b(?:try again|retry(?:ing)?|wait|resets?|available again|come back|reset[s]?(?: after)?|regain access|renews?|refresh(?:es)?|until|back off)(?:\s+(?:in|after|for|at|on|by|about|approximately|least|another|again))*[:\s]{1,3}/gi;

/** When the error's own words say that waiting ends: "try again in 6m0s", "resets in 13 days", "regain access on 2026-02-01". */
export function waitInWords(messages: readonly { where: string; value: string }[], now: Date): Wait | undefined {
  for (const { where, value } of messages) {
    const text = value.slice(0, 8000).replace(/\s+/g, ' ');
    if (!/\d/.test(text)) continue;
    for (const match of text.matchAll(WAIT_WORDS)) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
      const seconds = durationSeconds(rest);
      if (seconds !== undefined) return { seconds, where };
      const date = /^(?:the |on )?\(?\d{4}-\d\d-\d\d/.test(rest) ? dateIn(rest) : undefined;
      if (date !== undefined)
        return { seconds: Math.max(0, Math.round((date - now.getTime()) / 1000)), at: new Date(date).toISOString(), where };
    }
    const delay = /^(\d+(?:\.\d+)?)s$/.exec(text);
    if (delay && where.endsWith('retryDelay')) return { seconds: Number(delay[1]), where };
  }
  return undefined;
}
