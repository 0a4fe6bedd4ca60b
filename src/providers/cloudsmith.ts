import type { Provider } from '../model/provider.ts';

const BANDWIDTH = 'https://github.com/caddyserver/dist/issues/115';

/** Package hosting: the answer comes to whoever downloads, and concerns the account that publishes. */
export default {
  title: 'Cloudsmith',
  kind: 'vendor',
  hosts: ['api.cloudsmith.io'],
  keys: [],
  keyEnvironment: ['CLOUDSMITH_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['cloudsmith.com/', 'help.cloudsmith', 'docs.cloudsmith', 'cloudsmith-cli'],
  names: ['cloudsmith'],
  links: { limits: 'https://docs.cloudsmith.com/account-management/usage-limits', support: 'https://support.cloudsmith.com' },
  rules: [
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      note: "The publisher's bandwidth or storage at Cloudsmith is used up: whoever downloads can only wait for the next billing period, take the package from elsewhere, or tell the publisher.",
      source: BANDWIDTH,
    },
    {
      when: { message: /\b402\b.{0,3}payment required/i },
      cause: 'quota-exhausted',
      alternatives: ['account-past-due'],
      note: "The publisher's bandwidth or storage at Cloudsmith is used up: whoever downloads can only wait for the next billing period, take the package from elsewhere, or tell the publisher.",
      source: BANDWIDTH,
    },
  ],
} satisfies Provider;
