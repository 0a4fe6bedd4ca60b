import type { Provider } from '../model/provider.ts';

const BATCH = 'https://docs.speechmatics.com/speech-to-text/batch/troubleshooting';
const REALTIME = 'https://docs.speechmatics.com/api-ref/realtime-transcription-websocket';

export default {
  title: 'Speechmatics',
  kind: 'vendor',
  hosts: ['.api.speechmatics.com', '.rt.speechmatics.com', '.asr.api.speechmatics.com', 'mp.speechmatics.com'],
  keys: [],
  keyEnvironment: ['SPEECHMATICS_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['request-id', 'x-azure-ref'],
  basePaths: ['/v1', '/v2'],
  ownHeaders: [],
  ownWords: ['speechmatics.com', 'speechmatics.exceptions', 'entitlement check failed'],
  names: ['speechmatics'],
  links: {
    billing: 'https://portal.speechmatics.com/',
    usage: 'https://portal.speechmatics.com/',
    keys: 'https://portal.speechmatics.com/settings/api-keys',
    errors: BATCH,
    support: 'https://support.speechmatics.com',
  },
  supportAsks: ['the job or session id', 'the X-Azure-Ref header field', 'the configuration of the job'],
  statusPage: { page: 'https://status.speechmatics.com' },
  rules: [
    {
      when: { message: 'entitlement check failed' },
      cause: 'permission-denied',
      note: 'The key has expired, or its contract lacks a feature that the configuration asks for.',
      source: BATCH,
      alternatives: ['plan-required', 'credentials-invalid'],
    },
    {
      when: { code: 'timelimit_exceeded' },
      cause: 'quota-exhausted',
      note: 'The usage that the contract allows is reached.',
      source: REALTIME,
    },
    {
      when: { code: 'quota_exceeded' },
      cause: 'rate-limited',
      note: 'It is the number of sessions at once, not an allowance: close one, or wait until one ends.',
      source: REALTIME,
    },
    { when: { code: 'not_authorised' }, cause: 'credentials-invalid', source: REALTIME },
    { when: { code: 'not_allowed' }, cause: 'permission-denied', source: REALTIME },
    {
      when: { code: 'invalid_model' },
      cause: 'invalid-request',
      note: 'The language is not supported, or not for this account.',
      source: REALTIME,
      alternatives: ['plan-required', 'not-found'],
    },
    { when: { code: 'job_error' }, cause: 'upstream-failure', source: REALTIME },
  ],
} satisfies Provider;
