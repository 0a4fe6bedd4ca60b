import { causes } from '../model/cause.ts';
import type { Because, Check, Facts, Finding } from '../model/check.ts';
import type { KeyShape } from '../model/provider.ts';
import { cut } from '../model/format.ts';
import { withArticle } from '../interpret/article.ts';
import { credentialFault } from '../interpret/request-faults.ts';
import { credentialsOf, mayHideCredentials, type SentCredential } from '../interpret/sent-credentials.ts';
import { calledProfile, linkTo } from '../interpret/whose-account.ts';
import type { Profile } from '../model/provider.ts';

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
    'a key in test mode, or a key of some other vendor is told by its looks. A shape that fits proves no more than that.',
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
} satisfies Check;

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
  if (cause === 'credentials-missing') return { outcome: 'fail', says: 'No key was sent, and the server says so', ...linked(called) };
  if (cause === 'payment-challenge' || cause === 'success') return { outcome: 'skip', says: 'No key was sent, and none was needed' };
  if (mayHideCredentials(exchange)) return { outcome: 'skip', says: 'The input does not show which key was sent' };
  if (!called || called.keys.length === 0) return { outcome: 'skip', says: 'No key was sent; whether one is needed is not known' };
  // The account was found, so a key was there, and the person took it out of the paste.
  if (wasAccepted(facts)) return { outcome: 'skip', says: 'The input does not show which key was sent' };
  return { outcome: 'fail', says: `No key was sent to ${called.title}`, ...linked(called) };
}

function linked(profile: Profile | undefined): Pick<Finding, 'link'> {
  const link = linkTo(profile, 'keys', 'keys');
  return link ? { link } : {};
}

function judged(key: SentCredential, called: Profile, facts: Facts): Finding {
  const because = [shownKey(key)];
  for (const owner of [called, facts.provider, facts.gateway]) {
    const shape = owner?.keys.find(({ pattern }) => key.secret?.matches(new RegExp(`^(?:${pattern})$`)));
    if (owner && shape) return { because, ...fitting(key, shape, owner, facts) };
  }
  if (/^basic$/i.test(key.scheme ?? ''))
    return { outcome: 'skip', says: 'The key is inside HTTP Basic, where its shape does not show', because };
  if (/^AWS4-|^(?:Signature|SharedKey|Digest)$/i.test(key.scheme ?? ''))
    return { outcome: 'skip', says: 'A signed request: the key itself is not in it' };
  if (key.secret?.matches(/^eyJ[\w-]+\./)) return { outcome: 'skip', says: 'An access token (JWT): its shape names no vendor', because };
  if (called.keys.length === 0) return { outcome: 'skip', says: `${called.title} documents no shape of its keys`, because };
  // Vendors add shapes; where the account was found the key is one of them.
  if (wasAccepted(facts)) return { outcome: 'skip', says: 'A shape that is not known here, but the server took the key', because };
  return {
    outcome: 'warn',
    says: `Not the shape of ${withArticle(called.title)} key`,
    because,
    steps: [
      `Compare the key's last characters with those on the page of keys at ${called.title}: another variable may shadow it (${called.keyEnvironment.join(', ') || 'the environment'}).`,
    ],
    ...linked(called),
  };
}

/** A key of a documented shape: whether keys of that shape are for such calls, and whether the server agreed. */
function fitting(key: SentCredential, shape: KeyShape, owner: Profile, facts: Facts): Finding {
  const { cause } = facts.reading.verdict;
  const [first = '', ...rest] = withArticle(owner.title);
  const named = `${first.toUpperCase()}${rest.join('')} key`;
  const isTest = key.secret?.matches(/^[A-Za-z]{1,12}[_-]test[_-]/) ?? false;
  if (shape.notFor !== undefined) {
    const says = `${named} of the wrong kind: ${cut(shape.means, 40)}`;
    return {
      outcome: wasAccepted(facts) ? 'warn' : 'fail',
      says,
      steps: [/^[A-Z]/.test(shape.notFor) ? shape.notFor : `This kind is not for ${shape.notFor}.`],
      ...linked(owner),
    };
  }
  if (cause === 'key-scope-mismatch') return { outcome: 'fail', says: `${named}, but for something else than this call`, ...linked(owner) };
  if (isTest && cause === 'not-found') {
    return {
      outcome: 'warn',
      says: `${named} in test mode: live objects do not exist for it`,
      steps: ['Use a live key for live objects, and a test key for those made in test mode.'],
    };
  }
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
