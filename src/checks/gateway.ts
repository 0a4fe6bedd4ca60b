import { causes, type Family } from '../model/cause.ts';
import type { Because, Check, Choice, Facts, Finding, Link } from '../model/check.ts';
import { answerOf, type Balance } from '../model/evidence.ts';
import { cut } from '../model/format.ts';
import { amount } from '../model/numbers.ts';
import { placesOf } from '../interpret/gateway-places.ts';
import { billingLink, linkTo } from '../interpret/whose-account.ts';
import type { Profile } from '../model/provider.ts';

export default {
  phase: '4.1',
  title: 'Who answered',
  explains:
    'Whether the vendor itself answered, a gateway spoke for itself, a gateway passed on what its upstream said, or something on ' +
    'the way answered. It decides whose balance, limit and key the error is about: where the gateway tells what its key has left, that ' +
    "is compared, and the steps name the place in the gateway's own dashboard, log or configuration.",
  judge(facts) {
    const { layer } = facts.reading.answeredBy;
    if (layer === 'client' || facts.reading.verdict.cause === 'network-failure')
      return { outcome: 'skip', says: 'Nobody answered: there was no response' };
    if (layer === 'upstream') return passedOn(facts);
    if (layer === 'gateway') return ofGateway(facts);
    if (layer === 'provider') return direct(facts);
    return inBetween(facts);
  },
  question(facts) {
    const name = nameOf(facts, 'the gateway');
    return { says: `What does the log of ${name} say of this call?`, choices: choicesFor(name) };
  },
} satisfies Check;

const choicesFor = (name: string): Choice[] => [
  {
    value: 'own-budget',
    says: `${name} refused it: a budget or quota of its own`,
    outcome: 'fail',
    found: `${name} refused: its own budget, not the vendor's`,
    steps: [`Ask whoever runs ${name} to raise the budget of this key, user or team.`],
    cause: 'spend-limit-reached',
  },
  {
    value: 'own-limit',
    says: `${name} refused it: a rate limit of its own`,
    outcome: 'fail',
    found: `The limit is that of ${name}, not the vendor's`,
    steps: [`Call less often, or ask whoever runs ${name} for a higher limit.`],
    cause: 'rate-limited',
  },
  {
    value: 'upstream-money',
    says: 'The vendor behind it refused for money: credits, billing, plan',
    outcome: 'fail',
    found: `The vendor behind ${name} refused: its operator's account`,
    steps: [`Tell whoever runs ${name} that its account at the vendor is refused.`],
    cause: 'credits-exhausted',
  },
  {
    value: 'upstream-limit',
    says: 'The vendor behind it limited the rate',
    outcome: 'fail',
    found: `The vendor behind ${name} limits the rate`,
    steps: ['Wait, and send fewer requests side by side; or use another model or upstream.'],
    cause: 'rate-limited',
  },
  {
    value: 'nothing',
    says: 'The call is not in it',
    outcome: 'warn',
    found: `The call never reached ${name}: another gateway or address?`,
  },
];

/** The name of who answered, short enough for a line. */
function nameOf({ reading, gateway, provider }: Facts, otherwise: string): string {
  const { name, layer } = reading.answeredBy;
  return cut(name ?? (layer === 'provider' ? provider?.title : gateway?.title) ?? otherwise, 30);
}

function direct(facts: Facts): Finding {
  const { provider, gateway, reading } = facts;
  if (!provider && reading.answeredBy.name === undefined) return { outcome: 'skip', says: 'Who answered does not show' };
  const through = gateway && gateway.id !== provider?.id ? `, behind ${cut(gateway.title, 25)}` : '';
  return { outcome: 'pass', says: `${nameOf(facts, 'The vendor')} itself answered${through}` };
}

/** What the gateway tells of the key that was sent, where the balance probe asked it. */
type KeyBudget = { isSpent: boolean; shown: string; because: Because };

function keyBudgetOf({ gateway, evidence }: Facts): KeyBudget | undefined {
  const path = gateway?.balance?.url.replace('{origin}', '');
  const answer = answerOf<Balance>(evidence, 'balance');
  if (path === undefined || answer?.outcome !== 'answered' || !answer.asked.includes(path)) return undefined;
  const { remaining, granted, used, unit } = answer.data;
  const left = remaining ?? (granted !== undefined && used !== undefined ? granted - used : undefined);
  if (left === undefined) return undefined;
  const of = granted === undefined ? '' : ` of ${amount(granted, unit)}`;
  const shown = left <= 0 ? `${amount(used ?? granted ?? 0, unit)}${of} spent` : `${amount(left, unit)}${of} left`;
  return { isSpent: left <= 0, shown, because: { where: 'evidence.balance', value: shown, says: 'what the gateway tells of this key' } };
}

/** The places where this gateway shows it, in the order in which to look. */
function whereToLook(facts: Facts, family: Family): string[] {
  const places = placesOf(facts.gateway?.id, facts.exchange);
  if (!places) return [];
  if (family === 'payment') return [places.money, places.log];
  if (family === 'limits') return [places.limit, places.log];
  if (family === 'access') return [places.key];
  return [places.log];
}

function ofGateway(facts: Facts): Finding {
  const { provider, gateway, reading } = facts;
  const { cause, confidence } = reading.verdict;
  const { family } = causes[cause];
  const name = nameOf(facts, 'A gateway');
  if (cause === 'success') return { outcome: 'pass', says: `Answered through ${name}` };
  const link = linkFor(family, gateway);
  const places = placesOf(gateway?.id, facts.exchange);
  const look = whereToLook(facts, family);
  // Where no other vendor was meant, a gateway with hosts of its own is the vendor: the account is the caller's.
  if (!provider && gateway && gateway.hosts.length > 0) {
    return {
      outcome: 'pass',
      says: `${name} answered for itself: it is your account there`,
      ...(look.length > 0 && { steps: look }),
      ...(link && { link }),
    };
  }
  const because = {
    where: 'answeredBy',
    value: name,
    says: 'a gateway that spoke for itself, before any vendor was asked',
    ...(places && { source: places.source }),
  };
  const common = { ...(link && { link }), because: [because] };
  const budget = family === 'payment' ? keyBudgetOf(facts) : undefined;
  if (budget) return byBudget(budget, { name, look, common });
  if (confidence !== 'certain' && (family === 'payment' || family === 'limits'))
    return { ...common, outcome: 'ask', says: `Its own limit, or the vendor's? The log of ${name} tells`, steps: look };
  if (family === 'payment') {
    return {
      ...common,
      outcome: 'fail',
      says: `${name} refused: its own budget, not the vendor's`,
      steps: [
        look[0] ?? `Look at the budget of this key, user or team at ${name}.`,
        `Ask whoever runs ${name} to raise it. Topping up the account at the vendor will not help.`,
      ],
    };
  }
  if (family === 'limits')
    return {
      ...common,
      outcome: 'warn',
      says: `The limit is that of ${name}, not the vendor's`,
      steps: [...look.slice(0, 1), `Ask whoever runs ${name} for a higher limit.`],
    };
  if (family === 'access')
    return {
      ...common,
      outcome: 'warn',
      says: `${name} refused the key: it wants one of its own`,
      steps: [`Send a key that ${name} has issued, not the vendor's.`, ...look],
    };
  return {
    ...common,
    outcome: 'warn',
    says: `${name} answered for itself, not the vendor`,
    steps: [look[0] ?? `Look into the log of ${name}: the vendor may never have been asked.`],
  };
}

/** Where the gateway told what its key has left: it is that budget, or one above it (the user's, the team's), or the upstream's money. */
function byBudget(
  budget: KeyBudget,
  { name, look, common }: { name: string; look: string[]; common: { link?: Link; because: Because[] } },
): Finding {
  const because = [budget.because, ...common.because];
  if (budget.isSpent)
    return {
      ...common,
      because,
      outcome: 'fail',
      says: `The key's own budget at ${name}: ${budget.shown}`,
      steps: [...look.slice(0, 1), `Ask whoever runs ${name} to raise it. Topping up the account at the vendor will not help.`],
    };
  return {
    ...common,
    because,
    outcome: 'warn',
    says: `Not this key's own budget (${budget.shown})`,
    steps: [`See the budgets of the user and the team of this key at ${name}.`, ...look],
  };
}

function linkFor(family: Family, gateway: Profile | undefined): Link | undefined {
  if (family === 'payment') return billingLink(gateway) ?? linkTo(gateway, 'limits', 'limits');
  if (family === 'limits') return linkTo(gateway, 'limits', 'limits');
  if (family === 'access') return linkTo(gateway, 'keys', 'keys');
  return linkTo(gateway, 'errors', 'errors');
}

function passedOn(facts: Facts): Finding {
  const { gateway, provider, reading } = facts;
  const name = nameOf(facts, 'The gateway');
  const { family } = causes[reading.verdict.cause];
  const link =
    linkTo(gateway ?? provider, 'logs', 'log') ??
    linkTo(gateway ?? provider, 'support', 'support') ??
    linkTo(gateway ?? provider, 'errors', 'errors');
  const places = placesOf(gateway?.id, facts.exchange);
  const budget = family === 'payment' ? keyBudgetOf(facts) : undefined;
  const passes = {
    where: 'answeredBy',
    value: name,
    says: 'passes on what its upstream said',
    ...(places && { source: places.source }),
  };
  const common = { ...(link && { link }), because: [...(budget ? [budget.because] : []), passes] };
  const log = places ? [places.log] : [];
  if (family === 'payment') {
    return {
      ...common,
      outcome: 'warn',
      says: `${name} passes it on: the money is its operator's`,
      steps: [
        `Tell whoever runs ${name} that its account at the upstream is refused.`,
        `If ${name} was given your own provider key, it is your account there.`,
        ...log,
      ],
    };
  }
  return {
    ...common,
    outcome: 'warn',
    says: `${name} passes on its upstream's error`,
    steps: [`Try another model or upstream at ${name}, or tell whoever runs it.`, ...log],
  };
}

/** A proxy or a content delivery network. */
function inBetween(facts: Facts): Finding {
  const { layer } = facts.reading.answeredBy;
  const name = nameOf(facts, layer === 'cdn' ? 'A content delivery network' : 'A proxy on the way');
  return {
    outcome: 'warn',
    says: `${name} answered, and not the API`,
    steps: [
      layer === 'cdn'
        ? 'Its rules refused the call, or it could not reach the API: see its id in the response (cf-ray, x-amz-cf-id), for whoever runs the API.'
        : 'Try from another network, or with the host in NO_PROXY.',
    ],
  };
}
