import type { Provider } from '../model/provider.ts';

const AUTH = 'https://developers.etsy.com/documentation/essentials/authentication/';
const LIMITS = 'https://developers.etsy.com/documentation/essentials/rate-limits/';

export default {
  title: 'Etsy',
  kind: 'vendor',
  hosts: ['openapi.etsy.com', 'api.etsy.com'],
  keys: [],
  keyEnvironment: ['ETSY_API_KEY', 'ETSY_KEYSTRING'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: ['x-remaining-today', 'x-limit-per-day', 'x-remaining-this-second'],
  ownWords: ['openapi.etsy.com', 'developers.etsy.com', 'developer@etsy.com'],
  names: ['etsy'],
  links: { keys: 'https://www.etsy.com/developers/your-apps', limits: LIMITS, errors: AUTH, support: 'https://developers.etsy.com' },
  rules: [
    {
      when: { message: /\bapi key not found\b|\binvalid api key\b/i },
      cause: 'credentials-invalid',
      note: 'The key goes into x-api-key; a new one works only after Etsy has approved the app.',
      source: AUTH,
    },
    {
      when: { message: /\binsufficient_scope\b/i },
      cause: 'permission-denied',
      note: 'The seller granted the token too few scopes.',
      source: AUTH,
    },
    {
      when: { message: /\binvalid_(?:token|grant)\b/i },
      cause: 'credentials-invalid',
      note: 'Access tokens live for an hour: use the refresh token.',
      source: AUTH,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'There is a limit for each second and one for 24 hours: x-remaining-today says whether the day is used up.',
      source: LIMITS,
      alternatives: ['quota-exhausted'],
    },
  ],
} satisfies Provider;
