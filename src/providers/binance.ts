import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.binance.com/docs/binance-spot-api-docs/errors';
const GENERAL = 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information';

export default {
  title: 'Binance',
  kind: 'vendor',
  hosts: ['.binance.com', '.binance.vision', '.binance.us', '.binancefuture.com'],
  keys: [],
  keyEnvironment: ['BINANCE_API_KEY', 'BINANCE_KEY'],
  keyHeader: 'x-mbx-apikey',
  requestIdHeaders: ['x-mbx-uuid'],
  ownHeaders: ['x-mbx-*', 'x-sapi-used-*'],
  ownWords: [
    'account has insufficient balance for requested action',
    'api.binance.com',
    'binanceapiexception',
    'binance.exceptions',
    'binance.error.',
    'invalid api-key, ip, or permissions for action',
    'too much request weight used',
    'please use websocket streams for live updates',
  ],
  names: ['binance'],
  links: {
    keys: 'https://www.binance.com/en/my/settings/api-management',
    limits: GENERAL,
    errors: ERRORS,
    support: 'https://www.binance.com/en/chat',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.binance.com/api/v3/ping',
    says: 'Proves the way to the API, and not the key: calls with a key have to be signed.',
    source: GENERAL,
  },
  rules: [
    {
      when: { message: 'restricted location' },
      cause: 'access-blocked',
      note: 'Binance does not serve the country of this address: the place of the server counts, not that of its owner.',
      source: 'https://www.binance.com/en/terms',
    },
    {
      when: { message: 'too much request weight used' },
      cause: 'rate-limited',
      note: 'Whoever goes on after a 429 gets a 418: the address is banned for minutes, and then for days. Stop until the time that is named.',
      source: GENERAL,
    },
    {
      when: { code: '-1003' },
      cause: 'rate-limited',
      note: 'Whoever goes on after a 429 gets a 418: the address is banned for minutes, and then for days. Stop until the time that is named.',
      source: GENERAL,
    },
    { when: { code: '-1015' }, cause: 'rate-limited', note: 'Too many new orders.', source: ERRORS },
    {
      when: { code: '-2015' },
      cause: 'credentials-invalid',
      alternatives: ['access-blocked', 'permission-denied', 'key-scope-mismatch'],
      note: "One answer for four things: a wrong key, an address outside the key's list, a permission that the key lacks, and a key of another market or of the testnet.",
      source: ERRORS,
    },
    {
      when: { message: 'invalid api-key, ip, or permissions' },
      cause: 'credentials-invalid',
      alternatives: ['access-blocked', 'permission-denied', 'key-scope-mismatch'],
      note: "One answer for four things: a wrong key, an address outside the key's list, a permission that the key lacks, and a key of another market or of the testnet.",
      source: ERRORS,
    },
    { when: { code: '-2014' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { code: '-1022' },
      cause: 'credentials-invalid',
      note: 'The signature does not fit: compare the secret and the order of the parameters.',
      source: ERRORS,
    },
    {
      when: { code: '-1021' },
      cause: 'invalid-request',
      note: "The timestamp is outside recvWindow: set this machine's clock.",
      source: ERRORS,
    },
    {
      when: { code: ['-2010', '-2018', '-2019'], message: /insufficient/i },
      cause: 'credits-exhausted',
      note: 'The trading account holds too little of the asset for this order. It is not about a bill of Binance.',
      source: ERRORS,
    },
    {
      when: { message: 'insufficient balance for requested action' },
      cause: 'credits-exhausted',
      note: 'The trading account holds too little of the asset for this order. It is not about a bill of Binance.',
      source: ERRORS,
    },
    { when: { message: 'outside of the recvwindow' }, cause: 'invalid-request', note: "Set this machine's clock.", source: ERRORS },
    { when: { code: '-1008' }, cause: 'overloaded', source: ERRORS },
    { when: { code: ['-1000', '-1001', '-1007'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { code: ['-1100', '-1101', '-1102', '-1106', '-1111', '-1121', '-1013'] }, cause: 'invalid-request', source: ERRORS },
    {
      when: { status: 418 },
      cause: 'rate-limited',
      note: 'The address is banned for a while, because it went on after a 429.',
      source: GENERAL,
    },
    { when: { status: 403 }, cause: 'access-blocked', note: 'A rule of the firewall.', source: GENERAL },
  ],
} satisfies Provider;
