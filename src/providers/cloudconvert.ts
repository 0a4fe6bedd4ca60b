import type { Provider } from '../model/provider.ts';

const TROUBLE = 'https://apps.make.com/cloudconvert-troubleshooting';
const API = 'https://cloudconvert.com/api/v2';

export default {
  title: 'CloudConvert',
  kind: 'vendor',
  hosts: [
    'api.cloudconvert.com',
    'eu-central.api.cloudconvert.com',
    'us-east.api.cloudconvert.com',
    'sync.api.cloudconvert.com',
    'api.sandbox.cloudconvert.com',
  ],
  keys: [],
  keyEnvironment: ['CLOUDCONVERT_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v2'],
  ownHeaders: [],
  ownWords: ['cloudconvert.com', 'exceeded the maximum conversion time'],
  names: ['cloudconvert'],
  links: {
    billing: 'https://cloudconvert.com/dashboard/billing',
    usage: 'https://cloudconvert.com/dashboard',
    keys: 'https://cloudconvert.com/dashboard/api/v2/keys',
    errors: `${API}#errors`,
    logs: 'https://cloudconvert.com/dashboard/jobs',
  },
  statusPage: { page: 'https://status.cloudconvert.com', api: { kind: 'better-stack', url: 'https://status.cloudconvert.com/index.json' } },
  balance: {
    url: 'https://api.cloudconvert.com/v2/users/me',
    read: { remaining: 'data.credits' },
    unit: 'credits',
    needs: 'a key with the scope user.read',
    source: `${API}/users`,
  },
  rules: [
    {
      when: { code: 'CREDITS_EXCEEDED' },
      cause: 'credits-exhausted',
      note: 'The free plan has some minutes of conversion each day; beyond them a package or subscription pays.',
      source: `${API}#errors`,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: 'exceeded the maximum conversion time' },
      cause: 'quota-exhausted',
      note: "The free plan's minutes of conversion for the day are used up.",
      source: TROUBLE,
      alternatives: ['credits-exhausted'],
      waiting: 'helps',
    },
    {
      when: { status: 402 },
      cause: 'credits-exhausted',
      source: `${API}#errors`,
      alternatives: ['quota-exhausted'],
    },
    {
      when: { message: 'file size limit exceeded' },
      cause: 'payload-too-large',
      note: 'The plan sets how large the converted file may be.',
      source: TROUBLE,
    },
    {
      when: { message: 'invalid scope' },
      cause: 'permission-denied',
      note: 'The key lacks a scope (task.read, task.write, user.read): scopes are set when a key is made.',
      source: `${API}#authentication`,
    },
  ],
} satisfies Provider;
