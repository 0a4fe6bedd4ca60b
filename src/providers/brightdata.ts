import type { Provider } from '../model/provider.ts';

const DATASETS = 'https://docs.brightdata.com/api-reference/marketplace-dataset-api/troubleshooting';
const BROWSER = 'https://docs.brightdata.com/scraping-automation/scraping-browser/error-codes';
const BALANCE = 'https://docs.brightdata.com/api-reference/account-management-api/Get_total_balance_through_API';

export default {
  title: 'Bright Data',
  kind: 'vendor',
  hosts: ['api.brightdata.com', 'brd.superproxy.io', 'mcp.brightdata.com', 'zproxy.lum-superproxy.io'],
  keys: [],
  keyEnvironment: ['BRIGHTDATA_API_KEY', 'BRIGHT_DATA_API_KEY', 'BRIGHTDATA_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-brd-*', 'x-luminati-*'],
  ownWords: ['brightdata.com', 'brd.superproxy.io', 'brd.brightdata.io', 'x-brd-err', 'x-luminati-error'],
  names: ['brightdata', 'bright data'],
  links: {
    billing: 'https://brightdata.com/cp/billing',
    usage: 'https://brightdata.com/cp/zones',
    keys: 'https://brightdata.com/cp/setting/users',
    errors: 'https://docs.brightdata.com/proxy-networks/errorCatalog',
    support: 'mailto:support@brightdata.com',
  },
  statusPage: { page: 'https://brightdata.com/network-status' },
  supportAsks: ['the zone', 'the fields x-brd-err-code and x-brd-err-msg'],
  balance: { url: 'https://api.brightdata.com/customer/balance', read: { remaining: 'balance' }, unit: 'USD', source: BALANCE },
  rules: [
    {
      when: { message: 'account is suspended' },
      cause: 'credits-exhausted',
      alternatives: ['account-disabled', 'account-past-due'],
      note: 'Mostly the balance is too low: adding funds ends it. After 24 hours static addresses may be given away.',
      source: DATASETS,
    },
    { when: { code: ['wrong_customer_name', 'wrong_password'] }, cause: 'credentials-invalid', source: BROWSER },
    { when: { code: 'missing_credentials' }, cause: 'credentials-missing', source: BROWSER },
    { when: { code: 'zone_not_found' }, cause: 'not-found', note: 'The zone does not exist, or is not active.', source: BROWSER },
    {
      when: { code: 'brob' },
      cause: 'permission-denied',
      note: "The target's robots.txt rules it out; Bright Data allows it after its identity check.",
      source: BROWSER,
    },
    { when: { code: 'brul' }, cause: 'permission-denied', note: 'Bright Data itself restricts this target.', source: BROWSER },
    {
      when: { code: ['no_peers', 'proxy_no_peer', 'reserve_no_result', 'proxy_cooling_peers', 'proxy_no_peers_cooling'] },
      cause: 'overloaded',
      note: 'No exit is free for this target and country: try again, or drop the country.',
      source: BROWSER,
    },
  ],
} satisfies Provider;
