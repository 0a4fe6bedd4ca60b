import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.etherscan.io/resources/common-error-messages';

export default {
  title: 'Etherscan',
  kind: 'vendor',
  hosts: ['.etherscan.io', 'api.bscscan.com', 'api.polygonscan.com', 'api.arbiscan.io', 'api.basescan.org'],
  keys: [],
  keyEnvironment: ['ETHERSCAN_API_KEY', 'ETHERSCAN_KEY'],
  // The key goes into the query as apikey.
  keyHeader: 'apikey',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.etherscan.io',
    'docs.etherscan.io',
    'etherscan.io/apis',
    'free api access is not supported for this chain',
    'max calls per sec rate limit reached',
    'max daily rate limit reached',
    '"notok"',
    'please use api key for higher rate limit',
    'missing/invalid api key, rate limit of',
    'too many invalid api key attempts',
    'deprecated v1 endpoint',
  ],
  names: ['etherscan', 'bscscan', 'polygonscan', 'arbiscan', 'basescan'],
  links: {
    billing: 'https://etherscan.io/apis',
    keys: 'https://etherscan.io/myapikey',
    limits: 'https://docs.etherscan.io/resources/rate-limits',
    errors: ERRORS,
    support: 'https://etherscan.io/contactus',
  },
  statusPage: { page: 'https://status.etherscan.io' },
  knownGood: {
    method: 'GET',
    url: 'https://api.etherscan.io/v2/api?chainid=1&module=proxy&action=eth_blockNumber',
    says: 'A block number says that the key works; the key goes into the query as apikey.',
    source: 'https://docs.etherscan.io/api-status',
  },
  rules: [
    {
      when: { message: 'max daily rate limit reached' },
      cause: 'quota-exhausted',
      note: 'The calls of this day are used up, over all keys of the account.',
      source: 'https://docs.etherscan.io/set-up-your-api-key',
      waiting: 'helps',
    },
    {
      when: { message: 'free api access is not supported for this chain' },
      cause: 'plan-required',
      note: 'Some chains want a paid plan; the key itself is fine.',
      source: 'https://docs.etherscan.io/set-up-your-api-key',
    },
    {
      when: { message: 'max rate limit reached, please use api key' },
      cause: 'rate-limited',
      note: 'Etherscan saw no valid key: a key raises the limit.',
      source: ERRORS,
    },
    { when: { message: /max (?:calls per sec )?rate limit reached/i }, cause: 'rate-limited', source: ERRORS },
    {
      when: { message: 'too many invalid api key attempts' },
      cause: 'credentials-invalid',
      note: 'The key is not valid, and the address is held off for half a minute.',
      source: ERRORS,
    },
    {
      when: { message: 'missing/invalid api key' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      note: 'Keys of the explorers of other chains are not valid for version 2; a new key takes some minutes.',
      source: ERRORS,
    },
    {
      when: { message: 'invalid api key' },
      cause: 'credentials-invalid',
      note: 'Keys of the explorers of other chains are not valid for version 2; a new key takes some minutes.',
      source: ERRORS,
    },
    {
      when: { message: 'deprecated v1 endpoint' },
      cause: 'gone',
      note: 'Version 1 has been switched off: use /v2/api with a chainid.',
      source: 'https://docs.etherscan.io/v2-migration',
    },
    { when: { message: 'missing or unsupported chainid' }, cause: 'invalid-request', source: ERRORS },
    { when: { message: 'missing or invalid action name' }, cause: 'invalid-request', source: ERRORS },
  ],
} satisfies Provider;
