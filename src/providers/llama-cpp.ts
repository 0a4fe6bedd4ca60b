import type { ErrorRule, Provider } from '../model/provider.ts';

const CONTEXT = 'https://github.com/ggml-org/llama.cpp/pull/15780';
const SERVER = 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md';
const PYTHON = 'https://github.com/abetlen/llama-cpp-python/issues/416';

const tooLong: Omit<ErrorRule, 'when'> = {
  cause: 'context-too-long',
  note: 'The size is set when the server is started (-c, shared by the slots of -np), not by the model alone.',
  source: CONTEXT,
};

const loading: Omit<ErrorRule, 'when'> = {
  cause: 'service-unavailable',
  note: 'The model is still being loaded: /health says when it is ready.',
  source: SERVER,
};

/** The server of llama.cpp, and llama-cpp-python, which wraps it. Anybody may run them, at any port (8080 by default). */
const provider: Provider = {
  title: 'llama.cpp',
  kind: 'vendor',
  hosts: [],
  keys: [],
  keyEnvironment: ['LLAMA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: [
    'exceed_context_size_error',
    'exceeds the available context size',
    'exceed context window of',
    'try increasing the context size or enable context shift',
    '"unavailable_error"',
    'llama_cpp/',
    'increase the physical batch size',
    'ggml_',
  ],
  names: ['llama.cpp', 'llama-cpp', 'llamacpp', 'llama_cpp', 'llama-cpp-python', 'llama-server', 'llama server'],
  links: { errors: SERVER },
  rules: [
    { when: { type: 'exceed_context_size_error' }, ...tooLong },
    { when: { message: 'exceeds the available context size' }, ...tooLong },
    { when: { message: /\brequested tokens \(\d+\) exceed context window/i }, ...tooLong, source: PYTHON },
    { when: { message: 'exceed context window of' }, ...tooLong, source: PYTHON },
    {
      when: { message: 'increase the physical batch size' },
      cause: 'context-too-long',
      note: 'One input is longer than a batch: start the server with a larger -ub.',
      source: SERVER,
    },
    { when: { status: 503, message: /^loading model$/i }, ...loading },
    { when: { type: 'unavailable_error' }, ...loading },
    {
      when: { message: /\bthis server does not support\b/i },
      cause: 'invalid-request',
      note: 'The feature is turned on by a flag when the server is started; the message names it.',
      source: SERVER,
    },
    { when: { type: 'not_supported_error' }, cause: 'invalid-request', source: SERVER },
    {
      when: { message: 'requires --jinja flag' },
      cause: 'invalid-request',
      note: 'Tools want the server to be started with --jinja.',
      source: SERVER,
    },
  ],
};

export default provider;
