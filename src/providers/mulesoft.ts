import type { Provider } from '../model/provider.ts';

const SLA = 'https://docs.mulesoft.com/mule-gateway/policies-included-rate-limiting-sla';

/** A Mule or Flex Gateway of the Anypoint Platform, in front of anybody's API: the tier is a contract with the API's publisher. */
export default {
  title: 'MuleSoft Anypoint',
  kind: 'gateway',
  hosts: ['.cloudhub.io', 'anypoint.mulesoft.com', 'eu1.anypoint.mulesoft.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'client_id',
  requestIdHeaders: ['x-correlation-id'],
  ownHeaders: [],
  ownWords: ['mulesoft', 'cloudhub.io', 'anypoint platform'],
  names: ['mulesoft', 'anypoint'],
  links: { limits: SLA },
  rules: [
    {
      when: { status: 429, message: /^quota has been exceeded$/i },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'The calls that the tier of this client grants in a window are used up: X-Ratelimit-Reset gives the milliseconds that are left of it.',
      source: SLA,
    },
    {
      when: { status: [400, 500], message: /^quota has been exceeded$/i },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'The same limit, in the statuses that SOAP takes.',
      source: SLA,
    },
  ],
} satisfies Provider;
