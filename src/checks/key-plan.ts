import { causes } from '../model/cause.ts';
import type { Because, Check, Facts, Finding } from '../model/check.ts';
import { cut } from '../model/format.ts';
import type { KeyShape, Profile } from '../model/provider.ts';
import { withArticle } from '../interpret/article.ts';
import { isPlanShape, modeMisfit, openPoint, productMisfit, scopesOf } from '../interpret/key-fit.ts';
import { ownerByBeginning } from '../interpret/key-owners.ts';
import { keyStory, unreadKey } from '../interpret/key-places.ts';
import { credentialFault } from '../interpret/request-faults.ts';
import { credentialsOf, mayHideCredentials, urlOf, type SentCredential } from '../interpret/sent-credentials.ts';
import { calledProfile, linkTo } from '../interpret/whose-account.ts';

/** Whether the server must have read the key and found its account to answer like this. */
function wasAccepted({ reading }: Facts): boolean {
  const { cause } = reading.verdict;
  return cause === 'success' || (cause !== 'payment-challenge' && /^(?:payment|limits)$/.test(causes[cause].family));
}

export default {
  phase: '1.3',
  title: 'The key belongs to this call',
  explains:
    'Which key was sent, and whether its shape is one that the vendor documents for such calls: an admin or publishable key, ' +
    'a key in test mode, of a plan, or of some other vendor is told by its looks. Compares organisation and project on both sides, and says ' +
    'which variable, .env file or configuration on this machine holds this very key and which one hides it. A shape that fits proves no more than that.',
  needs: { oneOf: ['request'], otherwise: 'The input does not show the request' },
  judge(facts) {
    const { exchange } = facts;
    const { request } = exchange;
    const sent = credentialsOf(exchange);
    if (!request) return { outcome: 'skip', says: 'The input does not show the request' };
    if (sent.length === 0) return withoutKey(facts);
    const key = keyAmong(sent, facts);
    if (!key) return { outcome: 'skip', says: 'The input does not show the key itself' };
    if (credentialFault(key, facts)) return { outcome: 'skip', says: 'What stands for the key is faulty: see network-exchange' };
    const called = calledProfile(facts);
    if (!called) return { outcome: 'skip', says: 'No vendor is known for this host', because: [shownKey(key)] };
    return judged(key, called, facts);
  },
  question(facts) {
    const called = calledProfile(facts);
    const key = keyAmong(credentialsOf(facts.exchange), facts);
    return called && key?.secret && openPoint(ownShape(key, called), called, facts)?.question;
  },
} satisfies Check;

/** The documented shape of a key; a scheme that is nobody else's ("DeepL-Auth-Key") stands before it in the same secret. */
const ownShape = ({ secret }: SentCredential, owner: Profile): KeyShape | undefined =>
  owner.keys.find(({ pattern }) => secret?.matches(new RegExp(`^(?:[A-Za-z][A-Za-z-]{2,24}\\s+)?(?:${pattern})$`)));

/** The credential in the field that the vendor reads, else the first that is masked, else what stands where one should. */
function keyAmong(sent: SentCredential[], facts: Facts): SentCredential | undefined {
  const masked = sent.filter(({ secret }) => secret);
  return (
    masked.find(({ name }) => name.toLowerCase() === calledProfile(facts)?.keyHeader.toLowerCase()) ??
    masked[0] ??
    sent.find((one) => credentialFault(one, facts))
  );
}

function shownKey(key: SentCredential): Because {
  return { where: key.where, value: key.secret?.mask ?? '', says: 'the key that was sent' };
}

function withoutKey(facts: Facts): Finding {
  const { exchange } = facts;
  const called = calledProfile(facts);
  const { cause } = facts.reading.verdict;
  const unread = unreadKey(facts);
  const steps = unread === undefined ? {} : { steps: [unread] };
  if (cause === 'credentials-missing')
    return { outcome: 'fail', says: 'No key was sent, and the server says so', ...steps, ...linked(called) };
  if (cause === 'payment-challenge' || cause === 'success') return { outcome: 'skip', says: 'No key was sent, and none was needed' };
  if (mayHideCredentials(exchange)) return { outcome: 'skip', says: 'The input does not show which key was sent' };
  if (!called || called.keys.length === 0) return { outcome: 'skip', says: 'No key was sent; whether one is needed is not known' };
  // The account was found, so a key was there, and the person took it out of the paste.
  if (wasAccepted(facts)) return { outcome: 'skip', says: 'The input does not show which key was sent' };
  return { outcome: 'fail', says: `No key was sent to ${called.title}`, ...steps, ...linked(called) };
}

function linked(profile: Profile | undefined): Pick<Finding, 'link'> {
  const link = linkTo(profile, 'keys', 'keys');
  return link ? { link } : {};
}

/** The key by its looks, then by the account it was sent for, then by where it lies on this machine. */
function judged(key: SentCredential, called: Profile, facts: Facts): Finding {
  const byLooks = { because: [shownKey(key)], ...looked(key, called, facts) };
  const scoped = withScopes(byLooks, called, facts);
  const placed = withPlaces(scoped, facts);
  const isTold = scoped.outcome === 'fail' || scoped.says !== byLooks.says || !placed.says.startsWith(scoped.says);
  const open = isTold ? undefined : openPoint(ownShape(key, called), called, facts);
  return open ? { ...placed, outcome: 'ask', says: open.says } : placed;
}

function looked(key: SentCredential, called: Profile, facts: Facts): Finding {
  for (const owner of [called, facts.provider, facts.gateway]) {
    const shape = owner && ownShape(key, owner);
    if (owner && shape) return fitting(key, shape, owner, facts);
  }
  const accepted = wasAccepted(facts);
  const other = called.kind === 'vendor' && !accepted ? ownerByBeginning(key.secret) : undefined;
  if (other !== undefined && !called.title.startsWith(other)) {
    const [first = '', ...rest] = withArticle(other);
    return {
      outcome: causes[facts.reading.verdict.cause].family === 'access' ? 'fail' : 'warn',
      says: `${first.toUpperCase()}${rest.join('')} key by its looks, sent to ${cut(called.title, 24)}`,
      steps: [`Send a key of ${called.title}, or call ${other}: key and base URL are set in two places and have to match.`],
      ...linked(called),
    };
  }
  if (/^basic$/i.test(key.scheme ?? '')) return { outcome: 'skip', says: 'The key is inside HTTP Basic, where its shape does not show' };
  if (/^AWS4-|^(?:Signature|SharedKey|Digest)$/i.test(key.scheme ?? ''))
    return { outcome: 'skip', says: 'A signed request: the key itself is not in it' };
  if (key.secret?.matches(/^eyJ[\w-]+\./)) return { outcome: 'skip', says: 'An access token (JWT): its shape names no vendor' };
  if (called.keys.every((shape) => isPlanShape(shape) || shape.notFor !== undefined))
    return { outcome: 'skip', says: `${called.title} documents no shape of its ${called.keys.length > 0 ? 'ordinary ' : ''}keys` };
  // Vendors add shapes; where the account was found the key is one of them.
  if (accepted) return { outcome: 'skip', says: 'A shape that is not known here, but the server took the key' };
  return {
    outcome: 'warn',
    says: `Not the shape of ${withArticle(called.title)} key`,
    steps: [
      `Compare the key's last characters with those on the page of keys at ${called.title}: another variable may shadow it (${called.keyEnvironment.join(', ') || 'the environment'}).`,
    ],
    ...linked(called),
  };
}

/** A shape may be for other hosts only ("the free API at api-free.example.com"): then the host decides. */
function isForElsewhere({ notFor }: KeyShape, facts: Facts): boolean {
  if (notFor === undefined) return false;
  const named = /\bat ([a-z\d-]+(?:\.[a-z\d-]+)+)$/.exec(notFor)?.[1];
  const host = urlOf(facts.exchange.request)?.hostname;
  return named === undefined || host === undefined || host === named;
}

/** A key of a documented shape: whether keys of that shape are for such calls, and whether the server agreed. */
function fitting(key: SentCredential, shape: KeyShape, owner: Profile, facts: Facts): Finding {
  const { cause } = facts.reading.verdict;
  const [first = '', ...rest] = withArticle(owner.title);
  const named = `${first.toUpperCase()}${rest.join('')} key`;
  const isTest = key.secret?.matches(/^[A-Za-z]{1,12}[_-]test[_-]/) ?? false;
  if (isForElsewhere(shape, facts)) {
    const notFor = shape.notFor!;
    return {
      outcome: wasAccepted(facts) ? 'warn' : 'fail',
      says: `${named} of the wrong kind: ${cut(shape.means, 40)}`,
      steps: [/^[A-Z]/.test(notFor) ? notFor : `This kind is not for ${notFor}.`],
      ...linked(owner),
    };
  }
  const misfit = cause === 'success' ? undefined : (productMisfit(shape, owner, facts) ?? modeMisfit(key, owner, facts));
  if (misfit) {
    const family = causes[cause].family;
    const explainsIt = family === 'access' || family === 'payment' || cause === 'not-found' || cause === 'unknown';
    return { outcome: explainsIt ? 'fail' : 'warn', says: misfit.says, steps: [misfit.step], ...linked(owner) };
  }
  const modeStep = 'Use a live key for live objects, and a test key for those made in test mode.';
  if (cause === 'key-scope-mismatch')
    return {
      outcome: 'fail',
      says: `${named}, but for something else than this call`,
      ...(isTest && { steps: [modeStep] }),
      ...linked(owner),
    };
  if (isTest && cause === 'not-found')
    return { outcome: 'warn', says: `${named} in test mode: live objects do not exist for it`, steps: [modeStep] };
  if (cause === 'credentials-invalid') {
    return {
      outcome: 'warn',
      says: `The shape fits ${owner.title}: wrong, revoked or expired`,
      steps: ["Compare the key's last characters with those on the page of keys."],
      ...linked(owner),
    };
  }
  if (cause === 'credentials-missing') return { outcome: 'warn', says: `${named} was sent, yet the server saw none` };
  return { outcome: 'pass', says: `${named}${isTest ? ' in test mode' : ''}, at ${owner.title}` };
}

/** Adds the organisation or project that was asked for and the one that the server saw. */
function withScopes(finding: Finding, called: Profile, facts: Facts): Finding {
  const { because, misfit, sent } = scopesOf(facts, called);
  const { cause } = facts.reading.verdict;
  const all = { ...finding, because: [...(finding.because ?? []), ...because] };
  if (misfit && finding.outcome !== 'fail' && cause !== 'success')
    return { ...all, outcome: 'warn', says: misfit.says, steps: [misfit.step, ...(finding.steps ?? [])] };
  if (cause !== 'key-scope-mismatch' || sent.length === 0) return all;
  const step = `Take ${cut(sent.join(' and '), 60)} out of the call, or set it to the one that the key belongs to.`;
  return { ...all, steps: [...(finding.steps ?? []), step] };
}

/** What stays on one line of a report of 80 columns. */
const LONGEST_LINE = 58;

/** Adds where the key lies on this machine. What is odd there is worth a warning where the error is about key or money. */
function withPlaces(finding: Finding, facts: Facts): Finding {
  const { because, from, oddity } = keyStory(facts);
  const all = { ...finding, because: [...(finding.because ?? []), ...because] };
  const { cause } = facts.reading.verdict;
  const { family } = causes[cause];
  const matters =
    oddity && (family === 'access' || cause === 'unknown' || (family === 'payment' && oddity.isHere && cause !== 'payment-challenge'));
  if (matters) {
    const steps = [oddity.step, ...(finding.steps ?? [])];
    return finding.outcome === 'fail' ? { ...all, steps } : { ...all, outcome: 'warn', says: oddity.says, steps };
  }
  const withSource = `${finding.says} (from ${from})`;
  return finding.outcome === 'pass' && from !== undefined && withSource.length <= LONGEST_LINE ? { ...all, says: withSource } : all;
}
