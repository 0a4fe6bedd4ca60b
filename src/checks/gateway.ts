import type { Check, Facts, Finding, Link } from '../model/check.ts';
import { causes } from '../model/cause.ts';
import { cut } from '../model/format.ts';
import { billingLink, linkTo } from '../interpret/whose-account.ts';
import type { Profile } from '../model/provider.ts';

export default {
  phase: '4.1',
  title: 'Who answered',
  explains:
    'Whether the vendor itself answered, a gateway spoke for itself, a gateway passed on what its upstream said, or something on ' +
    'the way answered. It decides whose balance, limit and key the error is about.',
  judge(facts) {
    const { layer } = facts.reading.answeredBy;
    if (layer === 'client' || facts.reading.verdict.cause === 'network-failure')
      return { outcome: 'skip', says: 'Nobody answered: there was no response' };
    if (layer === 'upstream') return passedOn(facts);
    if (layer === 'gateway') return ofGateway(facts);
    if (layer === 'provider') return direct(facts);
    return inBetween(facts);
  },
} satisfies Check;

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

function ofGateway(facts: Facts): Finding {
  const { provider, gateway, reading } = facts;
  const { cause } = reading.verdict;
  const { family } = causes[cause];
  const name = nameOf(facts, 'A gateway');
  if (cause === 'success') return { outcome: 'pass', says: `Answered through ${name}` };
  const link = linkFor(family, gateway);
  // Where no other vendor was meant, a gateway with hosts of its own is the vendor: the account is the caller's.
  if (!provider && gateway && gateway.hosts.length > 0) {
    return { outcome: 'pass', says: `${name} answered for itself: it is your account there`, ...(link && { link }) };
  }
  const common = {
    ...(link && { link }),
    because: [{ where: 'answeredBy', value: name, says: 'a gateway that spoke for itself, before any vendor was asked' }],
  };
  if (family === 'payment') {
    return {
      ...common,
      outcome: 'fail',
      says: `${name} refused: its own budget, not the vendor's`,
      steps: [
        `Look at the budget of this key, user or team at ${name}; whoever runs it can raise it.`,
        'Topping up the account at the vendor will not help.',
      ],
    };
  }
  if (family === 'limits')
    return {
      ...common,
      outcome: 'warn',
      says: `The limit is that of ${name}, not the vendor's`,
      steps: [`Ask whoever runs ${name} for a higher limit.`],
    };
  if (family === 'access')
    return {
      ...common,
      outcome: 'warn',
      says: `${name} refused the key: it wants one of its own`,
      steps: [`Send a key that ${name} has issued, not the vendor's.`],
    };
  return {
    ...common,
    outcome: 'warn',
    says: `${name} answered for itself, not the vendor`,
    steps: [`Look into the log of ${name}: the vendor may never have been asked.`],
  };
}

function linkFor(family: string, gateway: Profile | undefined): Link | undefined {
  if (family === 'payment') return billingLink(gateway) ?? linkTo(gateway, 'limits', 'limits');
  if (family === 'limits') return linkTo(gateway, 'limits', 'limits');
  if (family === 'access') return linkTo(gateway, 'keys', 'keys');
  return linkTo(gateway, 'errors', 'errors');
}

function passedOn(facts: Facts): Finding {
  const { gateway, provider, reading } = facts;
  const name = nameOf(facts, 'The gateway');
  const { family } = causes[reading.verdict.cause];
  const link = linkTo(gateway ?? provider, 'support', 'support') ?? linkTo(gateway ?? provider, 'errors', 'errors');
  const common = { ...(link && { link }), because: [{ where: 'answeredBy', value: name, says: 'passes on what its upstream said' }] };
  if (family === 'payment') {
    return {
      ...common,
      outcome: 'warn',
      says: `${name} passes it on: the money is its operator's`,
      steps: [
        `Tell whoever runs ${name} that its account at the upstream is refused.`,
        `If ${name} was given your own provider key, it is your account there.`,
      ],
    };
  }
  return {
    ...common,
    outcome: 'warn',
    says: `${name} passes on its upstream's error`,
    steps: [`Try another model or upstream at ${name}, or tell whoever runs it.`],
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
