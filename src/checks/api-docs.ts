import { causes, type CauseId } from '../model/cause.ts';
import type { Because, Check, Choice, Facts, Finding, Link } from '../model/check.ts';
import { cut, duration } from '../model/format.ts';
import { amount, grouped } from '../model/numbers.ts';
import type { Profile, RuleCondition } from '../model/provider.ts';
import type { RateLimit } from '../model/reading.ts';
import { accountHolder, linkTo } from '../interpret/whose-account.ts';

export default {
  phase: '2.3',
  title: "The vendor's documentation",
  explains:
    'The page that describes this very answer, where the vendor has one; the limits that the answer itself states, beside the page ' +
    "of limits; and which other answers of this vendor are about money. Where no documented answer fits, a person reads the vendor's " +
    'page of errors.',
  judge(facts) {
    const { verdict, answeredBy } = facts.reading;
    if (verdict.cause === 'success') return { outcome: 'skip', says: 'The call went through: there is no error to look up' };
    if (answeredBy.layer === 'client' || verdict.cause === 'network-failure')
      return { outcome: 'skip', says: 'There was no response to look up' };
    const holder = accountHolder(facts);
    const source = verdict.because.find((one) => one.source !== undefined)?.source;
    const page = errorPage(source, holder);
    if (!holder || !page) return { outcome: 'skip', says: holder ? noPage(holder) : 'No vendor is known, and so no documentation' };
    const because = [...seenAt(source, page), ...statedLimits(facts), ...billingAnswers(holder, verdict.cause)];
    const common: Pick<Finding, 'because' | 'steps' | 'link'> = {
      ...(because.length > 0 && { because }),
      ...stepsFor(facts, holder),
      link: page,
    };
    if (page.url === source) return { ...common, outcome: 'pass', says: `Documented: ${bare(page.url)}` };
    if (source !== undefined || verdict.confidence === 'certain')
      return { ...common, outcome: 'pass', says: `Errors are described at ${bare(page.url)}` };
    return { ...common, outcome: 'ask', says: "Not among the answers known here: the vendor's page may say" };
  },
  question({ reading }) {
    // That it is about money says nothing new of a refusal over money.
    const isMoney = causes[reading.verdict.cause].family === 'payment';
    const settled = choices.map(({ cause, ...choice }) =>
      isMoney && cause === 'payment-unspecified' ? choice : { ...choice, ...(cause && { cause }) },
    );
    return { says: 'What does that page say of this status, code or message?', choices: settled };
  },
} satisfies Check;

const choices: Choice[] = [
  {
    value: 'money',
    says: 'It is about money, credits, a plan or billing',
    outcome: 'fail',
    found: 'By its documentation it is about money',
    cause: 'payment-unspecified',
  },
  {
    value: 'limit',
    says: 'It is about a rate or a number of requests or tokens',
    outcome: 'fail',
    found: 'By its documentation it is a limit',
    cause: 'rate-limited',
  },
  {
    value: 'key',
    says: 'It is about the key or a permission',
    outcome: 'fail',
    found: 'By its documentation it is about the key or a permission',
    cause: 'credentials-invalid',
  },
  {
    value: 'request',
    says: 'It is about the request: a parameter, a model, a path',
    outcome: 'fail',
    found: 'By its documentation it is about the request',
    cause: 'invalid-request',
  },
  { value: 'nothing', says: 'It is not listed there', outcome: 'warn', found: 'Not in the documentation: a question for support' },
];

const noPage = (holder: Profile): string => `No page about the errors of ${cut(holder.title, 25)} is known`;

/** The page of the rule that recognised the answer where it is the vendor's own, or else the vendor's page of errors. */
function errorPage(source: string | undefined, holder: Profile | undefined): Link | undefined {
  const errors = linkTo(holder, 'errors', 'errors');
  if (
    source === undefined ||
    !holder ||
    (errors && siteOf(source) !== siteOf(errors.url) && !holder.hosts.some((host) => siteOf(source) === siteOf(`https://${host}`)))
  )
    return errors;
  return { title: `${holder.title}: what this answer means`, url: source };
}

/** The last two labels of a URL's host. */
const siteOf = (url: string): string | undefined => /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase().split('.').slice(-2).join('.');

/** Where the answer is described by others than the vendor: an issue, somebody's code. */
function seenAt(source: string | undefined, page: Link): Because[] {
  if (source === undefined || source === page.url) return [];
  return [{ where: 'documentation', value: bare(source), says: 'where this answer is described', source }];
}

/** A URL as a line can hold it: without the scheme, and where it is long, the host with what ends the path. */
function bare(url: string): string {
  const short = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$|\/$/, '');
  if (short.length <= 52) return short;
  const [host = '', ...path] = short.split('/');
  return cut(`${host}/…/${path.at(-1) ?? ''}`, 60);
}

/** What the answer itself states of limits: header fields and figures. */
function statedLimits({ reading: { rateLimits, figures } }: Facts): Because[] {
  const limits = rateLimits.slice(0, 6).map((limit): Because => {
    return { where: `response.headers.${limit.where}`, value: limitWords(limit), says: 'a limit that the answer states' };
  });
  const named = figures
    .filter(({ name }) => name === 'limit' || name === 'window')
    .slice(0, 4)
    .map(({ name, value, unit, where }): Because => {
      return name === 'window'
        ? { where, value: duration(value), says: 'the time for which the limit counts' }
        : { where, value: amount(value, unit), says: 'the limit that the error names' };
    });
  return [...limits, ...named];
}

/** "3 of 60 requests left, for each 1 min, again in 20 s". */
function limitWords({ name, limit, remaining, windowSeconds, resetSeconds }: RateLimit): string {
  const most = limit === undefined ? undefined : grouped(limit);
  const left = remaining === undefined ? undefined : grouped(remaining);
  const figures = most !== undefined && left !== undefined ? `${left} of ${most}` : (left ?? most ?? 'unknown');
  const ending = left === undefined ? 'at most' : 'left';
  return [
    `${figures}${name ? ` ${cut(name, 40)}` : ''} ${ending}`,
    windowSeconds === undefined ? undefined : `for each ${duration(windowSeconds)}`,
    resetSeconds === undefined ? undefined : `again in ${duration(resetSeconds)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Which of the vendor's documented answers are about money, so that a reader knows them apart from this one. */
function billingAnswers({ rules }: Profile, cause: CauseId): Because[] {
  if (causes[cause].family !== 'payment' && causes[cause].family !== 'limits' && cause !== 'unknown') return [];
  return rules
    .filter((rule) => causes[rule.cause].family === 'payment')
    .slice(0, 6)
    .map(({ when, cause: meant, source }) => ({
      where: 'documentation',
      value: cut(conditionWords(when), 80),
      says: `the vendor's answer for: ${causes[meant].title.toLowerCase()}`,
      source,
    }));
}

/** `402, code insufficient_credits`. */
function conditionWords({ status, code, type, message }: RuleCondition): string {
  const one = (value: string | number | (string | number)[] | undefined): string => [value ?? []].flat().slice(0, 3).join(' or ');
  return [
    one(status),
    code === undefined ? '' : `code ${one(code)}`,
    type === undefined ? '' : `type ${one(type)}`,
    message === undefined ? '' : `words ${typeof message === 'string' ? `"${message}"` : message.source}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where the limits of this endpoint and plan are listed. */
function stepsFor({ reading }: Facts, holder: Profile): { steps?: string[] } {
  const { family } = causes[reading.verdict.cause];
  const { limits } = holder.links;
  if (limits === undefined || (family !== 'limits' && family !== 'payment')) return {};
  const isSpent = reading.rateLimits.some(({ remaining }) => remaining === 0);
  return { steps: [`${isSpent ? 'A limit that the answer states is used up. ' : ''}The limits of each plan and endpoint: ${limits}`] };
}
