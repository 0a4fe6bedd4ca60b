import type { Provider } from '../model/provider.ts';

const API = 'https://docs.mapbox.com/api/guides/';
const TOKENS = 'https://docs.mapbox.com/api/accounts/tokens/';

export default {
  title: 'Mapbox',
  kind: 'vendor',
  hosts: ['api.mapbox.com', '.tiles.mapbox.com', 'events.mapbox.com'],
  keys: [
    {
      pattern: 'pk\\.eyJ[A-Za-z0-9_-]{20,250}\\.[A-Za-z0-9_-]{22}',
      means: 'public token',
      sample: `pk.eyJ${'Example0'.repeat(7)}.${'Example0'.repeat(2)}Exampl`,
    },
    {
      pattern: 'sk\\.eyJ[A-Za-z0-9_-]{20,250}\\.[A-Za-z0-9_-]{22}',
      means: 'secret token',
      sample: `sk.eyJ${'Example0'.repeat(7)}.${'Example0'.repeat(2)}Exampl`,
    },
  ],
  keyEnvironment: ['MAPBOX_ACCESS_TOKEN', 'MAPBOX_TOKEN', 'MAPBOX_API_KEY'],
  // The token goes into the query as access_token.
  keyHeader: 'access_token',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.mapbox.com', 'docs.mapbox.com', 'account.mapbox.com', 'console.mapbox.com', 'not authorized - invalid token'],
  names: ['mapbox'],
  links: {
    billing: 'https://console.mapbox.com/account/invoices',
    usage: 'https://console.mapbox.com/account/statistics',
    keys: 'https://console.mapbox.com/account/access-tokens',
    limits: API,
    errors: API,
    support: 'https://support.mapbox.com',
  },
  statusPage: { page: 'https://status.mapbox.com', api: { kind: 'statuspage', url: 'https://status.mapbox.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.mapbox.com/tokens/v2',
    says: 'Its code says whether the token is valid, expired or revoked; the token goes into the query as access_token.',
    source: TOKENS,
  },
  rules: [
    { when: { message: 'not authorized - invalid token' }, cause: 'credentials-invalid', source: TOKENS },
    { when: { message: 'not authorized - no token' }, cause: 'credentials-missing', source: TOKENS },
    { when: { code: ['TokenInvalid', 'TokenExpired', 'TokenRevoked', 'TokenMalformed'] }, cause: 'credentials-invalid', source: TOKENS },
    {
      when: { status: 403 },
      cause: 'permission-denied',
      alternatives: ['access-blocked', 'account-disabled'],
      note: "The token's scopes or its list of URLs do not allow this call.",
      source: TOKENS,
    },
  ],
} satisfies Provider;
