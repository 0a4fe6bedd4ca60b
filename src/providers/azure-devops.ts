import type { Provider } from '../model/provider.ts';

const LIMITS = 'https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits';
const TOKENS = 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate';
const EXPIRED = 'https://github.com/microsoft/azure-pipelines-tasks/issues/18732';
const PARALLEL = 'https://learn.microsoft.com/azure/devops/pipelines/licensing/concurrent-jobs';

export default {
  title: 'Azure DevOps',
  kind: 'vendor',
  hosts: ['dev.azure.com', '.dev.azure.com', '.visualstudio.com'],
  keys: [],
  keyEnvironment: ['AZURE_DEVOPS_EXT_PAT', 'SYSTEM_ACCESSTOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-vss-e2eid', 'activityid'],
  ownHeaders: ['x-tfs-*', 'x-vss-*'],
  ownWords: [
    'dev.azure.com',
    'microsoft.visualstudio.services',
    'microsoft.teamfoundation',
    'tf400733',
    'tf400813',
    'tf401019',
    'azure devops',
    'azure pipelines',
    'no hosted parallelism has been purchased',
  ],
  names: ['azure-devops', 'azdo', 'vsts'],
  links: {
    billing: 'https://dev.azure.com',
    keys: 'https://dev.azure.com',
    limits: LIMITS,
    errors: 'https://learn.microsoft.com/azure/devops/user-guide/troubleshoot-azure-devops',
    support: 'https://developercommunity.visualstudio.com/AzureDevOps',
  },
  supportAsks: ['the name of the organisation', 'the activity id'],
  statusPage: { page: 'https://status.dev.azure.com' },
  rules: [
    {
      when: { message: 'no hosted parallelism has been purchased or granted' },
      cause: 'plan-required',
      note: 'The organisation has no Microsoft-hosted job: ask for the free grant, or buy a parallel job.',
      source: PARALLEL,
    },
    {
      when: { message: 'TF400733' },
      cause: 'rate-limited',
      note: 'The throughput units of this user within five minutes; slower or cheaper calls help, more cannot be bought.',
      source: LIMITS,
    },
    { when: { message: 'personal access token used has expired' }, cause: 'credentials-invalid', source: EXPIRED },
    {
      when: { message: /\bTF400813:[^\n]{0,40}?\buser\s+''\s+is\s+not\s+authorized\b/i },
      cause: 'credentials-invalid',
      note: 'No user was recognised: the token is wrong, has ended, or is of another organisation.',
      source: 'https://github.com/microsoft/azure-devops-auth-samples/issues/52',
      alternatives: ['credentials-missing', 'key-scope-mismatch'],
    },
    {
      when: { message: 'TF400813' },
      cause: 'permission-denied',
      note: 'The user is known and is not in the organisation or project, or the token lacks the scope; a rule of conditional access answers the same.',
      source: 'https://github.com/Azure/azure-cli/issues/24108',
      alternatives: ['credentials-invalid', 'access-blocked'],
    },
    {
      when: { message: 'TF401019' },
      cause: 'not-found',
      note: 'The repository does not exist, or this identity may not see it.',
      source: TOKENS,
      alternatives: ['permission-denied'],
    },
  ],
} satisfies Provider;
