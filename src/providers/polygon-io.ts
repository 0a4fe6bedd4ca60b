import type { Provider } from '../model/provider.ts';

const PRICING = 'https://polygon.io/pricing';
const LIMITS = 'https://polygon.io/knowledge-base/article/what-is-the-request-limit-for-polygons-restful-apis';

export default {
  // The company calls itself Massive since the end of 2025; both hosts serve the same API.
  title: 'Polygon.io',
  kind: 'vendor',
  hosts: ['api.polygon.io', 'files.polygon.io', 'api.massive.com', 'files.massive.com'],
  keys: [],
  keyEnvironment: ['POLYGON_API_KEY', 'MASSIVE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: [
    'polygon.io',
    'massive.com/pricing',
    'api.massive.com',
    'you are not entitled to this data',
    "your plan doesn't include this data timeframe",
    'polygon.exceptions',
  ],
  names: ['polygon.io', 'massive.com'],
  links: {
    billing: PRICING,
    keys: 'https://polygon.io/dashboard/keys',
    limits: LIMITS,
  },
  supportAsks: ['the request_id of the error body'],
  rules: [
    { when: { message: 'not entitled to this data' }, cause: 'plan-required', source: PRICING },
    {
      when: { message: "plan doesn't include" },
      cause: 'plan-required',
      note: 'The plan reaches back so many years only, or not up to the present: ask for another span of time.',
      source: PRICING,
    },
    { when: { message: 'maximum requests per minute' }, cause: 'rate-limited', source: LIMITS },
    { when: { message: 'unknown api key' }, cause: 'credentials-invalid', source: 'https://polygon.io/docs' },
    { when: { message: 'api key was not provided' }, cause: 'credentials-missing', source: 'https://polygon.io/docs' },
    { when: { code: 'NOT_AUTHORIZED' }, cause: 'plan-required', alternatives: ['permission-denied'], source: PRICING },
  ],
} satisfies Provider;
