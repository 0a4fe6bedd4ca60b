import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const CONFIGURATION = 'https://docs.cline.bot/getting-started/config';
const SECRETS = "VS Code's secret storage, where it is not in ~/.cline";

export default {
  title: 'Cline',
  names: ['claude-dev', 'saoudrizwan.claude-dev'],
  page: { title: 'Configuration of Cline', url: CONFIGURATION },
  marks: ['~/.cline', inEditor('Code', 'User/globalStorage/saoudrizwan.claude-dev')],
  settings: [
    { at: '~/.cline/data/settings/providers.json', format: 'json', source: CONFIGURATION },
    { at: inEditor('Code', 'User/settings.json'), format: 'json', only: ['http.', 'cline.'], source: EDITOR_SETTINGS },
  ],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: true,
  login: {
    account: 'a Cline account, or a key per provider',
    files: [],
    kept: { linux: SECRETS, darwin: SECRETS, win32: SECRETS },
    source: CONFIGURATION,
  },
  order: ['settings', 'login'],
  logs: [{ at: inEditor('Code', 'logs'), names: '(?:cline|claude-dev).*\\.log$', source: EDITOR_SETTINGS }],
  signIn: 'In the settings of Cline, sign out and in again, or enter the key of the provider anew.',
  web: { title: 'your account at Cline', url: 'https://app.cline.bot' },
  update: 'Update it: Extensions, Cline, Update.',
} satisfies ClientProfile;
