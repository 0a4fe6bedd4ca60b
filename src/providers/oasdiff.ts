import type { Provider } from '../model/provider.ts';

const EXPIRED = 'https://github.com/oasdiff/oasdiff-action/pull/172';

export default {
  title: 'oasdiff',
  kind: 'vendor',
  hosts: ['.oasdiff.com'],
  keys: [],
  keyEnvironment: ['OASDIFF_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['oasdiff-service'],
  names: ['oasdiff'],
  links: { support: 'https://github.com/oasdiff/oasdiff-action/issues' },
  rules: [
    { when: { code: 'subscription_expired' }, cause: 'subscription-inactive', source: EXPIRED },
    {
      when: { code: 'repo_limit_reached' },
      cause: 'plan-required',
      alternatives: ['quota-exhausted'],
      note: 'More repositories use the service than the plan allows.',
      source: EXPIRED,
    },
  ],
} satisfies Provider;
