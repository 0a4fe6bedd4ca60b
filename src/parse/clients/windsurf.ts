import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const TROUBLESHOOTING = 'https://docs.windsurf.com/troubleshooting/windsurf-common-issues';
const DATABASE = "Windsurf's own database (state.vscdb)";

export default {
  title: 'Windsurf',
  names: ['codeium', 'cascade', 'devin-desktop'],
  page: { title: 'Troubleshooting Windsurf', url: TROUBLESHOOTING },
  marks: ['~/.codeium/windsurf', inEditor('Windsurf', 'User')],
  settings: [
    { at: inEditor('Windsurf', 'User/settings.json'), format: 'json', only: ['http.', 'windsurf.', 'codeium.'], source: EDITOR_SETTINGS },
  ],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: true,
  login: {
    account: 'a Windsurf account',
    files: [],
    kept: { linux: DATABASE, darwin: DATABASE, win32: DATABASE },
    source: TROUBLESHOOTING,
  },
  order: ['login'],
  logs: [{ at: inEditor('Windsurf', 'logs'), names: '\\.log$', source: TROUBLESHOOTING }],
  signIn: 'Sign out in Windsurf (your profile, at the upper right) and in again.',
  web: { title: 'your account at Windsurf', url: 'https://windsurf.com/subscription/usage' },
  update: 'Update it: in the command palette, Check for Updates; then restart it.',
} satisfies ClientProfile;
