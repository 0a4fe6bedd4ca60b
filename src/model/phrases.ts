/** The words of a verdict's short values, so that every report says the same. */
import type { Actor } from './cause.ts';
import type { Diagnosis } from './diagnosis.ts';
import { when } from './format.ts';
import type { Layer } from './reading.ts';

type Verdict = Diagnosis['verdict'];

export const actorWords: Readonly<Record<Actor, string>> = {
  'account-owner': 'the owner of the account',
  payer: 'the payer',
  client: 'the client',
  caller: 'the caller',
  provider: 'the provider',
  'network-admin': 'the administrator of the network',
  nobody: 'nobody',
};

/** One sentence on trying again; undefined where nothing failed. */
export function retrySentence({ cause, actor, retry }: Pick<Verdict, 'cause' | 'actor' | 'retry'>): string | undefined {
  if (cause === 'success') return undefined;
  const named = when(retry);
  if (retry.advice === 'never') return 'Retrying the same request will not help: the request has to change.';
  if (retry.advice === 'after-delay')
    return named ? `Waiting helps: try again ${named}.` : 'Waiting helps: try again later, with growing pauses.';
  if (retry.advice === 'now')
    return cause === 'payment-challenge' ? 'Send it again at once, with the payment.' : `It can be sent again ${named ?? 'at once'}.`;
  const until = actor === 'nobody' ? 'the cause is found' : `${actorWords[actor]} acts`;
  return `Retrying will not help until ${until}.${named ? ` A wait of its own is named: ${named}.` : ''}`;
}

const spoke: Record<Exclude<Layer, 'provider'>, (name: string | undefined) => string> = {
  gateway: (name) => (name === undefined ? 'a gateway, speaking for itself' : `${name}, a gateway that spoke for itself`),
  upstream: (name = 'a gateway') => `${name}, passing on what its upstream said`,
  proxy: (name = 'a proxy') => `${name}, on the way to the API`,
  cdn: (name = 'a content delivery network') => `${name}, in front of the API`,
  client: () => 'nobody: there was no response',
};

/**
 * Who spoke, as part of a sentence: "OpenRouter", "LiteLLM, a gateway that spoke for itself", "the provider" where
 * nobody knows its name. The name may come from outside.
 */
export function whoAnswered({ answeredBy: { layer, id, name }, provider }: Pick<Verdict, 'answeredBy' | 'provider'>): string {
  if (layer === 'provider') return name ?? provider?.name ?? 'the provider';
  // A hosted gateway that was called as such is the provider.
  if (layer === 'gateway' && id !== undefined && id === provider?.id) return provider.name;
  return spoke[layer](name);
}
