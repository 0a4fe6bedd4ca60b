import type { Provider } from '../model/provider.ts';

const CODES = 'https://developers.brevo.com/docs/how-it-works';

export default {
  title: 'Brevo',
  kind: 'vendor',
  hosts: ['api.brevo.com', 'api.sendinblue.com'],
  keys: [
    {
      pattern: 'xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}',
      means: 'Brevo API key',
      sample: `xkeysib-0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a-${'Example0'.repeat(2)}`,
    },
  ],
  keyEnvironment: ['BREVO_API_KEY', 'SENDINBLUE_API_KEY'],
  keyHeader: 'api-key',
  requestIdHeaders: ['sib-request-id'],
  ownHeaders: ['sib-request-id', 'x-sib-server'],
  ownWords: [
    'api.brevo.com',
    'app.brevo.com',
    'developers.brevo.com',
    'api.sendinblue.com',
    'sib_api_v3_sdk',
    'brevo_python',
    'sibapiv3sdk',
  ],
  names: ['brevo', 'sendinblue'],
  links: {
    billing: 'https://app.brevo.com/billing/account/customize',
    keys: 'https://app.brevo.com/settings/keys/api',
    errors: CODES,
    support: 'https://help.brevo.com',
  },
  statusPage: { page: 'https://status.brevo.com', api: { kind: 'statuspage', url: 'https://status.brevo.com/api/v2/summary.json' } },
  balance: {
    url: 'https://api.brevo.com/v3/account',
    keyHeader: 'api-key',
    read: { remaining: 'plan.0.credits', unit: 'plan.0.creditsType', plan: 'plan.0.type' },
    note: 'the credits of the first plan of the account',
    source: 'https://developers.brevo.com/reference/getaccount',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.brevo.com/v3/account',
    says: 'The key is valid, and plan lists the credits that are left.',
    source: 'https://developers.brevo.com/reference/getaccount',
  },
  rules: [
    {
      when: { code: 'not_enough_credits' },
      cause: 'credits-exhausted',
      note: "The plan's or the bought emails or messages are used up.",
      source: CODES,
    },
    {
      when: { code: 'account_under_validation' },
      cause: 'permission-denied',
      note: 'Brevo has not validated the account for sending yet: ask its support.',
      source: CODES,
    },
    {
      when: { message: 'unrecognised ip address' },
      cause: 'access-blocked',
      note: 'Add the address to the authorised ones under security in the account.',
      source: 'https://help.brevo.com/hc/en-us/articles/5740111683474',
    },
    {
      when: { message: /\bkey not found\b|\bapi key is not enabled\b/i },
      cause: 'credentials-invalid',
      note: 'An SMTP key (xsmtpsib-) is no API key (xkeysib-).',
      source: 'https://github.com/sendinblue/APIv3-python-library/issues/63',
    },
    {
      when: { code: ['reseller_permission_denied', 'permission_denied'] },
      cause: 'permission-denied',
      note: 'The account lacks the feature: some are activated by support, or come with a larger plan.',
      source: CODES,
      alternatives: ['plan-required'],
    },
  ],
} satisfies Provider;
