import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.clickup.com/docs/common_errors';

export default {
  title: 'ClickUp',
  kind: 'vendor',
  hosts: ['api.clickup.com'],
  keys: [
    { pattern: 'pk_[0-9]{5,10}_[A-Z0-9]{32}', means: 'ClickUp personal token', sample: 'pk_00000000_EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0' },
  ],
  keyEnvironment: ['CLICKUP_API_TOKEN', 'CLICKUP_API_KEY', 'CLICKUP_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.clickup.com', 'app.clickup.com', 'developer.clickup.com', '"ecode"'],
  names: ['clickup'],
  links: {
    limits: 'https://developer.clickup.com/docs/rate-limits',
    errors: ERRORS,
    keys: 'https://app.clickup.com/settings/apps',
    support: 'https://help.clickup.com',
  },
  statusPage: { page: 'https://status.clickup.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.clickup.com/api/v2/user',
    says: 'The token is valid.',
    source: 'https://developer.clickup.com/reference/getauthorizeduser',
  },
  rules: [
    {
      when: { message: /\busages? exceeded for your plan\b/i },
      cause: 'quota-exhausted',
      note: 'The uses that the plan includes are used up; on the free plan they do not come back.',
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { message: /\bteam(?:\(s\))? not authorized\b/i },
      cause: 'permission-denied',
      note: 'The token is not authorised for this workspace: let its user authorise the app for it.',
      source: ERRORS,
    },
    {
      when: { message: 'token invalid' },
      cause: 'credentials-invalid',
      note: 'A personal token goes into Authorization as it is, without Bearer.',
      source: ERRORS,
    },
    { when: { message: 'oauth token not found' }, cause: 'credentials-invalid', source: ERRORS },
    { when: { message: 'authorization header required' }, cause: 'credentials-missing', source: ERRORS },
    { when: { message: 'rate limit reached' }, cause: 'rate-limited', source: 'https://developer.clickup.com/docs/rate-limits' },
  ],
} satisfies Provider;
