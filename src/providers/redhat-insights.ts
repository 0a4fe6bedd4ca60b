import type { Provider } from '../model/provider.ts';

const CLIENT = 'https://github.com/RedHatInsights/insights-core';
const CLOSED = 'https://github.com/RedHatInsights/rhc/pull/495';

export default {
  title: 'Red Hat Insights',
  kind: 'vendor',
  hosts: ['cert-api.access.redhat.com', 'console.redhat.com', 'cert.console.redhat.com', 'cloud.redhat.com', 'cert.cloud.redhat.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-rh-insights-request-id'],
  ownHeaders: ['x-rh-insights-request-id'],
  ownWords: [
    'insights-client',
    'insights.client.connection',
    'insights authorization request failed',
    'registration failed by 402 error',
    'got 402 but no message',
  ],
  names: ['red hat insights', 'redhat insights'],
  links: { keys: 'https://console.redhat.com/iam/service-accounts', support: 'https://access.redhat.com/support' },
  supportAsks: ['the x-rh-insights-request-id of the response', '/var/log/insights-client/insights-client.log'],
  statusPage: { page: 'https://status.redhat.com' },
  rules: [
    {
      when: { message: /\bregistration failed by 402\b|\bgot 402 but no message\b/i },
      cause: 'plan-required',
      alternatives: ['quota-exhausted', 'subscription-inactive'],
      note: "The account's subscriptions allow no more systems to register, or none at all.",
      source: CLIENT,
    },
    {
      when: { status: 402 },
      cause: 'plan-required',
      alternatives: ['quota-exhausted', 'subscription-inactive'],
      note: "The account's subscriptions allow no more systems to register, or none at all.",
      source: CLIENT,
    },
    {
      when: { message: 'insights authorization request failed' },
      cause: 'permission-denied',
      alternatives: ['credentials-invalid'],
      note: 'The system is not registered with the account, or its certificate is not accepted any more.',
      source: CLOSED,
    },
  ],
} satisfies Provider;
