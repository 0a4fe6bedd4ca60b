import type { Provider } from '../model/provider.ts';

const REFERENCE = 'https://devcenter.heroku.com/articles/platform-api-reference#error-responses';
const ROUTER = 'https://devcenter.heroku.com/articles/error-codes';
const VERIFY = 'https://devcenter.heroku.com/articles/account-verification';

export default {
  title: 'Heroku',
  kind: 'vendor',
  hosts: ['api.heroku.com', 'api.data.heroku.com'],
  keys: [{ pattern: 'HRKU-AA[0-9A-Za-z_-]{58}', means: 'Heroku API token', sample: `HRKU-AA${'Example0'.repeat(7)}Ab` }],
  keyEnvironment: ['HEROKU_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['request-id', 'x-request-id'],
  ownHeaders: [],
  ownWords: [
    'heroku.com/',
    'heroku cli',
    'heroku create',
    'herokucdn.com',
    'application/vnd.heroku+json',
    'heroku[router]',
    'this account is past due',
    'please verify your account to install this add-on',
  ],
  links: {
    billing: 'https://dashboard.heroku.com/account/billing',
    keys: 'https://dashboard.heroku.com/account/applications',
    limits: 'https://devcenter.heroku.com/articles/limits',
    errors: REFERENCE,
    support: 'https://help.heroku.com',
  },
  statusPage: { page: 'https://status.heroku.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.heroku.com/account',
    says: 'Tells whose key it is, whether the account is delinquent or suspended, and whether it is verified.',
    source: 'https://devcenter.heroku.com/articles/platform-api-reference#account',
  },
  rules: [
    {
      when: {
        message:
          /\b(?:add|enter|provide|verify with) (?:a |your )?(?:valid )?(?:credit card|payment method|payment information|billing information)/i,
      },
      cause: 'payment-method-required',
      note: 'The account is not verified: Heroku wants a payment method on file first.',
      source: VERIFY,
    },
    {
      when: { message: 'heroku.com/verify' },
      cause: 'payment-method-required',
      note: 'The account is not verified: Heroku wants a payment method on file first.',
      source: VERIFY,
    },
    {
      when: { code: ['verification_needed', 'verification_required'] },
      cause: 'payment-method-required',
      note: 'The account is not verified: Heroku wants a payment method on file first.',
      source: VERIFY,
    },
    { when: { message: /\bverify your account\b|\baccount verification\b/i }, cause: 'payment-method-required', source: VERIFY },
    { when: { message: /\bdelinquent\b|\bpast due\b|\bunpaid (?:balance|bill|invoice)/i }, cause: 'account-past-due', source: REFERENCE },
    { when: { code: 'delinquent' }, cause: 'account-past-due', alternatives: ['payment-method-required'], source: REFERENCE },
    {
      when: { status: 402 },
      cause: 'account-past-due',
      alternatives: ['payment-method-required'],
      note: 'At Heroku, 402 says that the account is delinquent, or that its payment method must be confirmed.',
      source: REFERENCE,
    },
    {
      when: { code: 'suspended' },
      cause: 'account-disabled',
      alternatives: ['account-past-due'],
      note: 'The account or the app was suspended.',
      source: REFERENCE,
    },
    {
      when: { message: /\b(?:account|app|application|team) (?:has been|was|is) suspended\b/i },
      cause: 'account-disabled',
      alternatives: ['account-past-due'],
      note: 'Heroku suspends for breaches of its policy, and for unpaid invoices; its mail to the owner says which.',
      source: REFERENCE,
    },
    { when: { message: 'your account reached the api rate limit' }, cause: 'rate-limited', source: REFERENCE },
    {
      when: { message: /\bcode=H(?:80|81|82|99)\b/ },
      cause: 'service-unavailable',
      note: 'H80: maintenance mode; H81: nothing deployed; H82: the free dyno hours of the month are used up; H99: a fault of the platform.',
      source: ROUTER,
      alternatives: ['quota-exhausted', 'upstream-failure'],
    },
    {
      when: { message: /\bcode=H(?:1[0-9]|2[0-7]|3[0-1])\b/ },
      cause: 'upstream-failure',
      alternatives: ['service-unavailable'],
      note: 'The router got no good answer from the dyno: the app crashed, is not scaled up, or took longer than 30 seconds.',
      source: ROUTER,
    },
  ],
} satisfies Provider;
