import type { Provider } from '../model/provider.ts';

const CREDENTIALS = 'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/README.html';

export default {
  title: 'HERE',
  kind: 'vendor',
  hosts: ['.hereapi.com', '.api.here.com'],
  keys: [],
  keyEnvironment: ['HERE_API_KEY', 'HERE_APIKEY'],
  // The key goes into the query as apiKey.
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id', 'x-correlation-id'],
  ownHeaders: [],
  ownWords: ['hereapi.com', 'platform.here.com', 'developer.here.com', 'www.here.com/docs', 'apikey invalid. apikey not found'],
  names: ['here api', 'here maps', 'hereapi'],
  links: {
    billing: 'https://platform.here.com',
    usage: 'https://platform.here.com',
    keys: 'https://platform.here.com',
  },
  rules: [
    { when: { message: 'apikey invalid. apikey not found' }, cause: 'credentials-invalid', source: CREDENTIALS },
    {
      when: { message: 'these credentials do not authorize access' },
      cause: 'permission-denied',
      alternatives: ['plan-required'],
      note: 'The application of this key has no access to this service.',
      source: CREDENTIALS,
    },
  ],
} satisfies Provider;
