import type { Provider } from '../model/provider.ts';

const TRIAL = 'https://github.com/jitpack/jitpack.io/issues/4348';
const INACTIVE = 'https://github.com/jitpack/jitpack.io/issues/4229';

/** JitPack, known by its name. */
export default {
  title: 'JitPack',
  kind: 'vendor',
  hosts: [],
  keys: [],
  keyEnvironment: ['JITPACK_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['cf-ray'],
  ownHeaders: [],
  ownWords: ['subscription is not active right now'],
  names: ['jitpack'],
  links: { support: 'https://github.com/jitpack/jitpack.io/issues' },
  supportAsks: ['a link to the build log'],
  rules: [
    {
      when: { message: 'subscription is not active' },
      cause: 'subscription-inactive',
      note: 'A subscription belongs to one account or organisation of the Git host: it may be active for another.',
      source: INACTIVE,
    },
    {
      when: { status: 403 },
      cause: 'subscription-inactive',
      alternatives: ['permission-denied', 'access-blocked'],
      note: 'JitPack mostly answers 403 for a private repository whose trial or subscription has ended; the build log says more.',
      source: TRIAL,
    },
    {
      when: { message: /\bstatus code 403\b|\b403\b.{0,3}forbidden/i },
      cause: 'subscription-inactive',
      alternatives: ['permission-denied', 'access-blocked'],
      note: 'JitPack mostly answers 403 for a private repository whose trial or subscription has ended; the build log says more.',
      source: TRIAL,
    },
    {
      when: { status: 401 },
      cause: 'credentials-missing',
      alternatives: ['subscription-inactive', 'not-found', 'credentials-invalid'],
      note: 'The repository is private, or does not exist: a private one needs its token as the user name, and an active subscription.',
      source: 'https://github.com/jitpack/jitpack.io/issues/1547',
    },
    {
      when: { message: /\bstatus code 401\b/i },
      cause: 'credentials-missing',
      alternatives: ['subscription-inactive', 'not-found', 'credentials-invalid'],
      note: 'The repository is private, or does not exist: a private one needs its token as the user name, and an active subscription.',
      source: 'https://github.com/jitpack/jitpack.io/issues/1547',
    },
  ],
} satisfies Provider;
