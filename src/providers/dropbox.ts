import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.dropbox.com/developers/documentation/http/documentation#error-handling';

export default {
  title: 'Dropbox',
  kind: 'vendor',
  hosts: ['api.dropboxapi.com', 'content.dropboxapi.com', 'notify.dropboxapi.com'],
  keys: [{ pattern: 'sl\\.[A-Za-z0-9_-]{130,2000}', means: 'Dropbox short-lived access token', sample: `sl.${'Example0'.repeat(18)}` }],
  keyEnvironment: ['DROPBOX_ACCESS_TOKEN', 'DROPBOX_APP_KEY', 'DROPBOX_REFRESH_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-dropbox-request-id'],
  scopeHeaders: ['dropbox-api-select-user', 'dropbox-api-path-root'],
  ownHeaders: ['x-dropbox-*', 'dropbox-api-result'],
  ownWords: ['dropboxapi.com', 'dropbox.com/developers', 'dropbox.exceptions', 'error in call to api function'],
  names: ['dropbox'],
  links: { keys: 'https://www.dropbox.com/developers/apps', errors: ERRORS, support: 'https://www.dropbox.com/developers/contact' },
  supportAsks: ['the x-dropbox-request-id'],
  statusPage: { page: 'https://status.dropbox.com', api: { kind: 'statuspage', url: 'https://status.dropbox.com/api/v2/summary.json' } },
  knownGood: {
    method: 'POST',
    url: 'https://api.dropboxapi.com/2/users/get_current_account',
    says: 'The token is valid.',
    source: 'https://www.dropbox.com/developers/documentation/http/documentation#users-get_current_account',
  },
  rules: [
    {
      when: { message: /\binsufficient_space\b/i },
      cause: 'quota-exhausted',
      note: "The account's space is full: remove files, or move to a larger plan.",
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { message: /\bmissing_scope\b|\bdoes not have the required scope\b/i },
      cause: 'permission-denied',
      note: 'Add the scope to the app, then make a new token: an old one does not get it.',
      source: ERRORS,
    },
    {
      when: { message: /\b(?:expired|invalid)_access_token\b/i },
      cause: 'credentials-invalid',
      note: 'Access tokens live for some hours: use the refresh token.',
      source: ERRORS,
    },
    { when: { message: /\btoo_many_requests\b|\btoo_many_write_operations\b/i }, cause: 'rate-limited', source: ERRORS },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'The token is wrong, expired or revoked, or lacks a scope: error_summary says which.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
  ],
} satisfies Provider;
