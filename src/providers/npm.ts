import type { Provider } from '../model/provider.ts';

const SCOPED = 'https://github.com/npm/npm/issues/21033';
const DOCS = 'https://github.com/npm/documentation';

/** The npm registry, known by the codes and words of its command-line client. */
export default {
  title: 'npm',
  kind: 'vendor',
  hosts: [],
  keys: [{ pattern: 'npm_[0-9A-Za-z]{36}', means: 'npm access token', sample: `npm_${'Example0'.repeat(4)}Fake` }],
  keyEnvironment: ['NPM_TOKEN', 'NODE_AUTH_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['npm-notice'],
  ownWords: [
    'npm info',
    'npm error code',
    'npm http fetch',
    'npm warn',
    'npm err!',
    'npm error code e4',
    'npm error code eotp',
    'npm error code eneedauth',
    'you must sign up for private packages',
    'in most cases, you or one of your dependencies are requesting',
    'you cannot publish over the previously published versions',
    'you may not perform that action with these credentials',
  ],
  links: {
    errors: DOCS,
  },
  rules: [
    {
      when: { message: 'you must sign up for private packages' },
      cause: 'plan-required',
      note: 'Mostly the first publishing of a scoped package, which is private unless told otherwise: npm publish --access public costs nothing.',
      source: SCOPED,
    },
    {
      when: { code: 'E402' },
      cause: 'plan-required',
      note: 'Private packages need a paid plan; a public scoped package needs --access public.',
      source: SCOPED,
    },
    {
      when: { message: /\be402\b|\b402 payment required\b/i },
      cause: 'plan-required',
      alternatives: ['account-past-due'],
      note: 'Private packages need a paid plan; a public scoped package needs --access public.',
      source: SCOPED,
    },
    {
      when: { message: /cannot publish over (?:the )?(?:previously published|existing) version/i },
      cause: 'conflict',
      note: 'A published version is final: raise the version number.',
      source: 'https://github.com/getsentry/craft/issues/621',
    },
    {
      when: { message: 'you may not perform that action with these credentials' },
      cause: 'permission-denied',
      note: 'The token may not publish this package: a read-only token, or one without this package or scope.',
      source: 'https://github.com/semantic-release/semantic-release/issues/3186',
    },
    {
      when: { message: 'do not have permission to publish' },
      cause: 'permission-denied',
      note: 'The name belongs to somebody else, or the account is not among its maintainers.',
      source: DOCS,
    },
    {
      when: { message: 'two-factor authentication or granular access token with bypass 2fa enabled is required' },
      cause: 'permission-denied',
      note: 'This package is published with two-factor authentication, or with a token that may go without it.',
      source: DOCS,
    },
    {
      when: { code: 'EOTP' },
      cause: 'credentials-missing',
      note: 'The account wants a one-time password: --otp=<code>, or an automation token on a build machine.',
      source: DOCS,
    },
    {
      when: { message: /\bone-time pass(?:word)?\b|\bcode eotp\b/i },
      cause: 'credentials-missing',
      note: 'The account wants a one-time password: --otp=<code>, or an automation token on a build machine.',
      source: DOCS,
    },
    { when: { code: 'ENEEDAUTH' }, cause: 'credentials-missing', source: DOCS },
    { when: { message: /\bneed auth\b|\beneedauth\b|requires you to be logged in/i }, cause: 'credentials-missing', source: DOCS },
    {
      when: { message: /incorrect or missing password|unable to authenticate, (?:need|your authentication token seems to be invalid)/i },
      cause: 'credentials-invalid',
      source: DOCS,
    },
    {
      when: { message: 'is not in this registry' },
      cause: 'not-found',
      alternatives: ['permission-denied', 'credentials-missing'],
      note: 'A private package answers like one that does not exist while nobody is logged in.',
      source: DOCS,
    },
  ],
} satisfies Provider;
