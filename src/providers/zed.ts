import type { Provider } from '../model/provider.ts';

const PLAN = 'https://github.com/zed-industries/zed/issues/30082';
const USAGE = 'https://github.com/zed-industries/zed/issues/63401';

/** The models that Zed hosts for its plans. With a key of another vendor in the editor, that vendor's own refusal may be shown in Zed's words. */
export default {
  title: 'Zed',
  kind: 'vendor',
  hosts: ['cloud.zed.dev', 'llm.zed.dev'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-zed-*'],
  ownWords: ['zed.dev', 'zed pro', 'models provided by zed', 'cloud language model completion failed'],
  names: ['zed.dev', 'zed pro'],
  links: {
    billing: 'https://dashboard.zed.dev',
    usage: 'https://dashboard.zed.dev',
    limits: 'https://zed.dev/docs/account/plans-and-pricing',
    support: 'https://zed.dev/support',
  },
  rules: [
    {
      when: { message: 'must subscribe to a plan in order to use models provided by zed' },
      cause: 'plan-required',
      note: "It comes as a 403. One's own key of a vendor works without a plan.",
      source: PLAN,
    },
    {
      when: { message: 'reached your free usage limit' },
      cause: 'quota-exhausted',
      alternatives: ['credits-exhausted'],
      note: "The plan's prompts are used up; some releases of the editor say the same where the vendor of one's own key is out of credits.",
      source: USAGE,
    },
  ],
} satisfies Provider;
