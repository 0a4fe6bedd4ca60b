import type { ErrorRule, Provider } from '../model/provider.ts';

const CONTEXT = 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/237';
const LOAD = 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1492';

const tooLong: Omit<ErrorRule, 'when'> = {
  cause: 'context-too-long',
  note: 'The context length is set when the model is loaded, and is 4096 unless somebody changed it.',
  source: CONTEXT,
};

/** The local server of LM Studio, by default at port 1234. */
const provider: Provider = {
  title: 'LM Studio',
  kind: 'vendor',
  hosts: ['localhost:1234', '127.0.0.1:1234', 'host.docker.internal:1234'],
  keys: [],
  keyEnvironment: ['LM_API_TOKEN', 'LMSTUDIO_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1', '/api/v0', '/api/v1'],
  ownHeaders: [],
  ownWords: [
    'localhost:1234',
    ':1234/v1',
    '<lm studio error>',
    'the model has crashed without additional information',
    'tokens when context the overflows',
    'tokens to keep from the initial prompt',
    'try to load the model with a larger context length',
    'please load a model in the developer page',
    'lms load',
  ],
  names: ['lm studio', 'lmstudio', 'lm-studio', 'lm_studio'],
  links: { errors: 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues' },
  rules: [
    { when: { message: /\btrying to keep the first \d+ tokens\b/i }, ...tooLong },
    { when: { message: 'tokens to keep from the initial prompt' }, ...tooLong, source: 'https://github.com/Gitlawb/openclaude/issues/353' },
    {
      when: { message: 'context size has been exceeded' },
      ...tooLong,
      source: 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/2339',
    },
    {
      when: { message: /\bno models? loaded\b/i },
      cause: 'not-found',
      note: 'The server runs and no model is loaded: load one in the app or with `lms load`.',
      source: 'https://github.com/lmstudio-ai/lms/issues/107',
    },
    {
      when: { message: /\bmodel (?:is )?unloaded\b/i },
      cause: 'service-unavailable',
      note: 'The model was unloaded while the call waited for it: load it again.',
      source: LOAD,
      alternatives: ['upstream-failure'],
    },
    {
      when: { message: 'insufficient system resources' },
      cause: 'upstream-failure',
      note: 'The machine has too little free memory for this model: unload others, or take a smaller model or context.',
      source: 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1038',
      alternatives: ['overloaded'],
      waiting: 'futile',
    },
    {
      when: { message: 'model has crashed' },
      cause: 'upstream-failure',
      note: 'The process that runs the model has died: a smaller context or another runtime may help.',
      source: 'https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1057',
    },
    {
      when: { message: /\bfailed to load (?:the )?model\b/i },
      cause: 'upstream-failure',
      note: "The app's own log says why.",
      source: LOAD,
    },
  ],
};

export default provider;
