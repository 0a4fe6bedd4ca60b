import type { Provider } from '../model/provider.ts';

const LINES = 'https://docs.sonarsource.com/sonarqube-cloud/managing-your-subscription/subscription-plans';
const TOKEN = 'https://github.com/chef/automate/issues/4777';

export default {
  title: 'SonarQube Cloud (SonarCloud)',
  kind: 'vendor',
  hosts: ['sonarcloud.io', 'api.sonarcloud.io'],
  keys: [],
  keyEnvironment: ['SONAR_TOKEN', 'SONARCLOUD_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['maximum allowed lines limit'],
  names: ['sonarcloud', 'sonarqube cloud'],
  links: {
    billing: 'https://sonarcloud.io/account/organizations',
    keys: 'https://sonarcloud.io/account/security',
    limits: LINES,
    support: 'https://community.sonarsource.com',
  },
  statusPage: { page: 'https://status.sonarqube.com' },
  knownGood: {
    method: 'GET',
    url: 'https://sonarcloud.io/api/authentication/validate',
    says: 'Says "valid": true for a good token; a wrong one is answered with 200 as well.',
    source: 'https://sonarcloud.io/web_api/api/authentication',
  },
  rules: [
    {
      when: { message: 'maximum allowed lines limit' },
      cause: 'plan-required',
      alternatives: ['quota-exhausted'],
      note: 'The private projects of the organisation hold more lines of code than its plan: analyse less, make the project public, or take a larger plan. Waiting does not help.',
      source: LINES,
    },
    {
      when: { message: "you're not authorized to run analysis" },
      cause: 'permission-denied',
      alternatives: ['credentials-invalid', 'credentials-missing'],
      note: 'SONAR_TOKEN is missing, wrong, or of a user who may not analyse this project; pull requests from forks get no secret.',
      source: TOKEN,
    },
  ],
} satisfies Provider;
