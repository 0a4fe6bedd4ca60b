import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.zenrows.com/api-error-codes';

export default {
  title: 'ZenRows',
  kind: 'vendor',
  hosts: ['.zenrows.com', 'browser.zenrows.com'],
  keys: [],
  keyEnvironment: ['ZENROWS_API_KEY', 'ZENROWS_KEY'],
  // The key goes into the query as apikey.
  keyHeader: 'x-api-key',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: ['zr-*'],
  ownWords: ['api.zenrows.com', 'docs.zenrows.com', 'app.zenrows.com', 'zenrows.com/'],
  names: ['zenrows'],
  links: {
    billing: 'https://app.zenrows.com',
    usage: 'https://app.zenrows.com',
    errors: ERRORS,
    support: 'mailto:success@zenrows.com',
  },
  rules: [
    {
      when: { code: 'AUTH004' },
      cause: 'quota-exhausted',
      note: "The plan's usage of this period is used up.",
      source: `${ERRORS}#AUTH004`,
    },
    {
      when: { code: 'AUTH005' },
      cause: 'subscription-inactive',
      note: "The key's period of validity is over: its trial or subscription has ended.",
      source: `${ERRORS}#AUTH005`,
    },
    {
      when: { code: 'AUTH006' },
      cause: 'rate-limited',
      note: 'More requests side by side than the plan allows.',
      source: `${ERRORS}#AUTH006`,
    },
    { when: { status: 402 }, cause: 'quota-exhausted', alternatives: ['subscription-inactive'], source: ERRORS },
  ],
} satisfies Provider;
