import type { Provider } from '../model/provider.ts';

const DOWNLOADS = 'https://central.sonatype.org/faq/429-error';
const PUBLISHING = 'https://central.sonatype.org/publish/maven-central-publishing-limits/';

/** Maven Central, known by its words and by the path that its repositories share. */
export default {
  title: 'Maven Central',
  kind: 'vendor',
  hosts: [],
  keys: [],
  keyEnvironment: ['CENTRAL_TOKEN_PASSWORD', 'OSSRH_PASSWORD', 'SONATYPE_PASSWORD'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'hit the rate limit with maven central',
    'sonatype.com/blog',
    'central.sonatype.org',
    'central.sonatype.com',
    'org.sonatype.central',
  ],
  names: ['maven central', 'mavencentral', 'maven2', 'sonatype', 'ossrh'],
  links: {
    usage: 'https://central.sonatype.com/publishing/usage',
    keys: 'https://central.sonatype.org/publish/generate-portal-token/',
    limits: DOWNLOADS,
    errors: DOWNLOADS,
  },
  supportAsks: ['the namespace', 'the organisation and its outgoing addresses'],
  prevention: [
    {
      says: 'Put a caching repository manager between the builds and Maven Central, and keep the local repository between builds.',
      causes: ['rate-limited', 'quota-exhausted'],
      source: DOWNLOADS,
    },
  ],
  rules: [
    {
      when: { message: 'hit the rate limit with maven central' },
      cause: 'rate-limited',
      note: 'Counted for the address or for the whole organisation behind it; cloud build machines share their addresses with others.',
      source: DOWNLOADS,
    },
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      note: 'A limit on publishing: the organisation has released more files, bytes or versions this month than the free allowance holds. An exemption or a paid plan raises it.',
      source: PUBLISHING,
    },
    {
      when: { message: /\b402\b.{0,3}payment required/i },
      cause: 'quota-exhausted',
      alternatives: ['plan-required'],
      note: 'A limit on publishing: the organisation has released more files, bytes or versions this month than the free allowance holds. An exemption or a paid plan raises it.',
      source: PUBLISHING,
    },
    {
      when: { status: 429 },
      cause: 'rate-limited',
      note: 'Counted for the address or for the whole organisation behind it.',
      source: DOWNLOADS,
    },
    {
      when: { status: 501, message: 'https required' },
      cause: 'invalid-request',
      note: 'Maven Central takes no plain http: change the URL of the repository to https, or update the build tool.',
      source: 'https://central.sonatype.org/faq/501-https-required-error/',
    },
  ],
} satisfies Provider;
