import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.asana.com/docs/errors';

export default {
  title: 'Asana',
  kind: 'vendor',
  hosts: ['app.asana.com'],
  keys: [],
  keyEnvironment: ['ASANA_ACCESS_TOKEN', 'ASANA_TOKEN', 'ASANA_PAT'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['asana-change'],
  ownWords: ['app.asana.com', 'developers.asana.com', 'asana.error', 'asana.rest'],
  names: ['asana'],
  links: {
    keys: 'https://app.asana.com/0/my-apps',
    limits: 'https://developers.asana.com/docs/rate-limits',
    errors: ERRORS,
    support: 'https://asana.com/support',
  },
  supportAsks: ['the phrase of the answer'],
  knownGood: {
    method: 'GET',
    url: 'https://app.asana.com/api/1.0/users/me',
    says: 'The token is valid, and the answer lists its workspaces.',
    source: 'https://developers.asana.com/reference/getuser',
  },
  rules: [
    {
      when: { status: 402 },
      cause: 'plan-required',
      note: 'The object or action is for paid plans, and the workspace is not on one that has it.',
      source: ERRORS,
    },
    {
      when: { message: /\bpayment required\b|\bonly available to premium\b|\bpremium only\b/i },
      cause: 'plan-required',
      note: 'The object or action is for paid plans, and the workspace is not on one that has it.',
      source: ERRORS,
    },
    {
      when: { message: /\bsync token invalid or too old\b/i },
      cause: 'invalid-request',
      note: 'The first call has no sync token and answers 412 with one: ask again with it.',
      source: 'https://developers.asana.com/reference/getevents',
    },
  ],
} satisfies Provider;
