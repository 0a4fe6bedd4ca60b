import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://circleci.com/docs/plans-overview/';
const API = 'https://circleci.com/docs/api-developers-guide/';

export default {
  title: 'CircleCI',
  kind: 'vendor',
  hosts: ['circleci.com', 'api.circleci.com', '.circleci.com'],
  keys: [
    {
      pattern: 'CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}',
      means: 'CircleCI personal access token',
      sample: `CCIPAT_${'Example0'.repeat(2)}Fake00_${'0123456789abcdef'.repeat(2)}01234567`,
    },
    {
      pattern: 'CCIPRJ_[A-Za-z0-9]{22}_[0-9a-f]{40}',
      means: 'CircleCI project token',
      sample: `CCIPRJ_${'Example0'.repeat(2)}Fake00_${'0123456789abcdef'.repeat(2)}01234567`,
      notFor: 'A project token works with version 1.1 of the API only.',
    },
  ],
  keyEnvironment: ['CIRCLECI_TOKEN', 'CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN'],
  keyHeader: 'circle-token',
  requestIdHeaders: ['x-request-id'],
  ownHeaders: [],
  ownWords: ['app.circleci.com', 'circleci.com/docs', 'support.circleci.com', 'circleci.com/api/'],
  links: {
    billing: 'https://app.circleci.com/home',
    keys: 'https://app.circleci.com/settings/user/tokens',
    limits: API,
    support: 'https://support.circleci.com',
  },
  statusPage: { page: 'https://status.circleci.com', api: { kind: 'statuspage', url: 'https://status.circleci.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://circleci.com/api/v2/me',
    says: 'Tells whose token it is.',
    source: 'https://circleci.com/docs/api/v2/#operation/getCurrentUser',
  },
  rules: [
    {
      when: { message: /\b(?:run out of|out of|no|exhausted|insufficient|not enough|used all(?: of)?(?: your)?)\b.{0,20}\bcredits\b/i },
      cause: 'credits-exhausted',
      note: "The organisation's credits are used up: free ones come back when the plan's period begins anew, paid ones are bought.",
      source: 'https://github.com/circleci/circleci-docs/issues/4834',
    },
    {
      when: {
        message:
          /\b(?:resource class|macos|machine executor|gpu)\b.{0,60}\b(?:not available|upgrade|not (?:included|enabled))\b.{0,40}\bplan\b/i,
      },
      cause: 'plan-required',
      source: CREDITS,
    },
    {
      when: { message: 'block-unregistered' },
      cause: 'permission-denied',
      note: 'The commit is by somebody who is no user of the organisation at CircleCI: the setting that blocks unregistered users stopped it.',
      source: CREDITS,
    },
    { when: { message: 'you must log in first' }, cause: 'credentials-missing', source: API },
  ],
} satisfies Provider;
