import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://portkey.ai/docs/api-reference/inference-api/error-codes';
const ADMIN = 'https://portkey.ai/docs/api-reference/admin-api/error';
const REQUEST = 'https://github.com/Portkey-AI/gateway/blob/main/src/middlewares/requestValidator/index.ts';

/**
 * Portkey bills for itself, never for the models: budgets here are those that the workspace set; an empty balance in the
 * answer of a model is that vendor's account. An answer that is passed on keeps the status and the words of the vendor.
 */
export default {
  title: 'Portkey',
  kind: 'gateway',
  hosts: ['api.portkey.ai'],
  keys: [],
  keyEnvironment: ['PORTKEY_API_KEY'],
  keyHeader: 'x-portkey-api-key',
  requestIdHeaders: ['x-portkey-trace-id'],
  scopeHeaders: ['x-portkey-virtual-key', 'x-portkey-config', 'x-portkey-provider'],
  basePaths: ['/v1'],
  ownHeaders: ['x-portkey-*'],
  ownWords: ['portkey.ai/', 'x-portkey-', 'portkey_ai.', 'the guardrail checks defined in the config failed', '"hooks_failed"'],
  names: ['portkey'],
  links: {
    keys: 'https://app.portkey.ai/api-keys',
    errors: ERRORS,
    logs: 'https://app.portkey.ai/logs',
  },
  rules: [
    {
      when: { type: 'hooks_failed' },
      cause: 'content-refused',
      note: "A guardrail of the workspace refused it, not the model's vendor: hook_results says which check.",
      source: ERRORS,
    },
    { when: { message: 'guardrail checks defined in the config failed' }, cause: 'content-refused', source: ERRORS },
    { when: { status: 446 }, cause: 'content-refused', note: 'Portkey sends 446 where a guardrail denies the request.', source: ERRORS },
    {
      when: { status: 412 },
      cause: 'spend-limit-reached',
      note: 'Portkey sends 412 where a budget of the key, the workspace or the integration is used up, before the vendor is called.',
      source: ERRORS,
    },
    {
      when: { code: 'AB09' },
      cause: 'subscription-inactive',
      alternatives: ['quota-exhausted'],
      note: 'What the Portkey subscription holds is used up; the accounts at the vendors are not concerned.',
      source: ADMIN,
    },
    {
      when: { code: 'AB05' },
      cause: 'credentials-invalid',
      alternatives: ['permission-denied'],
      note: 'Mostly a key without the scope of this endpoint.',
      source: ADMIN,
    },
    { when: { code: 'AB03' }, cause: 'permission-denied', source: ADMIN },
    { when: { code: 'AB06' }, cause: 'rate-limited', source: ADMIN },
    { when: { code: 'AB07' }, cause: 'conflict', source: ADMIN },
    { when: { code: 'AB08' }, cause: 'not-found', source: ADMIN },
    { when: { code: 'AB01' }, cause: 'invalid-request', source: ADMIN },
    {
      when: { message: /x-portkey-(?:config|provider)\b.{0,60}\b(?:is required|needs to be passed)/i },
      cause: 'invalid-request',
      note: 'The gateway was not told which vendor to call: it wants a provider or a config in a field of the request.',
      source: REQUEST,
    },
    { when: { message: 'Invalid config passed' }, cause: 'invalid-request', source: REQUEST },
    { when: { message: 'Invalid provider passed' }, cause: 'invalid-request', source: REQUEST },
    {
      when: { status: 408 },
      cause: 'upstream-failure',
      note: 'The model did not answer within the timeout of the config; it is not an upload that was too slow.',
      alternatives: ['request-timeout'],
      source: ERRORS,
    },
  ],
} satisfies Provider;
