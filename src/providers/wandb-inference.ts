import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.wandb.ai/inference/api-reference/errors';

export default {
  title: 'W&B Inference',
  kind: 'vendor',
  hosts: ['api.inference.wandb.ai'],
  keys: [],
  keyEnvironment: ['WANDB_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  scopeHeaders: ['openai-project'],
  ownHeaders: [],
  ownWords: [
    'api.inference.wandb.ai',
    'docs.wandb.ai',
    'wandb.ai/authorize',
    'wandbexception',
    'the inference gateway is not enabled for your organization',
  ],
  names: ['wandb', 'weights & biases', 'w&b inference'],
  links: {
    limits: 'https://docs.wandb.ai/inference/usage-limits',
    keys: 'https://wandb.ai/authorize',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.wandb.com' },
  supportAsks: ['the team and the project that were named'],
  rules: [
    {
      when: { message: 'exceeded your current quota' },
      cause: 'credits-exhausted',
      note: "The sentence is OpenAI's; here it says that the credits are used up or that the monthly spending cap of the organisation is reached.",
      source: ERRORS,
      alternatives: ['spend-limit-reached', 'quota-exhausted'],
    },
    {
      when: { message: 'inference gateway is not enabled' },
      cause: 'permission-denied',
      note: 'An administrator has to turn the inference gateway on for the organisation.',
      source: ERRORS,
    },
    {
      when: { message: 'country, region, or territory not supported' },
      cause: 'access-blocked',
      source: ERRORS,
    },
    {
      when: { message: 'concurrency limit reached for requests' },
      cause: 'rate-limited',
      note: 'Too many requests side by side, not too many in a time.',
      source: ERRORS,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      source: ERRORS,
      alternatives: ['spend-limit-reached', 'quota-exhausted'],
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'The key may be right and the team or the project wrong: look at OpenAI-Project.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
  ],
} satisfies Provider;
