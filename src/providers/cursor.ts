import type { Provider } from '../model/provider.ts';

const USAGE = 'https://github.com/cursor/cursor/issues/3703';
const API = 'https://www.developersdigest.tech/errors/cursor/api-429-rate-limit-exceeded';
const CONNECT = 'https://github.com/can1357/oh-my-pi/issues/8845';

/** Cursor's editor and agent speak Connect RPC: resource_exhausted stands there for a throttle, a spent plan and an old client alike. */
export default {
  title: 'Cursor',
  kind: 'vendor',
  hosts: ['api.cursor.com', 'api2.cursor.sh', '.cursor.sh', 'cursor.com', 'www.cursor.com'],
  keys: [],
  keyEnvironment: ['CURSOR_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'cursor.com/',
    'cursor.sh',
    'cursor connect error',
    'free trial accounts used on this machine',
    'get cursor pro',
    'get cursor ultra',
    'same cursor account',
    'hi@cursor.',
    'spendlimithit',
    'cursor rate limit exceeded',
    'latest version of cursor',
  ],
  names: ['cursor-agent', 'cursor agent', 'cursor ide', 'cursor api'],
  links: {
    billing: 'https://cursor.com/dashboard',
    usage: 'https://cursor.com/dashboard',
    keys: 'https://cursor.com/dashboard',
    limits: 'https://cursor.com/docs/api',
  },
  statusPage: { page: 'https://status.cursor.com', api: { kind: 'statuspage', url: 'https://status.cursor.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /latest version of cursor/i },
      cause: 'invalid-request',
      note: 'The client is too old, though the code says resource_exhausted: update it.',
      source: 'https://github.com/wisdgod/cursor-api/issues/25',
      alternatives: ['rate-limited'],
    },
    {
      when: { message: 'used your free quota' },
      cause: 'overloaded',
      alternatives: ['quota-exhausted'],
      note: 'Accounts that do not pay are turned away first while the servers are full.',
      source: 'https://github.com/kingparks/cursor-vip/issues/321',
    },
    {
      when: { message: 'free requests limit' },
      cause: 'quota-exhausted',
      note: 'The message names the day on which the cycle of the month ends.',
      source: USAGE,
      waiting: 'helps',
    },
    {
      when: { message: /hit your usage limit/i },
      cause: 'quota-exhausted',
      alternatives: ['spend-limit-reached'],
      note: "The plan's included use is spent; a spend limit for use beyond it may be set, or reached.",
      source: USAGE,
    },
    {
      when: { message: 'too many free trial accounts used on this machine' },
      cause: 'plan-required',
      alternatives: ['account-disabled'],
      note: 'This machine has had its trials: only a paid plan goes on.',
      source: 'https://github.com/kingparks/cursor-vip/issues/568',
    },
    {
      when: { message: 'too many computers used within the last 24 hours' },
      cause: 'access-blocked',
      alternatives: ['rate-limited'],
      note: 'One account on many machines, or addresses that change: a guard against abuse, which a day of quiet or support lifts.',
      source: 'https://github.com/kingparks/cursor-vip/issues/13',
      waiting: 'helps',
    },
    {
      when: { message: /\bresource_exhausted\b/i },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      note: 'Cursor sends the same word for a short throttle and for a spent plan: its dashboard tells which.',
      source: CONNECT,
    },
    {
      when: { code: 'resource_exhausted' },
      cause: 'rate-limited',
      alternatives: ['quota-exhausted'],
      source: CONNECT,
    },
    {
      when: { message: /\[unauthenticated\]|not logged in/i },
      cause: 'credentials-missing',
      alternatives: ['credentials-invalid'],
      source: 'https://github.com/xllm-go/bypass/issues/153',
    },
    {
      when: { code: 'not_authenticated' },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing'],
      source: 'https://github.com/xllm-go/bypass/issues/153',
    },
    {
      when: { status: 429, message: 'rate limit exceeded' },
      cause: 'rate-limited',
      note: 'The Admin and Organization APIs say Retry-After: 60.',
      source: API,
    },
  ],
} satisfies Provider;
