import type { Provider } from '../model/provider.ts';

const STATUSES = 'https://developer.shopline.com/docs/apps/api-instructions-for-use/http-status-code';

export default {
  title: 'SHOPLINE',
  kind: 'vendor',
  hosts: ['.myshopline.com'],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: ['traceid'],
  ownHeaders: [],
  ownWords: ['developer.shopline.com', '.myshopline.com'],
  names: ['shopline'],
  links: { errors: STATUSES },
  rules: [
    {
      when: { status: 402 },
      cause: 'account-past-due',
      note: "The store is frozen: its owner logs in to the store's admin and pays the outstanding balance. The app that calls cannot fix it.",
      source: STATUSES,
    },
    {
      when: { status: 423 },
      cause: 'account-disabled',
      note: 'SHOPLINE has locked the store, for exceeding API limits again and again or for a risk of fraud.',
      source: STATUSES,
    },
    {
      when: { status: 412 },
      cause: 'content-refused',
      note: 'The body holds what SHOPLINE counts as high risk, such as a script.',
      source: STATUSES,
    },
    {
      when: { status: [433, 435, 436] },
      cause: 'access-blocked',
      note: "SHOPLINE's own status codes for a request that its security rules refuse.",
      source: STATUSES,
    },
    {
      when: { status: 434 },
      cause: 'rate-limited',
      note: "SHOPLINE's own status code for a rate that its security rules refuse.",
      source: STATUSES,
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'No token, a wrong one or an expired one: let the merchant authorise the app again.',
      source: STATUSES,
      alternatives: ['credentials-missing'],
    },
    { when: { status: 501 }, cause: 'not-found', note: 'The endpoint is not available to this store.', source: STATUSES },
  ],
} satisfies Provider;
