import type { Provider } from '../model/provider.ts';

const TRANSFER = 'https://docs.wise.com/api-docs/api-reference/transfer';

export default {
  title: 'Wise',
  kind: 'vendor',
  hosts: ['api.wise.com', 'api.transferwise.com', 'api.wise-sandbox.com', 'api.sandbox.transferwise.tech'],
  keys: [],
  keyEnvironment: ['WISE_API_TOKEN', 'WISE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-trace-id'],
  ownHeaders: ['x-2fa-approval', 'x-2fa-approval-result'],
  ownWords: ['docs.wise.com', 'api.transferwise.com', 'api-docs.wise.com', 'balance.payment-option-unavailable'],
  names: ['transferwise'],
  links: {
    keys: 'https://wise.com/your-account/integrations-and-tools/api-tokens',
    errors: 'https://docs.wise.com/api-docs/guides/errors',
    support: 'https://wise.com/help/',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.wise.com/v2/profiles',
    says: 'The token is valid, and the answer lists the profiles that it sees.',
    source: 'https://docs.wise.com/api-docs/api-reference/profile',
  },
  rules: [
    {
      when: { code: 'balance.payment-option-unavailable' },
      cause: 'credits-exhausted',
      note: 'The Wise balance that pays for the transfer is too low, or has not this currency.',
      source: TRANSFER,
    },
    {
      when: { message: /\binvalid_token\b|\binvalid token\b/i },
      cause: 'credentials-invalid',
      note: 'Sandbox and production have separate tokens.',
      source: 'https://docs.wise.com/api-docs/guides/errors',
    },
  ],
} satisfies Provider;
