import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.cline.bot/api/errors';
const BALANCE = 'https://github.com/cline/cline/issues/8501';

/** Cline's own credits (api.cline.bot). With another provider chosen, Cline the client only shows what that vendor says. */
export default {
  title: 'Cline',
  kind: 'vendor',
  hosts: ['api.cline.bot'],
  keys: [],
  keyEnvironment: ['CLINE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.cline.bot', 'app.cline.bot', 'your cline credits', 'cline credits balance', 'docs.cline.bot'],
  names: ['cline credits', 'cline api'],
  links: {
    billing: 'https://app.cline.bot/dashboard/account?tab=credits',
    keys: 'https://app.cline.bot',
    errors: ERRORS,
  },
  rules: [
    {
      when: { code: 'SPEND_LIMIT_EXCEEDED' },
      cause: 'spend-limit-reached',
      note: 'A cap that the organisation set for this member, as a 429: trying again does not help, its administrator can raise it.',
      source: 'https://github.com/cline/cline/pull/10207',
    },
    { when: { code: 'insufficient_credits' }, cause: 'credits-exhausted', source: 'https://github.com/cline/cline/pull/5464' },
    { when: { message: /cline credits balance/i }, cause: 'credits-exhausted', source: BALANCE },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ERRORS },
    { when: { code: 'context_length_exceeded' }, cause: 'context-too-long', source: ERRORS },
    { when: { code: 'content_filter' }, cause: 'content-refused', source: ERRORS },
    { when: { code: 'rate_limit' }, cause: 'rate-limited', source: ERRORS },
  ],
} satisfies Provider;
