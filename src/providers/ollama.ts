import type { ErrorRule, Provider } from '../model/provider.ts';

const API = 'https://docs.ollama.com/api';
const SUBSCRIPTION = 'https://github.com/ollama/ollama/issues/15990';
const USAGE = 'https://github.com/continuedev/continue/issues/11444';

const usageWindow: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A usage window of Ollama Cloud: hour, session or week. A local model has none.',
  source: USAGE,
  waiting: 'helps',
};

const tooLittleMemory: Omit<ErrorRule, 'when'> = {
  cause: 'upstream-failure',
  note: 'The machine that runs Ollama has too little free memory for this model: unload others, or take a smaller model or context.',
  source: 'https://github.com/continuedev/continue/issues/12795',
  alternatives: ['overloaded'],
  waiting: 'futile',
};

const notSignedIn: Omit<ErrorRule, 'when'> = {
  cause: 'credentials-missing',
  note: 'A model of Ollama Cloud wants `ollama signin` on the machine that runs Ollama, or a key of ollama.com where the cloud is called itself.',
  source: 'https://github.com/ollama/ollama/issues/12384',
};

/** The server that runs on one's own machine and the cloud at ollama.com, which answer alike. */
const provider: Provider = {
  title: 'Ollama',
  kind: 'vendor',
  hosts: [
    'ollama.com',
    'api.ollama.com',
    'localhost:11434',
    '127.0.0.1:11434',
    '0.0.0.0:11434',
    'host.docker.internal:11434',
    'ollama:11434',
  ],
  keys: [],
  keyEnvironment: ['OLLAMA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/api', '/v1'],
  ownHeaders: [],
  ownWords: [
    'ollama.com/',
    'ollama_chatexception',
    'ollama._types',
    'ollama._client',
    'localhost:11434',
    ':11434/',
    '.ollama.ai/library/',
    'ollama signin',
    'ollama pull',
    'ollama launch',
    'try pulling it first',
    'llama runner process',
    'ollama_host',
    'maximum pending requests exceeded',
    'this model requires a subscription, upgrade for access',
    'have reached your session usage limit',
    'have reached your weekly usage limit',
    "you've reached your hourly usage limit",
    'your subscription payment is past due. update your payment method',
    'model requires more system memory',
  ],
  names: ['ollama', 'ollama cloud', 'ollama-cloud', 'ollama_chat'],
  links: {
    billing: 'https://ollama.com/settings/billing',
    usage: 'https://ollama.com/settings',
    keys: 'https://ollama.com/settings/keys',
  },
  rules: [
    {
      when: { message: 'subscription payment is past due' },
      cause: 'account-past-due',
      source: 'https://github.com/continuedev/continue/issues/13195',
    },
    {
      when: { message: 'requires a subscription, upgrade for access' },
      cause: 'plan-required',
      note: 'This cloud model is in the paid plans only.',
      source: SUBSCRIPTION,
    },
    { when: { message: /\breached your (?:session|hourly|daily|weekly|monthly)? ?usage limit/i }, ...usageWindow },
    { when: { message: 'need to be signed in to ollama' }, ...notSignedIn },
    { when: { message: 'ollama.com/connect' }, ...notSignedIn },
    {
      when: { message: /^\s*unauthorized\s*$/i },
      cause: 'credentials-invalid',
      note: 'At the cloud: a key that is wrong or missing. At the local server: a cloud model without `ollama signin`.',
      source: 'https://github.com/ollama/ollama/issues/16065',
      alternatives: ['credentials-missing'],
    },
    {
      when: { message: 'maximum pending requests exceeded' },
      cause: 'overloaded',
      note: 'The queue of the local server is full: OLLAMA_MAX_QUEUE sets its length.',
      source: 'https://docs.ollama.com/faq',
    },
    { when: { message: /\bmodel requires more system memory/i }, ...tooLittleMemory },
    {
      when: { message: 'try pulling it first' },
      cause: 'not-found',
      note: 'The model is not on this machine: `ollama pull` fetches it, `ollama list` shows what is there.',
      source: 'https://github.com/netease-youdao/QAnything/issues/555',
    },
    {
      when: { message: /\bmodel ['"][^'"]{1,120}['"] not found/i },
      cause: 'not-found',
      note: 'The model is not on this machine: `ollama pull` fetches it, `ollama list` shows what is there.',
      source: API,
    },
    { when: { message: 'pull model manifest: file does not exist' }, cause: 'not-found', source: API },
    {
      when: { message: /\bdoes not support (?:tools|chat|generate|thinking|embeddings|insert|vision|completion)\b/i },
      cause: 'invalid-request',
      source: API,
    },
    { when: { message: /\binput length exceeds (?:the |maximum )?context length/i }, cause: 'context-too-long', source: API },
    {
      when: { message: /\bllama runner (?:process )?(?:has terminated|no longer running)/i },
      cause: 'upstream-failure',
      note: "The process that runs the model has died, mostly for want of memory: Ollama's own log says why.",
      source: 'https://docs.ollama.com/troubleshooting',
    },
  ],
};

export default provider;
