import type { Provider } from '../model/provider.ts';

const BILLING = 'https://fly.io/docs/about/billing/';
const TRIAL = 'https://fly.io/docs/about/free-trial/';
const MACHINES = 'https://fly.io/docs/machines/api/working-with-machines-api/';

export default {
  title: 'Fly.io',
  kind: 'vendor',
  hosts: ['api.machines.dev', 'api.fly.io', '.fly.dev'],
  keys: [
    { pattern: 'fo1_[A-Za-z0-9_-]{43}', means: 'Fly.io access token', sample: `fo1_${'Example0'.repeat(5)}Abc` },
    { pattern: 'fm[12][ar]?_[A-Za-z0-9+/]{100,}={0,3}', means: 'Fly.io token', sample: `fm2_${'Example0'.repeat(13)}` },
  ],
  keyEnvironment: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['fly-request-id'],
  ownHeaders: [],
  ownWords: ['fly.io/', 'flyctl', 'we need your payment information to continue'],
  names: ['fly.io', 'flyio'],
  links: {
    billing: 'https://fly.io/dashboard/personal/billing',
    keys: 'https://fly.io/user/personal_access_tokens',
    limits: MACHINES,
    support: 'https://fly.io/docs/support/',
  },
  supportAsks: ['the fly-request-id of the response', 'the name of the app and of the organisation'],
  statusPage: { page: 'https://status.flyio.net', api: { kind: 'statuspage', url: 'https://status.flyio.net/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /\b(?:need|add|update|provide) (?:your |a )?(?:valid )?payment (?:information|method)/i },
      cause: 'payment-method-required',
      note: 'The organisation has no payment method: each organisation has its own billing, so look at the one that the app belongs to.',
      source: 'https://github.com/superfly/flyctl/issues/981',
    },
    {
      when: { message: /\bpayment method required\b|\badd a credit card\b|\bmissing (?:a )?credit card\b/i },
      cause: 'payment-method-required',
      note: 'The organisation has no payment method: each organisation has its own billing, so look at the one that the app belongs to.',
      source: 'https://github.com/superfly/docs/issues/2369',
    },
    {
      when: { message: /\btrial (?:has |is )?(?:ended|expired|over)\b/i },
      cause: 'subscription-inactive',
      note: 'The free trial is over; a payment method starts the account again.',
      source: TRIAL,
    },
    { when: { message: /\b(?:overdue|past[- ]due|unpaid) (?:invoices?|bills?|balance)\b/i }, cause: 'account-past-due', source: BILLING },
    {
      when: { status: 412, message: 'capacity' },
      cause: 'overloaded',
      note: 'The host or the region has no room for this machine: try another region, or another size.',
      source: 'https://fly.io/docs/apps/trouble-host-unavailable/',
    },
  ],
} satisfies Provider;
