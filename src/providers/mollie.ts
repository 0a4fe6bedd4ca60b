import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.mollie.com/reference/handling-errors';

export default {
  title: 'Mollie',
  kind: 'vendor',
  hosts: ['api.mollie.com', 'api.mollie.nl'],
  keys: [],
  keyEnvironment: ['MOLLIE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'docs.mollie.com',
    'mollie.com/dashboard',
    'my.mollie.com',
    'mollie\\api',
    'mollieapierror',
    'mollie.api.error',
    'mollieapiexception',
  ],
  names: ['mollie'],
  links: { keys: 'https://my.mollie.com/dashboard/developers/api-keys', errors: ERRORS, support: 'https://help.mollie.com' },
  statusPage: { page: 'https://status.mollie.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.mollie.com/v2/methods',
    says: 'The key is valid, and the answer lists the enabled ways to pay.',
    source: 'https://docs.mollie.com/reference/list-methods',
  },
  rules: [
    {
      when: { message: /\bpayment method is not (?:enabled|activated)\b/i },
      cause: 'permission-denied',
      note: 'Turn the way to pay on in the website profile; some need an approval of Mollie first.',
      source: ERRORS,
    },
    {
      when: { message: /\bno suitable payment methods found\b/i },
      cause: 'permission-denied',
      note: 'No way to pay is enabled for this profile, amount and currency.',
      source: ERRORS,
      alternatives: ['invalid-request'],
    },
    {
      when: { message: 'missing authentication, or failed to authenticate' },
      cause: 'credentials-invalid',
      note: 'The key is missing or wrong: it starts with live_ or test_.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    { when: { status: 410 }, cause: 'gone', source: ERRORS },
  ],
} satisfies Provider;
