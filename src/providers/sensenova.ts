import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://www.sensecore.cn/help/docs/model-as-a-service/nova/overview/ErrorCode';
const FAQ = 'https://github.com/OpenSenseNova/SenseNova-Skills/pull/119';

const throttle: Omit<ErrorRule, 'when'> = {
  cause: 'rate-limited',
  note: 'A limit per minute, sent with the code insufficient_quota: nothing is used up.',
  source: 'https://github.com/NousResearch/hermes-agent/issues/115185',
  waiting: 'helps',
};

const provider: Provider = {
  title: 'SenseNova',
  kind: 'vendor',
  hosts: ['api.sensenova.cn', 'token.sensenova.cn', '.sensenova.cn'],
  keys: [],
  keyEnvironment: ['SENSENOVA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['sensenova.cn', 'sensecore.cn', 'inference tpm exhausted', 'free_quota_exhausted'],
  names: ['sensenova', 'sensetime', 'sensecore', '商汤', '日日新'],
  links: { billing: 'https://platform.sensenova.cn', errors: ERRORS },
  supportAsks: ['the header field x-request-id'],
  rules: [
    {
      when: { message: 'free_quota_exhausted' },
      cause: 'quota-exhausted',
      note: 'The window of the free plan; it starts again by itself.',
      source: FAQ,
      waiting: 'helps',
    },
    {
      when: { code: 'free_quota_exhausted' },
      cause: 'quota-exhausted',
      note: 'The window of the free plan; it starts again by itself.',
      source: FAQ,
      waiting: 'helps',
    },
    { when: { message: 'inference tpm exhausted' }, ...throttle },
    { when: { status: 429, message: 'allocated quota exceeded' }, ...throttle },
    { when: { status: 429, code: '8' }, cause: 'rate-limited', source: ERRORS, alternatives: ['quota-exhausted'] },
    {
      when: { status: 403, code: '7' },
      cause: 'permission-denied',
      note: 'The account has no access to this model or interface: see its subscriptions in the console.',
      source: ERRORS,
    },
    {
      when: { status: 404, code: '5' },
      cause: 'not-found',
      note: 'No such model, or one that is not opened for this account.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    { when: { status: 400, code: ['3', '11'] }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
