import type { Provider } from '../model/provider.ts';

const CODES = 'https://developer.zendesk.com/api-reference/introduction/responses/';

export default {
  title: 'Zendesk',
  kind: 'vendor',
  hosts: ['.zendesk.com'],
  keys: [],
  keyEnvironment: ['ZENDESK_API_TOKEN', 'ZENDESK_SUBDOMAIN', 'ZENDESK_EMAIL'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-zendesk-request-id', 'x-request-id'],
  ownHeaders: ['x-zendesk-*'],
  ownWords: ['developer.zendesk.com', 'support.zendesk.com', 'zenpy.lib.exception', 'zendeskapi::'],
  names: ['zendesk'],
  links: {
    limits: 'https://developer.zendesk.com/api-reference/introduction/rate-limits/',
    errors: CODES,
    support: 'https://support.zendesk.com',
  },
  statusPage: { page: 'https://status.zendesk.com' },
  rules: [
    {
      when: { message: "couldn't authenticate you" },
      cause: 'credentials-invalid',
      note: 'An API token goes with the address as name/token, and API access by token must be turned on.',
      source: CODES,
    },
    {
      when: {
        message:
          /\b(?:number of allowed incremental ticket export api requests|incremental export).{0,30}exceeded\b|\bapirate ?limit ?exceeded\b|\bnumber of allowed api requests per minute exceeded\b/i,
      },
      cause: 'rate-limited',
      source: 'https://developer.zendesk.com/api-reference/introduction/rate-limits/',
    },
    {
      when: { message: 'do not have access to this page' },
      cause: 'permission-denied',
      note: "The user's role lacks this, or the plan the feature.",
      source: CODES,
      alternatives: ['plan-required'],
    },
    {
      when: { code: ['RecordNotFound', 'InvalidEndpoint'] },
      cause: 'not-found',
      note: 'A subdomain that does not exist answers the same.',
      source: CODES,
    },
    { when: { message: 'RecordNotFound' }, cause: 'not-found', source: CODES },
  ],
} satisfies Provider;
