import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const LOGS = 'https://docs.github.com/en/copilot/how-tos/troubleshoot-copilot/view-logs';
const SECRETS = "VS Code's secret storage, in the system's keychain";

export default {
  title: 'GitHub Copilot in VS Code',
  names: ['copilot', 'github-copilot', 'vscode', 'vs-code'],
  page: { title: 'Troubleshooting GitHub Copilot', url: 'https://docs.github.com/en/copilot/how-tos/troubleshoot-copilot' },
  marks: [inEditor('Code', 'User/globalStorage/github.copilot-chat'), inEditor('Code', 'User/globalStorage/github.copilot')],
  settings: [{ at: inEditor('Code', 'User/settings.json'), format: 'json', only: ['http.', 'github.copilot'], source: EDITOR_SETTINGS }],
  variables: [],
  baseUrlVariables: [],
  // https://docs.github.com/en/copilot/concepts/network-settings
  proxyVariables: true,
  login: {
    account: 'a GitHub account',
    files: [],
    kept: { linux: SECRETS, darwin: SECRETS, win32: SECRETS },
    source: 'https://docs.github.com/en/copilot/how-tos/troubleshoot-copilot/troubleshoot-common-issues',
  },
  order: ['login'],
  logs: [{ at: inEditor('Code', 'logs'), names: 'github\\.copilot.*\\.log$', source: LOGS }],
  signIn: 'Sign out of GitHub in VS Code (Accounts, at the lower left) and sign in again.',
  web: { title: 'Copilot on the web', url: 'https://github.com/copilot' },
  update: 'Update it: Extensions, GitHub Copilot Chat, Update; and VS Code itself.',
} satisfies ClientProfile;
