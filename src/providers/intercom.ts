import type { Provider } from '../model/provider.ts';

const CODES = 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes';

export default {
  title: 'Intercom',
  kind: 'vendor',
  hosts: ['api.intercom.io', 'api.eu.intercom.io', 'api.au.intercom.io'],
  keys: [],
  keyEnvironment: ['INTERCOM_ACCESS_TOKEN', 'INTERCOM_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['x-intercom-version', 'intercom-version'],
  ownWords: ['api.intercom.io', 'developers.intercom.com', 'intercom::', 'api_plan_restricted', 'intercom_version_invalid'],
  names: ['intercom.io'],
  links: {
    errors: CODES,
    limits: 'https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting',
    keys: 'https://app.intercom.com/a/apps/_/developer-hub',
    support: 'https://www.intercom.com/help',
  },
  supportAsks: ['the request_id of the answer'],
  statusPage: { page: 'https://www.intercomstatus.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.intercom.io/me',
    says: 'The token is valid, and the answer says of which workspace.',
    source: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin',
  },
  rules: [
    {
      when: { message: 'active subscription needed' },
      cause: 'subscription-inactive',
      note: 'The workspace has no active subscription.',
      source: CODES,
      alternatives: ['plan-required'],
    },
    {
      when: { code: 'api_plan_restricted' },
      cause: 'plan-required',
      note: "The workspace's plan lacks this, or it has no active subscription.",
      source: CODES,
      alternatives: ['subscription-inactive'],
    },
    { when: { code: 'missing_authorization' }, cause: 'credentials-missing', source: CODES },
    { when: { code: ['token_suspended', 'token_blocked'] }, cause: 'account-disabled', source: CODES },
    {
      when: { code: ['token_not_found', 'token_revoked', 'token_expired'] },
      cause: 'credentials-invalid',
      note: 'A workspace in Europe or Australia has a host of its own.',
      source: CODES,
    },
    {
      when: { code: 'token_unauthorized' },
      cause: 'permission-denied',
      note: 'The token lacks the permission for this: add it to the app in the developer hub.',
      source: CODES,
    },
    { when: { code: 'action_forbidden' }, cause: 'permission-denied', source: CODES },
    { when: { code: 'rate_limit_exceeded' }, cause: 'rate-limited', source: CODES },
    {
      when: { code: ['intercom_version_invalid', 'parameter_invalid', 'parameter_not_found', 'type_mismatch'] },
      cause: 'invalid-request',
      source: CODES,
    },
    { when: { code: 'conflict' }, cause: 'conflict', source: CODES },
  ],
} satisfies Provider;
