/** Whose account an answer is about, and where its owner looks. */
import type { Facts, Link } from '../model/check.ts';
import type { Provider } from '../model/provider.ts';
import type { Profile } from '../model/provider.ts';

/**
 * Whom the client talks to, and whose key it sends: a gateway that gives out keys of its own, else the vendor, else a gateway
 * that has none. Undefined where nobody is known.
 */
export function calledProfile({ provider, gateway }: Facts): Profile | undefined {
  return gateway && gateway.keys.length > 0 ? gateway : (provider ?? gateway);
}

/** The gateway where it spoke for itself, else the vendor that was called; undefined where neither is known. */
export function accountHolder({ provider, gateway, reading }: Facts): Profile | undefined {
  return reading.answeredBy.layer === 'gateway' ? (gateway ?? provider) : (provider ?? gateway);
}

/** The page on which the account's owner sees money and plan. */
export function billingLink(profile: Profile | undefined): Link | undefined {
  return linkTo(profile, 'billing', 'billing') ?? linkTo(profile, 'usage', 'usage');
}

/** One of a profile's links, with the profile's name before `words` as its title. */
export function linkTo(profile: Profile | undefined, link: keyof Provider['links'], words: string): Link | undefined {
  const url = profile?.links[link];
  return profile && url ? { title: `${profile.title} ${words}`, url } : undefined;
}
