import type { Provider } from '../model/provider.ts';

const BANDWIDTH = 'https://github.com/souffle-lang/souffle/issues/2119';

/** Package hosting, known by its name: the answer comes to whoever downloads, and concerns the account that publishes. */
export default {
  title: 'packagecloud',
  kind: 'vendor',
  hosts: [],
  keys: [],
  keyEnvironment: ['PACKAGECLOUD_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['bandwidth or storage limit exceeded'],
  names: ['packagecloud'],
  links: {},
  rules: [
    {
      when: { message: 'bandwidth or storage limit exceeded' },
      cause: 'quota-exhausted',
      note: "The publisher's plan is used up: it comes back with the next billing period, or with a larger plan. This 429 is not about the number of requests.",
      source: BANDWIDTH,
    },
    {
      when: { message: /\b429\b.{0,3}too many requests/i },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "packagecloud answers 429 once the publisher's bandwidth or storage is used up.",
      source: 'https://github.com/shiftkey/desktop/issues/358',
    },
    {
      when: { status: 429 },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "packagecloud answers 429 once the publisher's bandwidth or storage is used up.",
      source: BANDWIDTH,
    },
  ],
} satisfies Provider;
