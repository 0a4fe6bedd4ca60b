import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.messagebird.com/api/#api-errors';

export default {
  title: 'Bird (MessageBird)',
  kind: 'vendor',
  hosts: ['.messagebird.com', 'api.bird.com'],
  keys: [],
  keyEnvironment: ['MESSAGEBIRD_API_KEY', 'MESSAGEBIRD_ACCESS_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['messagebird.com', 'messagebird::', 'messagebird.client', 'messagebird\\exceptions', '(incorrect access_key)'],
  names: ['messagebird'],
  links: { errors: ERRORS, support: 'https://support.bird.com' },
  statusPage: { page: 'https://status.bird.com', api: { kind: 'statuspage', url: 'https://status.bird.com/api/v2/summary.json' } },
  balance: {
    url: 'https://rest.messagebird.com/balance',
    scheme: 'AccessKey',
    read: { remaining: 'amount', unit: 'type', plan: 'payment' },
    source: 'https://developers.messagebird.com/api/balance/',
  },
  rules: [
    { when: { message: 'not enough balance' }, cause: 'credits-exhausted', note: 'Top the account up.', source: ERRORS },
    { when: { code: '25' }, cause: 'credits-exhausted', note: 'Top the account up.', source: ERRORS },
    {
      when: { message: 'during your test period' },
      cause: 'plan-required',
      note: 'With free test credits messages go only to the number with which they were claimed.',
      source: 'https://github.com/messagebird/php-rest-api/issues/21',
    },
    {
      when: { message: 'incorrect access_key' },
      cause: 'credentials-invalid',
      note: 'Live and test keys differ, and the key goes after the word AccessKey in Authorization.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
