import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes';

export default {
  title: 'QuickBooks Online',
  kind: 'vendor',
  hosts: ['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com', 'oauth.platform.intuit.com'],
  keys: [],
  keyEnvironment: ['QUICKBOOKS_CLIENT_ID', 'QUICKBOOKS_CLIENT_SECRET', 'QBO_CLIENT_ID'],
  keyHeader: 'authorization',
  requestIdHeaders: ['intuit_tid'],
  ownHeaders: ['intuit_tid'],
  ownWords: [
    'developer.intuit.com',
    'api.intuit.com',
    'applicationauthenticationfailed',
    'applicationauthorizationfailed',
    'invalid company status',
    'com.intuit.ipp',
    'quickbooks.exceptions',
    'qbo.intuit.com',
  ],
  names: ['quickbooks', 'quickbooks online'],
  links: {
    keys: 'https://developer.intuit.com/app/developer/dashboard',
    errors: CODES,
    limits: 'https://developer.intuit.com/app/developer/qbo/docs/learn/rest-api-features#limits-and-throttles',
    support: 'https://help.developer.intuit.com',
  },
  supportAsks: ['the intuit_tid', 'the realm id of the company'],
  statusPage: {
    page: 'https://status.developer.intuit.com',
    api: { kind: 'statuspage', url: 'https://status.developer.intuit.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { code: '6190' },
      cause: 'subscription-inactive',
      note: "The company's QuickBooks subscription has ended, was cancelled or is not paid for: its owner renews it. The app cannot fix it.",
      source: CODES,
      alternatives: ['account-past-due'],
    },
    {
      when: { message: 'invalid company status' },
      cause: 'subscription-inactive',
      note: "The company's QuickBooks subscription has ended, was cancelled or is not paid for: its owner renews it. The app cannot fix it.",
      source: CODES,
      alternatives: ['account-past-due'],
    },
    {
      when: { code: '5030' },
      cause: 'plan-required',
      note: "The company's QuickBooks edition lacks this feature, or it is turned off.",
      source: CODES,
    },
    {
      when: { message: /\bfeature not supported\b/i },
      cause: 'plan-required',
      note: "The company's QuickBooks edition lacks this feature, or it is turned off.",
      source: CODES,
      alternatives: ['invalid-request'],
    },
    { when: { code: ['3001', '003001'] }, cause: 'rate-limited', source: CODES },
    {
      when: { code: ['3200', '003200'] },
      cause: 'credentials-invalid',
      note: 'Access tokens live for an hour: use the refresh token.',
      source: CODES,
    },
    {
      when: { code: ['3100', '003100'] },
      cause: 'key-scope-mismatch',
      note: 'The token is not for this company (realm id) or environment, or the user has disconnected the app.',
      source: CODES,
      alternatives: ['permission-denied'],
    },
    {
      when: { message: 'invalid_grant' },
      cause: 'credentials-invalid',
      note: 'The refresh token was used before or has expired: let the user connect again.',
      source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq',
    },
    { when: { code: '5020' }, cause: 'permission-denied', source: CODES },
    { when: { code: ['5010', '6240', '6140'] }, cause: 'conflict', source: CODES },
    { when: { code: '610' }, cause: 'not-found', source: CODES },
  ],
} satisfies Provider;
