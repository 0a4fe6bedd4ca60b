import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://fal.ai/docs/documentation/model-apis/errors';
const REQUEST_ERRORS = 'https://fal.ai/docs/documentation/model-apis/request-errors';
const FAQ = 'https://fal.ai/docs/documentation/model-apis/faq';

/** fal answers 403 for a locked account, whatever locked it: the reason in the message tells money from policy. */
export default {
  title: 'fal.ai',
  kind: 'vendor',
  hosts: ['fal.run', 'queue.fal.run', 'ws.fal.run', 'rest.alpha.fal.ai', 'api.fal.ai'],
  keys: [
    {
      pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[0-9a-f]{32}',
      means: 'key id and secret',
      sample: `00000000-1111-2222-3333-444444444444:${'0123456789abcdef'.repeat(2)}`,
    },
  ],
  keyEnvironment: ['FAL_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-fal-request-id'],
  ownHeaders: ['x-fal-*'],
  ownWords: [
    'fal.ai/dashboard',
    'fal.ai/docs',
    'docs.fal.ai',
    'fal_client.',
    'falclienterror',
    'falclienthttperror',
    'user is locked. reason:',
    'runner_scheduling_failure',
    'concurrent_requests_limit',
  ],
  names: ['fal.ai', 'fal ai', 'fal-ai'],
  links: {
    billing: 'https://fal.ai/dashboard/billing',
    usage: 'https://fal.ai/dashboard/usage',
    keys: 'https://fal.ai/dashboard/keys',
    limits: 'https://fal.ai/docs/documentation/model-apis/concurrency-limits',
    errors: ERRORS,
    support: 'mailto:support@fal.ai',
  },
  supportAsks: ['the e-mail address of the account', 'the receipt of the top-up'],
  statusPage: { page: 'https://status.fal.ai', api: { kind: 'instatus', url: 'https://status.fal.ai/summary.json' } },
  balance: {
    url: 'https://api.fal.ai/v1/account/billing?expand=credits',
    scheme: 'Key',
    read: { remaining: 'credits.current_balance', unit: 'credits.currency' },
    needs: 'a key of the scope ADMIN',
    source: 'https://fal.ai/docs/platform-apis/v1/account/billing',
  },
  rules: [
    {
      when: { message: 'exhausted balance' },
      cause: 'credits-exhausted',
      note: 'The account stays locked until the top-up is booked; where the dashboard shows a balance and the lock remains, only support can lift it.',
      source: 'https://github.com/fal-ai/fal/issues/1147',
    },
    {
      when: { message: /user is locked\. reason: top_up/i },
      cause: 'credits-exhausted',
      note: 'The lock waits for a top-up to be booked.',
      source: 'https://github.com/fal-ai/fal/issues/1163',
      alternatives: ['account-past-due'],
    },
    {
      when: { message: 'user is locked' },
      cause: 'account-disabled',
      note: 'A lock that an administrator of fal set; it often follows an empty balance, and a top-up does not lift it.',
      source: 'https://github.com/fal-ai/fal/issues/1168',
      alternatives: ['credits-exhausted', 'account-past-due'],
    },
    { when: { type: 'content_policy_violation' }, cause: 'content-refused', source: ERRORS },
    { when: { type: 'file_too_large' }, cause: 'payload-too-large', source: ERRORS },
    {
      when: { type: 'concurrent_requests_limit' },
      cause: 'rate-limited',
      note: 'More calls run at once than the account may; the limit grows with the credits that were bought. Queue the calls.',
      source: FAQ,
    },
    {
      when: { type: 'runner_scheduling_failure' },
      cause: 'overloaded',
      note: 'No runner was free for the request.',
      source: REQUEST_ERRORS,
    },
    {
      when: {
        type: [
          'startup_timeout',
          'request_timeout',
          'runner_connection_timeout',
          'runner_disconnected',
          'runner_connection_refused',
          'runner_connection_error',
          'runner_incomplete_response',
          'runner_server_error',
          'internal_error',
        ],
      },
      cause: 'upstream-failure',
      source: REQUEST_ERRORS,
    },
  ],
} satisfies Provider;
