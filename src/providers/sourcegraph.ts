import type { Provider } from '../model/provider.ts';

const TODAY = 'https://github.com/sourcegraph/cody/issues/6273';
const AUTOCOMPLETE = 'https://github.com/sourcegraph/cody/issues/2353';

export default {
  title: 'Sourcegraph',
  kind: 'vendor',
  hosts: ['sourcegraph.com', 'cody-gateway.sourcegraph.com', '.sourcegraph.com', '.sourcegraphcloud.com'],
  keys: [{ pattern: 'sgp_(?:[0-9a-f]{16}_)?[0-9a-f]{40}', means: 'Sourcegraph access token', sample: `sgp_${'0123456789'.repeat(4)}` }],
  keyEnvironment: ['SRC_ACCESS_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-trace'],
  ownHeaders: [],
  ownWords: ['sourcegraph.com', 'your chat messages and commands for', 'cody gateway'],
  names: ['sourcegraph', 'cody pro'],
  links: {
    limits: 'https://docs.sourcegraph.com/cody/core-concepts/cody-gateway#rate-limits-and-quotas',
    support: 'https://help.sourcegraph.com/hc/en-us/requests/new',
  },
  rules: [
    {
      when: { message: /used all (?:of your )?(?:\d+ )?chat messages(?: and commands)?\b/i },
      cause: 'quota-exhausted',
      note: 'The chat messages of the day or the month are used up; on a paid plan it is fair use, and over within a day.',
      source: TODAY,
      waiting: 'helps',
    },
    {
      when: { message: /used all (?:of your )?\S{0,20} ?autocompletions\b/i },
      cause: 'quota-exhausted',
      source: AUTOCOMPLETE,
      waiting: 'helps',
    },
  ],
} satisfies Provider;
