import type { Provider } from '../model/provider.ts';

const COUNTS = 'https://docs.snyk.io/snyk-data-and-governance/what-counts-as-a-test';
const LIMIT = 'https://github.com/snyk/cli/pull/2019';

export default {
  title: 'Snyk',
  kind: 'vendor',
  hosts: ['api.snyk.io', 'snyk.io', '.snyk.io'],
  keys: [],
  keyEnvironment: ['SNYK_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['snyk-request-id'],
  ownHeaders: ['snyk-request-id', 'snyk-version-*'],
  ownWords: ['you have used your limit of private tests', 'private tests for your'],
  names: ['snyk'],
  links: {
    billing: 'https://app.snyk.io/manage/billing',
    usage: 'https://app.snyk.io/manage/usage',
    keys: 'https://app.snyk.io/account',
    limits: COUNTS,
    errors: 'https://docs.snyk.io/scan-with-snyk/error-catalog',
    support: 'https://support.snyk.io',
  },
  supportAsks: ['the snyk-request-id of the response', 'the organisation'],
  statusPage: { page: 'https://status.snyk.io', api: { kind: 'statuspage', url: 'https://status.snyk.io/api/v2/summary.json' } },
  rules: [
    {
      when: {
        message:
          /\btest limit reached\b|\bmonthly limit of \d+ (?:\w+ )?tests\b|\blimit of private tests\b|\bexceeded your .{0,30}test allocation\b/i,
      },
      cause: 'quota-exhausted',
      note: "The tests of private projects that the organisation's plan holds are used up; they start again with the next billing period.",
      source: LIMIT,
    },
    {
      when: { message: /\bnot entitled for\b/i },
      cause: 'plan-required',
      note: 'The REST API, among others, is for Enterprise plans; the command line works with every plan.',
      source: 'https://docs.snyk.io/snyk-api',
    },
    {
      when: { message: /\bauthentication failed\. please check the api token\b/i },
      cause: 'credentials-invalid',
      source: 'https://docs.snyk.io/scan-with-snyk/error-catalog',
    },
  ],
} satisfies Provider;
