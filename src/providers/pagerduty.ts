import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.pagerduty.com/docs/errors';
const ABILITIES = 'https://rubydoc.info/gems/pager_duty/0.1.2/PagerDuty/AbilityMissing';

export default {
  title: 'PagerDuty',
  kind: 'vendor',
  hosts: ['api.pagerduty.com', 'api.eu.pagerduty.com', 'events.pagerduty.com', 'events.eu.pagerduty.com', '.pagerduty.com'],
  keys: [],
  keyEnvironment: ['PAGERDUTY_TOKEN', 'PAGERDUTY_API_KEY', 'PD_API_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['account does not have the abilities'],
  names: ['pagerduty'],
  links: {
    errors: ERRORS,
    limits: 'https://developer.pagerduty.com/docs/rest-api-rate-limits',
    keys: 'https://support.pagerduty.com/main/docs/api-access-keys',
    support: 'https://support.pagerduty.com',
  },
  supportAsks: ['the x-request-id of the response'],
  statusPage: { page: 'https://status.pagerduty.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.pagerduty.com/abilities',
    says: 'Lists the abilities that the plan of the account includes.',
    source: 'https://developer.pagerduty.com/api-reference/abilities',
  },
  rules: [
    {
      when: { message: 'account does not have the abilit' },
      cause: 'plan-required',
      note: "The account's plan lacks an ability that this call needs; GET /abilities lists what it has.",
      source: ABILITIES,
    },
    {
      when: { status: 402 },
      cause: 'plan-required',
      note: "The account's plan lacks an ability that this call needs; GET /abilities lists what it has.",
      source: ABILITIES,
    },
  ],
} satisfies Provider;
