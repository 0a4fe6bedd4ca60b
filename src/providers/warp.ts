import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://github.com/warpdotdev/warp/issues/8488';

/** Warp's own credits; what the vendor of a model says is shown behind "… API error:" and is not about the user's account. */
export default {
  title: 'Warp',
  kind: 'vendor',
  hosts: ['app.warp.dev', 'api.warp.dev'],
  keys: [],
  keyEnvironment: ['WARP_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['app.warp.dev', 'docs.warp.dev', 'your credit limit resets on', 'request failed with error: quotalimit'],
  names: ['warp.dev', 'warp terminal'],
  links: {
    billing: 'https://app.warp.dev/settings/billing_and_usage',
    support: 'https://docs.warp.dev/support-and-billing/sending-us-feedback',
  },
  supportAsks: ['the conversation_id of the debug information'],
  rules: [
    {
      when: { message: "you've reached your credit limit" },
      cause: 'quota-exhausted',
      note: "The month's credits of the plan are used up; the message names the day on which they come back.",
      source: CREDITS,
      waiting: 'helps',
    },
    {
      when: { message: /error: QuotaLimit\b/ },
      cause: 'quota-exhausted',
      source: 'https://github.com/warpdotdev/warp/issues/6936',
      waiting: 'helps',
    },
    { when: { code: 'QuotaLimit' }, cause: 'quota-exhausted', source: 'https://github.com/warpdotdev/warp/issues/7304', waiting: 'helps' },
  ],
} satisfies Provider;
