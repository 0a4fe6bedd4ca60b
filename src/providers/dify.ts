import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.dify.ai/en/api-reference/guides/errors';

/**
 * Dify, between an app's callers and the models that the app's owner set up: provider_… codes are about the owner's accounts at
 * the vendors, a rate_limit_error about the owner's plan at Dify Cloud.
 */
export default {
  title: 'Dify',
  kind: 'gateway',
  hosts: ['api.dify.ai'],
  keys: [],
  keyEnvironment: ['DIFY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  basePaths: ['/v1'],
  ownHeaders: ['x-dify-version'],
  ownWords: [
    'provider_not_initialize',
    'provider_quota_exceeded',
    'model_currently_not_support',
    'completion_request_error',
    'docs.dify.ai',
    'cloud.dify.ai',
    'dify_plugin',
    'settings -> model provider',
  ],
  names: ['dify'],
  links: { errors: ERRORS },
  rules: [
    {
      when: { code: 'provider_quota_exceeded' },
      cause: 'quota-exhausted',
      alternatives: ['credits-exhausted'],
      note: "The model vendor's quota for the app's owner is used up, or the trial credits that Dify hosts; its owner sets another key under model providers.",
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { message: 'quota for dify hosted' },
      cause: 'quota-exhausted',
      source: 'https://github.com/langgenius/dify/blob/main/api/controllers/service_api/app/error.py',
      waiting: 'futile',
    },
    {
      when: { code: 'provider_not_initialize' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      note: "The app's owner has no valid key of the model vendor in Dify: the key of the app itself is fine.",
      source: ERRORS,
    },
    {
      when: { code: 'rate_limit_error' },
      cause: 'quota-exhausted',
      alternatives: ['rate-limited'],
      note: "A quota of the owner's Dify Cloud plan: it comes back with the period, not after a pause.",
      source: ERRORS,
    },
    { when: { code: 'too_many_requests' }, cause: 'rate-limited', note: 'Too many calls to this app at once.', source: ERRORS },
    {
      when: { code: 'model_currently_not_support' },
      cause: 'not-found',
      note: 'The model of the app is not supported any more: its owner chooses another.',
      source: ERRORS,
    },
    {
      when: { code: 'app_unavailable' },
      cause: 'invalid-request',
      note: "The app's configuration does not fit this call: its owner publishes it again.",
      alternatives: ['service-unavailable'],
      source: ERRORS,
    },
    { when: { code: 'invalid_param' }, cause: 'invalid-request', source: ERRORS },
    { when: { code: 'file_too_large' }, cause: 'payload-too-large', source: ERRORS },
    { when: { code: 'unsupported_file_type' }, cause: 'unsupported-media-type', source: ERRORS },
    { when: { code: 'unauthorized', message: 'authorization header must be provided' }, cause: 'credentials-missing', source: ERRORS },
    { when: { status: 401, code: 'unauthorized' }, cause: 'credentials-invalid', source: ERRORS, alternatives: ['credentials-missing'] },
  ],
} satisfies Provider;
