import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developer.monday.com/api-reference/docs/error-handling';
const LIMITS = 'https://developer.monday.com/api-reference/docs/rate-limits';

export default {
  title: 'monday.com',
  kind: 'vendor',
  hosts: ['api.monday.com'],
  keys: [],
  keyEnvironment: ['MONDAY_API_TOKEN', 'MONDAY_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.monday.com',
    'developer.monday.com',
    'complexity_budget_exhausted',
    'complexityexception',
    'complexity budget exhausted',
    'userunauthorizedexception',
  ],
  names: ['monday.com'],
  links: { limits: LIMITS, errors: ERRORS, support: 'https://support.monday.com' },
  supportAsks: ['the request_id in extensions'],
  statusPage: { page: 'https://status.monday.com', api: { kind: 'statuspage', url: 'https://status.monday.com/api/v2/summary.json' } },
  rules: [
    {
      when: { code: 'DAILY_LIMIT_EXCEEDED' },
      cause: 'quota-exhausted',
      note: "The plan's calls for today are used up; the count starts again at midnight UTC.",
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { message: 'daily limit exceeded' },
      cause: 'quota-exhausted',
      note: "The plan's calls for today are used up; the count starts again at midnight UTC.",
      source: LIMITS,
      waiting: 'helps',
    },
    {
      when: { code: ['COMPLEXITY_BUDGET_EXHAUSTED', 'ComplexityException'] },
      cause: 'rate-limited',
      note: 'The points of a minute are used up: ask for less in one query. A query that costs more than the whole budget never passes.',
      source: LIMITS,
    },
    {
      when: {
        code: [
          'maxConcurrencyExceeded',
          'IP_RATE_LIMIT_EXCEEDED',
          'RATE_LIMIT_EXCEEDED',
          'FIELD_LIMIT_EXCEEDED',
          'FIELD_MINUTE_RATE_LIMIT_EXCEEDED',
        ],
      },
      cause: 'rate-limited',
      source: LIMITS,
    },
    {
      when: { code: ['UserUnauthorizedException', 'USER_UNAUTHORIZED', 'USER_ACCESS_DENIED'] },
      cause: 'permission-denied',
      source: ERRORS,
    },
    { when: { code: 'missingRequiredPermissions' }, cause: 'permission-denied', note: 'The app lacks the scope.', source: ERRORS },
    {
      when: { code: ['ResourceNotFoundException', 'InvalidBoardIdException', 'InvalidItemIdException'] },
      cause: 'not-found',
      note: 'An item or board that the user may not see counts as not existing.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    {
      when: {
        code: [
          'DeleteLastGroupException',
          'RecordInvalidException',
          'InvalidArgumentException',
          'InvalidColumnIdException',
          'ColumnValueException',
        ],
      },
      cause: 'invalid-request',
      source: ERRORS,
    },
  ],
} satisfies Provider;
