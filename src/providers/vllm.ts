import type { ErrorRule, Provider } from '../model/provider.ts';

const CONTEXT = 'https://github.com/vllm-project/vllm/issues/20409';
const SERVER = 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html';
const TOOLS = 'https://docs.vllm.ai/en/latest/features/tool_calling.html';

const tooLong: Omit<ErrorRule, 'when'> = {
  cause: 'context-too-long',
  note: 'The length is what the server was started with (--max-model-len), which may be less than the model can do; max_tokens counts.',
  source: CONTEXT,
};

const dead: Omit<ErrorRule, 'when'> = {
  cause: 'upstream-failure',
  note: 'The engine has died; whoever runs the server has to restart it, and its log says why.',
  source: 'https://github.com/vllm-project/vllm/issues/42362',
};

/** The OpenAI-compatible server of vLLM. Anybody may run it, at any port (8000 by default). */
const provider: Provider = {
  title: 'vLLM',
  kind: 'vendor',
  hosts: [],
  keys: [],
  keyEnvironment: ['VLLM_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: [
    'vllm.entrypoints',
    'vllm/entrypoints',
    'vllm.engine',
    'vllm.v1.',
    'docs.vllm.ai',
    'enginedeaderror',
    'enginecore encountered an issue',
    'longer than the maximum model length of',
    '--enable-auto-tool-choice',
    'hosted_vllm',
  ],
  names: ['vllm', 'hosted_vllm'],
  links: { errors: SERVER },
  rules: [
    { when: { message: "model's maximum context length is" }, ...tooLong },
    { when: { message: 'longer than the maximum model length' }, ...tooLong },
    {
      when: { message: /\bmax_(?:completion_)?tokens must be at least 1, got -\d/i },
      ...tooLong,
      note: 'The input alone fills the context: what is left for max_tokens is below zero.',
    },
    {
      when: { message: '--enable-auto-tool-choice' },
      cause: 'invalid-request',
      note: 'The server was started without tool calling: it wants --enable-auto-tool-choice and --tool-call-parser.',
      source: TOOLS,
    },
    {
      when: { message: /\bthe model [`'"][^`'"]{1,200}[`'"] does not exist/i },
      cause: 'not-found',
      note: 'The name has to be the one that the server was started with (--served-model-name); /v1/models lists it.',
      source: SERVER,
    },
    { when: { message: 'EngineDeadError' }, ...dead },
    { when: { message: 'enginecore encountered an issue' }, ...dead },
  ],
};

export default provider;
