import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.requesty.ai/features/error-codes';
const LIMITS = 'https://docs.requesty.ai/features/api-limits';

/** `error.origin` says who speaks: "router" is Requesty, "provider" the vendor behind it, whose account is not the caller's. */
export default {
  title: 'Requesty',
  kind: 'vendor',
  hosts: ['router.requesty.ai', 'router.eu.requesty.ai'],
  keys: [],
  keyEnvironment: ['REQUESTY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: ['requesty.ai', 'reached monthly spend limit for api key'],
  names: ['requesty'],
  links: {
    billing: 'https://app.requesty.ai/settings',
    keys: 'https://app.requesty.ai/api-keys',
    limits: LIMITS,
    errors: ERRORS,
  },
  prevention: [{ says: 'Set a monthly limit for each project, so that one of them cannot spend the balance of all.', source: LIMITS }],
  rules: [
    { when: { message: /insufficient balance.{0,40}requesty\.ai/i }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { message: 'reached monthly spend limit' },
      cause: 'spend-limit-reached',
      note: 'The monthly cap of this key or project, as a 412; the organisation may well have a balance.',
      source: ERRORS,
    },
    { when: { message: 'your account has been restricted' }, cause: 'account-disabled', source: ERRORS },
    {
      when: { message: 'invalid authorization token' },
      cause: 'credentials-invalid',
      note: 'Requesty answers a wrong key with 403.',
      source: ERRORS,
    },
    {
      when: { message: 'provider blocked by policy' },
      cause: 'permission-denied',
      note: 'The model is not on the list that the organisation approved for this key.',
      source: ERRORS,
    },
    { when: { message: 'provider and/or model not supported' }, cause: 'not-found', source: ERRORS },
    {
      when: { status: 401, message: /^unauthorized$/i },
      cause: 'credentials-missing',
      note: 'No Authorization field came with the request; a wrong key gets 403.',
      source: ERRORS,
    },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Requesty has no rate limits of its own: the vendor behind it limits. A routing policy can fall back to another model.',
      source: LIMITS,
    },
  ],
} satisfies Provider;
