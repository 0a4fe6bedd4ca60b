import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.deepgram.com/docs/errors';
const BALANCES = 'https://developers.deepgram.com/reference/manage/billing/list';

export default {
  title: 'Deepgram',
  kind: 'vendor',
  hosts: ['api.deepgram.com', 'api.eu.deepgram.com', 'agent.deepgram.com'],
  keys: [],
  keyEnvironment: ['DEEPGRAM_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['dg-request-id'],
  basePaths: ['/v1', '/v2'],
  ownHeaders: ['dg-request-id', 'dg-error', 'dg-project-id', 'dg-model-name', 'dg-model-uuid'],
  ownWords: [
    'asr_payment_required',
    'asr_unprocessable_entity',
    'console.deepgram.com',
    'developers.deepgram.com',
    'deepgramapierror',
    'deepgramerror',
    'does not have enough credits for an asr request',
  ],
  names: ['deepgram'],
  links: {
    billing: 'https://console.deepgram.com',
    usage: 'https://console.deepgram.com',
    keys: 'https://console.deepgram.com',
    limits: 'https://developers.deepgram.com/reference/api-rate-limits',
    errors: ERRORS,
  },
  statusPage: { page: 'https://status.deepgram.com', api: { kind: 'statuspage', url: 'https://status.deepgram.com/api/v2/summary.json' } },
  balance: {
    first: { url: 'https://api.deepgram.com/v1/projects', read: { project: 'projects.0.project_id' } },
    url: 'https://api.deepgram.com/v1/projects/{project}/balances',
    scheme: 'Token',
    read: { remaining: 'balances.0.amount', unit: 'balances.0.units' },
    needs: 'a key with the scope billing:read',
    note: "The first balance of the key's first project.",
    source: BALANCES,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.deepgram.com/v1/projects',
    says: 'Lists the projects that the key may see.',
    source: 'https://developers.deepgram.com/guides/fundamentals/authenticating',
  },
  rules: [
    { when: { code: 'ASR_PAYMENT_REQUIRED' }, cause: 'credits-exhausted', source: ERRORS },
    {
      when: { message: 'does not have enough credits' },
      cause: 'credits-exhausted',
      note: 'The credits belong to the project of the key; an overage agreement would let calls go on.',
      source: ERRORS,
    },
    {
      when: { message: 'does not have access to the requested model' },
      cause: 'permission-denied',
      note: 'The model is not open to this project.',
      source: ERRORS,
    },
    { when: { code: 'INSUFFICIENT_PERMISSIONS' }, cause: 'permission-denied', source: ERRORS },
    { when: { code: 'INVALID_AUTH' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { code: 'TOO_MANY_REQUESTS' }, cause: 'rate-limited', source: ERRORS },
    { when: { code: 'PROJECT_NOT_FOUND' }, cause: 'not-found', source: ERRORS },
    {
      when: { code: 'ASR_UNPROCESSABLE_ENTITY' },
      cause: 'invalid-request',
      note: 'The upload was cut off, or the audio is incomplete.',
      source: ERRORS,
    },
    {
      when: { message: 'corrupt or unsupported data' },
      cause: 'invalid-request',
      note: 'Often a URL sent without Content-Type: application/json, so that its JSON is taken for audio.',
      source: ERRORS,
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      note: 'A refused WebSocket shows its status only; 402 is that of a project without enough credits.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
