import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://developers.zoom.us/docs/api/errors/';
const LIMITS = 'https://developers.zoom.us/docs/api/rate-limits/';

export default {
  title: 'Zoom',
  kind: 'vendor',
  hosts: ['api.zoom.us', '.zoom.us'],
  keys: [],
  keyEnvironment: ['ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', 'ZOOM_ACCOUNT_ID'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-zm-trackingid'],
  ownHeaders: ['x-zm-*'],
  ownWords: ['developers.zoom.us', 'marketplace.zoom.us', 'api.zoom.us'],
  names: ['zoom.us'],
  links: {
    billing: 'https://zoom.us/billing',
    keys: 'https://marketplace.zoom.us/user/build',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://devforum.zoom.us',
  },
  supportAsks: ['the x-zm-trackingid'],
  statusPage: { page: 'https://status.zoom.us' },
  rules: [
    {
      when: { message: 'only available for paid account' },
      cause: 'plan-required',
      note: 'The feature needs a paid plan of the account that owns the meeting or user.',
      source: ERRORS,
    },
    {
      when: {
        message:
          /\b(?:webinar|zoom events|large meeting|cloud recording|phone) (?:plan|license|add-on) (?:is )?(?:missing|required|not)\b/i,
      },
      cause: 'plan-required',
      note: 'The add-on is missing in the plan, or not assigned to this user.',
      source: ERRORS,
    },
    {
      when: { message: /\bmaximum daily rate limit\b|\bexceeded the daily rate limit\b/i },
      cause: 'quota-exhausted',
      note: 'The daily limit starts again at midnight GMT.',
      source: LIMITS,
      waiting: 'helps',
    },
    { when: { message: /\bmaximum per-second rate limit\b/i }, cause: 'rate-limited', source: LIMITS },
    {
      when: { code: '4711' },
      cause: 'permission-denied',
      note: 'The token lacks a scope: add it to the app, then authorise the app again.',
      source: ERRORS,
    },
    {
      when: { message: 'does not contain scopes' },
      cause: 'permission-denied',
      note: 'The token lacks a scope: add it to the app, then authorise the app again.',
      source: ERRORS,
    },
    { when: { code: '124' }, cause: 'credentials-invalid', note: 'Access tokens live for an hour.', source: ERRORS },
    { when: { message: 'invalid access token' }, cause: 'credentials-invalid', note: 'Access tokens live for an hour.', source: ERRORS },
    { when: { code: ['1001', '1010', '3001'] }, cause: 'not-found', source: ERRORS },
  ],
} satisfies Provider;
