import type { Provider } from '../model/provider.ts';

const USAGE = 'https://grafana.com/docs/grafana-cloud/billing-and-usage/usage-limits/';
const RUNBOOK = 'https://grafana.com/docs/mimir/latest/manage/mimir-runbooks/';
const LOKI = 'https://github.com/grafana/loki/issues/1923';

export default {
  title: 'Grafana Cloud',
  kind: 'vendor',
  hosts: ['.grafana.net', 'grafana.com'],
  keys: [
    { pattern: 'glc_[A-Za-z0-9+/]{32,400}={0,3}', means: 'Grafana Cloud access policy token', sample: `glc_${'Example0'.repeat(5)}` },
    {
      pattern: 'glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}',
      means: 'Grafana service account token',
      sample: `glsa_${'Example0'.repeat(4)}_01234567`,
    },
  ],
  keyEnvironment: ['GRAFANA_CLOUD_API_KEY', 'GRAFANA_CLOUD_ACCESS_POLICY_TOKEN', 'GRAFANA_AUTH'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-scope-orgid'],
  ownHeaders: ['x-grafana-*'],
  ownWords: ['grafana.com/docs/grafana-cloud', 'grafana.com/orgs/', 'err-mimir-', 'grafanacloud'],
  names: ['grafana cloud'],
  links: { billing: 'https://grafana.com/orgs', usage: USAGE, limits: USAGE, errors: RUNBOOK, support: 'https://grafana.com/support/' },
  statusPage: { page: 'https://status.grafana.com' },
  rules: [
    {
      when: { message: /\berr-mimir-max-(?:active-)?series\b|\berr-mimir-max-series-per-user\b|\bper-user series limit\b/i },
      cause: 'quota-exhausted',
      alternatives: ['plan-required', 'rate-limited'],
      note: 'More active series than the stack may hold: send fewer, or raise the limit (a larger plan, or support). Series that end free their places within the hour.',
      source: USAGE,
    },
    {
      when: { message: /\bmaximum active stream limit exceeded\b/i },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: 'More log streams than the stack may hold: use fewer labels with many values.',
      source: LOKI,
    },
    {
      when: { message: /\berr-mimir-tenant-max-(?:ingestion|request)-rate\b|\bingestion rate limit exceeded\b/i },
      cause: 'rate-limited',
      source: RUNBOOK,
    },
    {
      when: { message: /\bauthentication error: invalid (?:token|authentication credentials)\b/i },
      cause: 'credentials-invalid',
      alternatives: ['key-scope-mismatch'],
      note: 'The user name is the number of the instance, and the token must be of an access policy for that stack and region.',
      source: 'https://grafana.com/docs/grafana-cloud/send-data/metrics/troubleshoot',
    },
    {
      when: { message: /\binvalid scope requested\b/i },
      cause: 'permission-denied',
      note: "The token's access policy lacks the scope (metrics:write, logs:write…).",
      source: 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/',
    },
  ],
} satisfies Provider;
