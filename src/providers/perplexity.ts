import type { Provider } from '../model/provider.ts';

const OUT_OF_CREDITS = 'https://apidog.com/blog/perplexity-api-key/';

export default {
  title: 'Perplexity',
  kind: 'vendor',
  hosts: ['api.perplexity.ai'],
  keys: [{ pattern: 'pplx-[a-zA-Z0-9]{48}', means: 'Perplexity API key', sample: `pplx-${'Example0'.repeat(6)}` }],
  keyEnvironment: ['PERPLEXITY_API_KEY', 'PPLX_API_KEY', 'PERPLEXITYAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['cf-ray'],
  ownHeaders: [],
  ownWords: [
    'docs.perplexity.ai',
    'api.perplexity.ai',
    'console.perplexity.ai',
    'perplexity.ai/settings/api',
    'perplexityexception',
    'perplexityaiexception',
    'perplexity error:',
  ],
  names: ['perplexity', 'pplx'],
  links: {
    billing: 'https://console.perplexity.ai',
    usage: 'https://console.perplexity.ai',
    keys: 'https://console.perplexity.ai',
    limits: 'https://docs.perplexity.ai/guides/usage-tiers',
    errors: 'https://docs.perplexity.ai',
  },
  statusPage: { page: 'https://status.perplexity.com', api: { kind: 'instatus', url: 'https://status.perplexity.com/summary.json' } },
  rules: [
    {
      when: { status: 401, code: 'insufficient_quota' },
      cause: 'credits-exhausted',
      note: 'Perplexity blocks the keys of an account without credits, with 401: the key itself is fine, top up.',
      source: OUT_OF_CREDITS,
    },
    {
      when: { status: 401, message: 'exceeded your current quota' },
      cause: 'credits-exhausted',
      note: 'Perplexity blocks the keys of an account without credits, with 401: the key itself is fine, top up.',
      source: OUT_OF_CREDITS,
    },
    {
      when: { type: 'invalid_model' },
      cause: 'not-found',
      note: 'The name of the model is wrong, has a prefix or a space too many, or the model is retired.',
      source: 'https://github.com/perplexityai/api-discussion/issues/262',
      alternatives: ['invalid-request'],
    },
    {
      when: { message: 'permitted models can be found in the documentation' },
      cause: 'not-found',
      note: 'The name of the model is wrong, has a prefix or a space too many, or the model is retired.',
      source: 'https://github.com/hex/llm-perplexity/issues/19',
      alternatives: ['invalid-request'],
    },
    {
      when: { status: 401, message: '401 authorization required' },
      cause: 'credentials-invalid',
      note: 'Perplexity answers 401 also for an account that is out of credits: look at the billing page before making a new key.',
      source: OUT_OF_CREDITS,
      alternatives: ['credits-exhausted', 'credentials-missing'],
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'Perplexity answers 401 also for an account that is out of credits: look at the billing page before making a new key.',
      source: OUT_OF_CREDITS,
      alternatives: ['credits-exhausted'],
    },
  ],
} satisfies Provider;
