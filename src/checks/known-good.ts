import { causes } from '../model/cause.ts';
import type { Because, Check, Choice, Facts, Finding } from '../model/check.ts';
import type { Difference, GoodExchange } from '../model/comparison.ts';
import { answerOf } from '../model/evidence.ts';
import { cut } from '../model/format.ts';
import type { KeyProof } from '../model/key-proof.ts';
import type { KnownGoodCall } from '../model/provider.ts';
import { calledProfile, linkTo } from '../interpret/whose-account.ts';

const ELSEWHERE = 'The key is good: look at the money, the plan, the model and the scope of the key.';
const COMPARE = 'Compare with a call that works: diagnose compare GOOD BAD, or --good GOOD.';
const NEW_KEY = 'Make a new key, or copy it again; then send this call again.';

export default {
  phase: '2.4',
  title: 'A call that works, to compare',
  explains:
    "Sends the vendor's cheapest documented call with the same key: where it works, the key is good and the cause is elsewhere; where " +
    'it does not, the key itself is at fault. It proves the key, and not the money. With --good FILE it compares the failing call with ' +
    'one that worked: key, organisation, host, path, model, header fields, body. Without either, a person can make the call.',
  needs: { oneOf: ['request', 'answer known-good', 'answer good-exchange'], otherwise: 'The input does not show the request' },
  judge(facts) {
    const proof = answerOf<KeyProof>(facts.evidence, 'known-good');
    const good = answerOf<GoodExchange>(facts.evidence, 'good-exchange');
    const proved = proof?.outcome === 'answered' ? ofProof(proof.data, facts) : undefined;
    const compared = good?.outcome === 'answered' ? ofGood(good.data) : undefined;
    if (proved && compared) return both(proved, compared);
    return proved ?? compared ?? unasked(facts);
  },
  question(facts) {
    const call = callFor(facts);
    if (!call) return undefined;
    return { says: `What does ${call.method} ${shortUrl(call.url)} answer, with the same key?`, choices };
  },
} satisfies Check;

const choices: Choice[] = [
  { value: 'works', says: 'It works (status 200)', outcome: 'pass', found: 'The same key works for another call', steps: [ELSEWHERE] },
  {
    value: 'refused',
    says: 'The key is refused (status 401)',
    outcome: 'fail',
    found: 'The key is refused for every call',
    steps: [NEW_KEY],
    cause: 'credentials-invalid',
  },
  {
    value: 'forbidden',
    says: 'It is not allowed (status 403)',
    outcome: 'warn',
    found: 'The key may not make this call either',
    steps: ['Look at what the key may do, and at which project it belongs to.'],
  },
  { value: 'same', says: 'It fails like this call', outcome: 'warn', found: 'Another call fails in the same way', steps: [COMPARE] },
];

const shortUrl = (url: string): string => cut(url.replace(/^https?:\/\//, '').replace(/\?.*/, ''), 60);

/** The vendor's call that proves a key, where this call may be about one. */
function callFor(facts: Facts): KnownGoodCall | undefined {
  const { cause, confidence } = facts.reading.verdict;
  const { family } = causes[cause];
  const isOpen = family === 'access' || cause === 'unknown' || cause === 'not-found' || confidence === 'possible';
  const call = calledProfile(facts)?.knownGood;
  return isOpen && cause !== 'credentials-missing' && call && !call.url.startsWith('{') ? call : undefined;
}

function unasked(facts: Facts): Finding {
  const { cause } = facts.reading.verdict;
  if (cause === 'success') return { outcome: 'skip', says: 'The call went through: it is itself a good one' };
  const call = callFor(facts);
  if (!call) {
    const isAboutMoney = causes[cause].family === 'payment' && facts.reading.verdict.confidence !== 'possible';
    return {
      outcome: 'skip',
      says: isAboutMoney ? 'Not needed: a refusal over money is no refusal of the key' : 'No call that worked was given (--good FILE)',
    };
  }
  const link = linkTo(calledProfile(facts), 'keys', 'keys');
  return {
    outcome: 'ask',
    says: cut(`Does the key work for ${call.method} ${shortUrl(call.url)}?`, 76),
    steps: [`Run: ${commandFor(call, facts)} (it proves the key, not the money).`],
    ...(link && { link }),
  };
}

/** The call as a command, with a placeholder for the key. */
function commandFor({ method, url }: KnownGoodCall, facts: Facts): string {
  const profile = calledProfile(facts)!;
  const isAuthorization = profile.keyHeader.toLowerCase() === 'authorization';
  const required = new Set(profile.requiredHeaders?.map((name) => name.toLowerCase()));
  const shown = (facts.exchange.request?.headers ?? []).filter(
    ({ name, value }) => (required.has(name.toLowerCase()) || /^[\w-]{1,40}-version$/i.test(name)) && /^[\w.:/-]{1,60}$/.test(value),
  );
  const fields = [
    isAuthorization ? 'Authorization: Bearer $KEY' : `${profile.keyHeader}: $KEY`,
    ...shown.map(({ name, value }) => `${name.toLowerCase()}: ${value}`),
  ];
  return `curl -sS -i ${method === 'GET' ? '' : `-X ${method} `}${fields.map((field) => `-H "${field}" `).join('')}'${url}'`;
}

function ofProof(proof: KeyProof, facts: Facts): Finding {
  const { status, call, sameHost, refusal } = proof;
  const shown = cut(call, 36);
  const value = `${call}: ${status}${refusal === undefined ? '' : `, ${refusal}`}`;
  const because: Because[] = [
    {
      where: 'evidence.known-good.status',
      value: cut(value, 160),
      says: 'the cheapest call with the same key; it proves the key, not the money',
    },
  ];
  const failed = status >= 400 || refusal !== undefined;
  if (status < 300 && !failed) {
    const isRefused = facts.reading.verdict.cause === 'credentials-invalid';
    return {
      outcome: isRefused ? 'warn' : 'pass',
      says: `The key works: ${shown} answered ${status}`,
      because,
      steps: [isRefused ? 'The key is good for another call: see how this one sends it, and for what it is.' : ELSEWHERE],
    };
  }
  if (status === 401 || (status < 300 && failed))
    return sameHost
      ? { outcome: 'fail', says: `The key is not accepted at all: ${shown} answered ${status}`, because, steps: [NEW_KEY] }
      : {
          outcome: 'warn',
          says: `The key is not accepted by ${shown} (${status})`,
          because,
          steps: ['That is another host of this vendor: see that key and host belong to the same region and product.'],
        };
  if (status === 402) return { outcome: 'fail', says: `Refused over money for every call: ${shown} answered 402`, because };
  if (status === 403)
    return {
      outcome: 'warn',
      says: `${shown} is not allowed either (403)`,
      because,
      steps: ['Look at what the key may do, and from where.'],
    };
  if (status === 429) return { outcome: 'warn', says: `${shown} is limited, too (429)`, because };
  if (status >= 500) return { outcome: 'warn', says: `${shown} fails as well (${status}): it is not this call`, because };
  return { outcome: 'warn', says: `${shown} answered ${status}, which proves nothing`, because };
}

const MOST_NAMED = 4;

function ofGood({ differences, key, warnings }: GoodExchange): Finding {
  const sent = differences.filter(({ part }) => part === 'request');
  const counting = sent.filter(({ weight }) => weight !== 'minor');
  const because = [...counting, ...differences.filter(({ part }) => part === 'response')].slice(0, 5).map(becauseOf);
  const reasons = because.length > 0 ? { because } : {};
  const cannot = warnings.find((warning) => /same exchange|cannot be compared|did not work|does not show/.test(warning));
  if (counting.length === 0) {
    if (cannot !== undefined) return { outcome: 'skip', says: cut(cannot, 90), ...reasons };
    const says = key === 'same' ? 'Sent like the call that worked, with the same key' : 'Sent like the call that worked';
    return { outcome: 'pass', says, ...reasons, steps: ['The request is not the cause: look at the account, the limits and the service.'] };
  }
  const names = counting.map(({ name }) => cut(name, 30));
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return {
    outcome: 'warn',
    says: `Differs from the call that worked: ${names.slice(0, MOST_NAMED).join(', ')}${more}`,
    ...reasons,
    steps: [`Change back what differs from the call that worked, one at a time: ${names[0]} first. All of it: diagnose compare GOOD BAD.`],
  };
}

const becauseOf = ({ where, good, bad, says }: Difference): Because => ({
  where: `evidence.good-exchange.${where}`,
  value: cut(`${good ?? '(not there)'} → ${bad ?? '(not there)'}`, 160),
  says,
});

/** The key's proof decides where it fails; else what differs is the news. */
function both(proved: Finding, compared: Finding): Finding {
  const [first, second] = proved.outcome === 'fail' || compared.outcome === 'skip' ? [proved, compared] : [compared, proved];
  return { ...first, because: [...(first.because ?? []), ...(second.because ?? [])] };
}
