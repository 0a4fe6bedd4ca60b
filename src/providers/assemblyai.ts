import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.assemblyai.com/docs/pre-recorded-audio/guides/common_errors_and_solutions';
const SYNC_ERRORS = 'https://assemblyai.com/docs/sync-stt/error-handling';

/** The key stands in Authorization as it is, without "Bearer". */
export default {
  title: 'AssemblyAI',
  kind: 'vendor',
  hosts: ['api.assemblyai.com', 'api.eu.assemblyai.com', 'streaming.assemblyai.com', 'llm-gateway.assemblyai.com'],
  keys: [],
  keyEnvironment: ['ASSEMBLYAI_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'assemblyai.com/',
    'assemblyai.types.',
    'your current account balance is negative. please top up',
    'authentication error, api token missing/invalid',
  ],
  names: ['assemblyai', 'assembly ai'],
  links: {
    billing: 'https://www.assemblyai.com/app/account',
    usage: 'https://www.assemblyai.com/app/account',
    keys: 'https://www.assemblyai.com/app/account',
    errors: ERRORS,
    support: 'mailto:support@assemblyai.com',
  },
  supportAsks: ['the transcript id', 'the parameters of the request'],
  prevention: [
    {
      says: 'Turn on auto-pay in the account settings.',
      url: 'https://www.assemblyai.com/app/account',
      causes: ['credits-exhausted'],
      source: ERRORS,
    },
  ],
  statusPage: {
    page: 'https://status.assemblyai.com',
    api: { kind: 'statuspage', url: 'https://status.assemblyai.com/api/v2/summary.json' },
  },
  rules: [
    {
      when: { message: 'account balance is negative' },
      cause: 'credits-exhausted',
      note: 'It comes with status 400, and nothing is wrong with the request.',
      source: ERRORS,
    },
    {
      when: { message: /\bpaid-only\b.{0,60}\bcredit card\b/i },
      cause: 'payment-method-required',
      note: 'The account is a free one: streaming wants a card on file.',
      source: 'https://github.com/smithakolan/DeepSeek-R1-AI-Voice-Agent/issues/1',
    },
    {
      when: { message: 'API token missing/invalid' },
      cause: 'credentials-invalid',
      note: 'Authorization takes the bare key, without "Bearer"; a key of the EU region works at the EU host only.',
      source: ERRORS,
      alternatives: ['credentials-missing', 'key-scope-mismatch'],
    },
    {
      when: { message: 'transcript id not found' },
      cause: 'not-found',
      note: 'A transcript is visible to the key that made it only; with status 400 all the same.',
      source: ERRORS,
      alternatives: ['key-scope-mismatch'],
    },
    { when: { code: 'capacity_exceeded' }, cause: 'overloaded', source: SYNC_ERRORS },
    { when: { code: 'audio_too_large' }, cause: 'payload-too-large', source: SYNC_ERRORS },
    { when: { code: ['inference_timeout', 'inference_error'] }, cause: 'upstream-failure', source: SYNC_ERRORS },
    { when: { message: 'developers have been alerted' }, cause: 'upstream-failure', source: ERRORS },
  ],
} satisfies Provider;
