import type { Provider } from '../model/provider.ts';

const DOCS = 'https://developer.calendly.com/api-docs';

export default {
  title: 'Calendly',
  kind: 'vendor',
  hosts: ['api.calendly.com', 'auth.calendly.com'],
  keys: [],
  keyEnvironment: ['CALENDLY_API_KEY', 'CALENDLY_ACCESS_TOKEN', 'CALENDLY_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.calendly.com', 'developer.calendly.com', 'your calendly account'],
  names: ['calendly'],
  links: {
    billing: 'https://calendly.com/app/admin/billing',
    keys: 'https://calendly.com/integrations/api_webhooks',
    errors: 'https://developer.calendly.com/api-docs',
    support: 'https://calendly.com/help',
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.calendly.com/users/me',
    says: 'The token is valid.',
    source: 'https://developer.calendly.com/api-docs',
  },
  rules: [
    {
      when: { message: 'upgrade your calendly account' },
      cause: 'plan-required',
      note: 'Webhooks and some other endpoints are for paid plans.',
      source: DOCS,
    },
    {
      when: { message: 'do not have permission' },
      cause: 'permission-denied',
      note: 'The user is not an owner or administrator of the organisation, or the token is of another one.',
      source: DOCS,
    },
    { when: { message: 'the access token is invalid' }, cause: 'credentials-invalid', source: DOCS },
    { when: { message: 'the access token expired' }, cause: 'credentials-invalid', source: DOCS },
  ],
} satisfies Provider;
