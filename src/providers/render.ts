import type { Provider } from '../model/provider.ts';

const API = 'https://api-docs.render.com/reference/introduction';
const PAYMENT = 'https://github.com/cloudy-sky-software/pulumi-render/issues/363';

export default {
  title: 'Render',
  kind: 'vendor',
  hosts: ['api.render.com', '.onrender.com'],
  keys: [],
  keyEnvironment: ['RENDER_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['rndr-id', 'cf-ray'],
  ownHeaders: ['x-render-routing'],
  ownWords: ['dashboard.render.com', 'render.com/docs', 'api-docs.render.com'],
  names: ['render.com'],
  links: {
    billing: 'https://dashboard.render.com/billing',
    keys: 'https://dashboard.render.com/u/settings#api-keys',
    limits: 'https://api-docs.render.com/reference/rate-limiting',
    errors: API,
  },
  statusPage: { page: 'https://status.render.com', api: { kind: 'statuspage', url: 'https://status.render.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://api.render.com/v1/owners?limit=1',
    says: 'Lists a workspace that the key may use.',
    source: 'https://api-docs.render.com/reference/list-owners',
  },
  rules: [
    {
      when: { message: 'payment information is required' },
      cause: 'payment-method-required',
      note: 'The workspace has no card on file, which some resources need even where they cost nothing.',
      source: PAYMENT,
    },
    {
      when: { message: /\bservice (?:has been )?suspended\b/i },
      cause: 'service-unavailable',
      alternatives: ['account-past-due', 'quota-exhausted', 'account-disabled'],
      note: "The service's owner, or Render, suspended it: for free hours or bandwidth that are used up, for an invoice, or by hand.",
      source: 'https://render.com/docs/free',
      waiting: 'futile',
    },
  ],
} satisfies Provider;
