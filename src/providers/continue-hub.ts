import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://github.com/continuedev/continue/issues/10273';

/** Continue's proxy: the model's label names another vendor, the bill is Continue's, unless a secret with that vendor's key is stored. */
export default {
  title: 'Continue',
  kind: 'vendor',
  hosts: ['api.continue.dev', 'hub.continue.dev'],
  keys: [],
  keyEnvironment: ['CONTINUE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['continue-proxy', 'hub.continue.dev', 'api.continue.dev', 'your continue account', 'continue.dev/settings'],
  names: ['continue hub', 'continue-proxy'],
  links: {
    billing: 'https://hub.continue.dev/settings/billing',
    keys: 'https://hub.continue.dev/settings/secrets',
  },
  rules: [
    {
      when: { message: 'no credits remaining on your Continue account' },
      cause: 'credits-exhausted',
      note: "Continue's own credits, whatever vendor the model is of: add some, or store a key of that vendor as a secret, or choose the organisation that has one.",
      source: CREDITS,
    },
  ],
} satisfies Provider;
