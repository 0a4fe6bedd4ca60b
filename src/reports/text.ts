import type { ChecklistEntry, Diagnosis } from '../model/diagnosis.ts';
import { cut, visible, withoutCommands } from '../model/format.ts';
import { retrySentence, whoAnswered } from '../model/phrases.ts';
import type { RenderOptions, Report } from '../model/report.ts';
import { statusNames } from '../model/status-names.ts';

const MARKS: Record<ChecklistEntry['outcome'], string> = { pass: '✓', fail: '✗', warn: '!', ask: '?', skip: '–' };

/** The phase of the checklist that is advice for the next time. */
const PREVENTION = '5';

type Paint = (text: string) => string;
type Wrap = (text: string, width: number) => string[];

/** The styles of this page; with colour they are chalk's. */
type Styles = Record<'bold' | 'dim' | 'underline' | 'green' | 'yellow' | 'cyan' | 'red', Paint>;

/** A page: what it may use, and the lines so far. */
type Page = { paint: Styles; wrap: Wrap; width: number; lines: string[] };

const asItIs: Paint = (text) => text;
const uncoloured: Styles = { bold: asItIs, dim: asItIs, underline: asItIs, green: asItIs, yellow: asItIs, cyan: asItIs, red: asItIs };

/** From outside, on one line, nothing in it executed. */
const safe = (text: string, max = 300): string => visible(cut(text, max));

/** Anything but characters that take one column each: the library that knows the others is loaded for these alone. */
const WIDE = /[^\x20-\x7e\u00a1-\u02ff\u2010-\u2027\u2192\u2713\u2717]/;

/** The lines of a paragraph at a width, each character one column wide; a word that is longer than a line is cut. */
function wrapNarrow(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}

async function wrapFor(diagnosis: Diagnosis): Promise<Wrap> {
  if (!WIDE.test(JSON.stringify(diagnosis))) return wrapNarrow;
  const { wrapAnsi } = await import('fast-wrap-ansi');
  return (text, width) => (WIDE.test(text) ? wrapAnsi(text, width, { hard: true }).split('\n') : wrapNarrow(text, width));
}

async function stylesFor(level: RenderOptions['color']): Promise<Styles> {
  return level === 0 ? uncoloured : new (await import('chalk')).Chalk({ level });
}

/** Puts a paragraph under an indent; the first line may carry a lead (a mark, a number) in place of the indent. */
function put(
  page: Page,
  text: string,
  { indent = 0, lead = ' '.repeat(indent), paint = asItIs }: { indent?: number; lead?: string; paint?: Paint } = {},
): void {
  page
    .wrap(text, Math.max(16, page.width - indent))
    .forEach((line, i) => page.lines.push(`${i === 0 ? lead : ' '.repeat(indent)}${paint(line)}`.trimEnd()));
}

const blank = (page: Page): void => {
  if (page.lines.at(-1) !== '') page.lines.push('');
};

/** `402 Payment Required · OpenRouter · POST /api/v1/chat/completions · request id 7f3a…` */
function heading(page: Page, { verdict, exchange }: Diagnosis): void {
  const { request, requestId } = exchange;
  const name = verdict.status === undefined ? undefined : statusNames[verdict.status];
  const status =
    verdict.status === undefined
      ? verdict.answeredBy.layer === 'client'
        ? 'No response'
        : 'No status known'
      : `${verdict.status}${name ? ` ${name}` : ''}`;
  const path = request?.url?.replace(/^[a-z]+:\/\/[^/?#]+/i, '').replace(/[?#].*/, '') || (request?.url === undefined ? undefined : '/');
  const parts = [
    status,
    verdict.provider && safe(verdict.provider.name, 40),
    request && safe(`${request.method}${path === undefined ? '' : ` ${path}`}`, 80),
    requestId && `request id ${safe(requestId, 60)}`,
  ];
  put(page, parts.filter(Boolean).join(' · '), { paint: page.paint.bold });
  blank(page);
}

const PAINT: Record<ChecklistEntry['outcome'], (paint: Styles) => Paint> = {
  pass: (paint) => paint.green,
  fail: (paint) => paint.red,
  warn: (paint) => paint.yellow,
  ask: (paint) => paint.cyan,
  skip: (paint) => paint.dim,
};

const bare = (url: string): string =>
  safe(url, 200)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

/** One line a check: mark, id, what was found; where to look is under it, when somebody has to. */
function checklist(page: Page, entries: ChecklistEntry[]): void {
  const column = Math.max(0, ...entries.map(({ id }) => id.length));
  const wide = page.width >= column + 44;
  for (const entry of entries) {
    const mark = `  ${PAINT[entry.outcome](page.paint)(MARKS[entry.outcome])} `;
    const id = safe(entry.id, 40);
    const indent = wide ? column + 6 : 4;
    if (!wide) put(page, id, { indent, lead: mark, paint: page.paint.bold });
    put(page, safe(entry.says), { indent, ...(wide && { lead: `${mark}${id.padEnd(column)}  ` }) });
    if (entry.link && entry.outcome !== 'pass') put(page, bare(entry.link.url), { indent, paint: page.paint.dim });
  }
  if (entries.length > 0) blank(page);
}

/** What was not asked or does not apply stands together by its reason, so that what was found stands out. */
function skipped(page: Page, entries: ChecklistEntry[]): void {
  if (entries.length === 0) return;
  const byReason = new Map<string, string[]>();
  for (const { id, says } of entries) byReason.set(says, [...(byReason.get(says) ?? []), id]);
  for (const [says, ids] of byReason) {
    put(page, `${safe(ids.join(', '), 200)}: ${lowerFirst(safe(says, 120))}`, {
      indent: 4,
      lead: `  ${page.paint.dim(MARKS.skip)} `,
      paint: page.paint.dim,
    });
  }
  blank(page);
}

const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? `${text[0]!.toLowerCase()}${text.slice(1)}` : text);

/** Paragraphs with their label in a column of its own, or above them where the page is narrow. */
function labelled(page: Page, label: string, paragraphs: readonly string[], paint: Paint = asItIs): void {
  if (paragraphs.length === 0) return;
  const narrow = page.width < 60;
  const indent = narrow ? 4 : 11;
  if (narrow) page.lines.push(`  ${page.paint.bold(label)}`);
  paragraphs.forEach((paragraph, i) =>
    put(page, paragraph, { indent, paint, ...(!narrow && i === 0 && { lead: `  ${page.paint.bold(label.padEnd(9))}` }) }),
  );
}

const WHERE: Record<string, string> = { 'response.status': 'status', text: 'the text', body: 'the body' };

const placeOf = (where: string): string => safe(WHERE[where] ?? where.replace(/^(?:response|evidence)\./, ''), 80);

const isNobodyKnown = ({ answeredBy, provider }: Diagnosis['verdict']): boolean =>
  answeredBy.layer === 'provider' && answeredBy.name === undefined && provider === undefined;

function verdictBlock(page: Page, diagnosis: Diagnosis): void {
  const { verdict, because, alternatives, steps } = diagnosis;
  const { paint } = page;
  const settled = verdict.cause === 'success' || verdict.cause === 'unknown';
  const colour = verdict.cause === 'success' ? paint.green : settled ? paint.yellow : paint.red;
  put(page, `${safe(verdict.title, 120)}${settled ? '' : ` (${verdict.confidence})`}`, { paint: (text) => paint.bold(colour(text)) });
  put(page, safe(verdict.summary, 600), { indent: 2 });
  const answered =
    settled || verdict.answeredBy.layer === 'client' || isNobodyKnown(verdict) ? '' : `Answered by ${safe(whoAnswered(verdict), 80)}. `;
  const line = `${answered}${retrySentence(verdict) ?? ''}`;
  if (line && verdict.cause !== 'success') put(page, line, { indent: 2 });
  if (verdict.cause === 'success') return;
  blank(page);
  labelled(
    page,
    'because',
    because.slice(0, 4).map(({ where, value, says }) => `${placeOf(where)}: ${safe(value, 180)} (${safe(says, 100)})`),
  );
  labelled(
    page,
    'or',
    alternatives.slice(0, 3).map(({ cause, says }) => `${safe(cause, 40)}: ${safe(says, 200)}`),
  );
  labelled(
    page,
    'do',
    steps.map((step, i) => `${steps.length > 1 ? `${i + 1}. ` : ''}${safe(step, 400)}`),
  );
  labelled(
    page,
    'next',
    diagnosis.prevention.slice(0, 1).map((advice) => safe(advice, 300)),
    paint.dim,
  );
  if (verdict.link) labelled(page, 'see', [safe(verdict.link.url, 300)], paint.underline);
}

/** What the input was taken for, so that a wrong reading shows. */
function readAs({ shape, file, line }: Diagnosis['exchange']['source']): string {
  const place = [file, line !== undefined && line > 1 ? `line ${line}` : undefined].filter(Boolean).join(', ');
  return `Read as ${shape}${place ? ` (${place})` : ''}`;
}

function ending(page: Page, { verdict, warnings, exchange }: Diagnosis, ticketCommand: string | undefined): void {
  blank(page);
  const { dim } = page.paint;
  for (const warning of warnings) put(page, safe(warning, 600), { indent: 2, lead: dim('» '), paint: dim });
  put(page, safe(readAs(exchange.source), 300), { indent: 2, lead: dim('» '), paint: dim });
  if (verdict.cause === 'success') return;
  blank(page);
  put(page, `More: diagnose explain ${verdict.cause}`, { paint: dim });
  if (ticketCommand !== undefined) put(page, `For a support ticket: ${safe(ticketCommand, 200)}`, { paint: dim });
}

export default {
  title: 'For a person at a terminal; the verdict comes last, where the eye ends',
  async render(diagnosis: Diagnosis, { color, width, ticketCommand }: RenderOptions) {
    const [paint, wrap] = await Promise.all([stylesFor(color), wrapFor(diagnosis)]);
    const page: Page = { paint, wrap, width, lines: [] };
    // What would avoid it next time is no step of finding out: it stands below.
    const steps = diagnosis.checklist.filter(({ phase }) => phase !== PREVENTION);
    heading(page, diagnosis);
    checklist(
      page,
      steps.filter(({ outcome }) => outcome !== 'skip'),
    );
    skipped(
      page,
      steps.filter(({ outcome }) => outcome === 'skip'),
    );
    verdictBlock(page, diagnosis);
    ending(page, diagnosis, ticketCommand);
    return withoutCommands(`${page.lines.join('\n').trimEnd()}\n`);
  },
} satisfies Report;
