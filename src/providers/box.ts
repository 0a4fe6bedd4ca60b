import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/';

export default {
  title: 'Box',
  kind: 'vendor',
  hosts: ['api.box.com', 'upload.box.com', 'dl.boxcloud.com'],
  keys: [],
  keyEnvironment: ['BOX_DEVELOPER_TOKEN', 'BOX_CLIENT_ID', 'BOX_CLIENT_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: ['box-request-id'],
  ownHeaders: ['box-request-id'],
  ownWords: ['developer.box.com', 'api.box.com', 'app.box.com', 'boxsdk.exception', 'boxapiexception', 'box_sdk_gen'],
  names: ['box.com', 'boxsdk'],
  links: {
    keys: 'https://app.box.com/developers/console',
    limits: 'https://developer.box.com/guides/api-calls/permissions-and-errors/rate-limits/',
    errors: ERRORS,
    support: 'https://support.box.com',
  },
  supportAsks: ['the request_id of the answer', 'the box-request-id'],
  statusPage: { page: 'https://status.box.com', api: { kind: 'statuspage', url: 'https://status.box.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.box.com/2.0/users/me',
    says: 'The token is valid, and the answer says how much space is used.',
    source: 'https://developer.box.com/reference/get-users-me/',
  },
  rules: [
    {
      when: { code: ['storage_limit_exceeded', 'account_storage_limit_exceeded'] },
      cause: 'quota-exhausted',
      note: 'The storage of the account is full: remove files, or move to a larger plan.',
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { code: 'file_size_limit_exceeded' },
      cause: 'payload-too-large',
      note: 'The plan sets the largest file.',
      source: ERRORS,
      alternatives: ['plan-required'],
    },
    {
      when: {
        code: [
          'access_denied_insufficient_permissions',
          'insufficient_scope',
          'forbidden',
          'forbidden_by_policy',
          'access_denied_item_locked',
          'not_trusted_domain',
        ],
      },
      cause: 'permission-denied',
      note: 'The user or the service account lacks access to the item, or the app the scope.',
      source: ERRORS,
    },
    { when: { code: 'location_blocked' }, cause: 'access-blocked', source: ERRORS },
    { when: { code: ['rate_limit_exceeded', 'operation_limit_exceeded'] }, cause: 'rate-limited', source: ERRORS },
    {
      when: { message: /\binvalid_(?:grant|client|token)\b/i },
      cause: 'credentials-invalid',
      note: 'A refresh token is good for one use and 60 days.',
      source: ERRORS,
    },
    { when: { code: ['item_name_in_use', 'name_temporarily_reserved', 'conflict'] }, cause: 'conflict', source: ERRORS },
  ],
} satisfies Provider;
