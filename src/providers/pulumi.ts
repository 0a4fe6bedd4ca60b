import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://github.com/pulumi/pulumi/pull/3465';
const NEO = 'https://github.com/pulumi/pulumi/pull/23752';

export default {
  title: 'Pulumi Cloud',
  kind: 'vendor',
  hosts: ['api.pulumi.com'],
  keys: [{ pattern: 'pul-[a-f0-9]{40}', means: 'Pulumi access token', sample: `pul-${'0123456789abcdef'.repeat(2)}01234567` }],
  keyEnvironment: ['PULUMI_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['app.pulumi.com', 'pulumi.com/docs', 'neo_org_cap_exhausted', 'neo_member_cap_exhausted'],
  names: ['pulumi'],
  links: {
    billing: 'https://app.pulumi.com/account/billing',
    keys: 'https://app.pulumi.com/account/tokens',
    support: 'https://support.pulumi.com',
  },
  statusPage: { page: 'https://status.pulumi.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.pulumi.com/api/user',
    says: 'Tells whose token it is.',
    source: 'https://www.pulumi.com/docs/reference/cloud-rest-api/',
  },
  rules: [
    {
      when: { code: ['neo_org_cap_exhausted', 'neo_member_cap_exhausted'] },
      cause: 'spend-limit-reached',
      note: "A usage limit for Pulumi's agent, of the organisation or of the member: an administrator of the organisation can raise it.",
      source: NEO,
    },
    {
      when: { message: /\bneo usage limit reached\b/i },
      cause: 'spend-limit-reached',
      note: "A usage limit for Pulumi's agent, of the organisation or of the member: an administrator of the organisation can raise it.",
      source: NEO,
    },
    {
      when: { message: /\busing \d+ of \d+ stacks\b|\bmanage stack limits\b|\bstack limit\b/i },
      cause: 'plan-required',
      alternatives: ['quota-exhausted'],
      note: 'The organisation has more stacks than its plan allows. This 409 is no conflict with another stack.',
      source: LIMITS,
    },
    {
      when: { message: 'another update is currently in progress' },
      cause: 'conflict',
      note: 'Another update holds the stack; pulumi cancel releases one that died.',
      source: 'https://www.pulumi.com/docs/support/troubleshooting/common-issues/update-conflicts/',
      waiting: 'helps',
    },
  ],
} satisfies Provider;
