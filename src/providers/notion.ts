import type { Provider } from '../model/provider.ts';

const CODES = 'https://developers.notion.com/reference/status-codes';

export default {
  title: 'Notion',
  kind: 'vendor',
  hosts: ['api.notion.com'],
  keys: [{ pattern: 'ntn_[A-Za-z0-9]{40,60}', means: 'Notion integration token', sample: `ntn_${'Example0'.repeat(6)}` }],
  keyEnvironment: ['NOTION_TOKEN', 'NOTION_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-notion-request-id'],
  requiredHeaders: ['notion-version'],
  ownHeaders: ['x-notion-*'],
  ownWords: [
    'api.notion.com',
    'developers.notion.com',
    'notionclienterror',
    '@notionhq/client',
    'notion_client.errors',
    'shared with your integration',
  ],
  names: ['notion api', 'notionhq'],
  links: {
    keys: 'https://www.notion.so/profile/integrations',
    limits: 'https://developers.notion.com/reference/request-limits',
    errors: CODES,
    support: 'https://developers.notion.com/page/get-help',
  },
  supportAsks: ['the request_id of the answer'],
  statusPage: { page: 'https://www.notion-status.com' },
  knownGood: {
    method: 'GET',
    url: 'https://api.notion.com/v1/users/me',
    says: 'The token is valid, and the answer says of which bot; send a Notion-Version too.',
    source: 'https://developers.notion.com/reference/get-self',
  },
  rules: [
    {
      when: { code: 'restricted_resource' },
      cause: 'permission-denied',
      note: 'The integration lacks the capability for this.',
      source: CODES,
    },
    {
      when: { code: 'object_not_found' },
      cause: 'not-found',
      note: 'The page or database must be shared with the integration: add the connection to it in Notion.',
      source: CODES,
      alternatives: ['permission-denied'],
    },
    { when: { code: 'rate_limited' }, cause: 'rate-limited', note: 'About three requests a second for each integration.', source: CODES },
    { when: { code: 'conflict_error' }, cause: 'conflict', source: CODES },
    { when: { code: 'missing_version' }, cause: 'invalid-request', note: 'The Notion-Version header field is missing.', source: CODES },
    { when: { code: ['validation_error', 'invalid_json', 'invalid_request_url'] }, cause: 'invalid-request', source: CODES },
    { when: { code: ['service_unavailable', 'database_connection_unavailable'] }, cause: 'service-unavailable', source: CODES },
  ],
} satisfies Provider;
