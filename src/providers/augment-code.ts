import type { Provider } from '../model/provider.ts';

export default {
  title: 'Augment Code',
  kind: 'vendor',
  hosts: ['.api.augmentcode.com', 'app.augmentcode.com'],
  keys: [],
  keyEnvironment: ['AUGMENT_API_TOKEN', 'AUGMENT_SESSION_AUTH'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['augmentcode.com', 'continue using augment', 'you may be using multiple free trials'],
  names: ['augment code', 'augmentcode'],
  links: { billing: 'https://app.augmentcode.com/account', support: 'https://docs.augmentcode.com/troubleshooting/support' },
  rules: [
    {
      when: { message: 'you may be using multiple free trials' },
      cause: 'account-disabled',
      note: 'Suspended as one of several trials of the same person; support can lift it.',
      source: 'https://github.com/yeongpin/cursor-free-vip/issues/916',
    },
    {
      when: { message: 'purchase a paid subscription to continue using augment' },
      cause: 'plan-required',
      source: 'https://github.com/BasicProtein/AugmentCode-Free/issues/74',
    },
    {
      when: { message: /has been restricted\. to continue, \[?purchase a subscription/i },
      cause: 'plan-required',
      source: 'https://github.com/vber/free-augmentcode/issues/11',
    },
  ],
} satisfies Provider;
