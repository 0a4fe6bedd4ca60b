import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.dev.runwayml.com/api-details/errors';
const TIERS = 'https://docs.dev.runwayml.com/usage/tiers';

const dayIsUsedUp: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: "The organisation's generations of the last 24 hours are used up for this model; a higher tier allows more.",
  source: TIERS,
  alternatives: ['rate-limited'],
  waiting: 'helps',
};

/** Runway queues what is over the concurrency limit; a 429 is about the number of generations of a day. */
export default {
  title: 'Runway',
  kind: 'vendor',
  hosts: ['api.dev.runwayml.com'],
  keys: [],
  keyEnvironment: ['RUNWAYML_API_SECRET'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  requiredHeaders: ['x-runway-version'],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: ['runwayml.com', 'runwayml_api_secret', '@runwayml/sdk', 'you do not have enough credits to run this task'],
  names: ['runwayml', 'runway ml'],
  links: {
    billing: 'https://dev.runwayml.com',
    usage: 'https://dev.runwayml.com',
    keys: 'https://dev.runwayml.com',
    limits: TIERS,
    errors: ERRORS,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.dev.runwayml.com/v1/organization',
    says: 'Tells the credits that are left and the generations of the day; it needs the header field X-Runway-Version as every call does.',
    source: 'https://github.com/runwayml/sdk-node/blob/main/src/resources/organization.ts',
  },
  rules: [
    {
      when: { message: 'enough credits to run this task' },
      cause: 'credits-exhausted',
      note: "Credits of the API are not those of Runway's web application.",
      source: ERRORS,
    },
    { when: { status: 429, message: /\b(?:too many|limit)\b/i }, ...dayIsUsedUp },
    { when: { status: 429 }, ...dayIsUsedUp },
    {
      when: { status: [502, 503] },
      cause: 'overloaded',
      note: 'Runway sheds load with this status.',
      source: ERRORS,
    },
  ],
} satisfies Provider;
