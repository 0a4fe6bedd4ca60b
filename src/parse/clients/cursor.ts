import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const TROUBLESHOOTING = 'https://docs.cursor.com/troubleshooting/troubleshooting-guide';
const DATABASE = "Cursor's own database (state.vscdb)";

export default {
  title: 'Cursor',
  names: ['cursor-ide', 'cursor-editor'],
  page: { title: 'Troubleshooting Cursor', url: TROUBLESHOOTING },
  marks: [inEditor('Cursor', 'User')],
  settings: [{ at: inEditor('Cursor', 'User/settings.json'), format: 'json', only: ['http.', 'cursor.'], source: EDITOR_SETTINGS }],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: true,
  login: {
    account: 'a Cursor account, or keys of your own (Cursor Settings, Models)',
    files: [],
    kept: { linux: DATABASE, darwin: DATABASE, win32: DATABASE },
    source: TROUBLESHOOTING,
  },
  order: ['login'],
  logs: [{ at: inEditor('Cursor', 'logs'), names: '\\.log$', source: TROUBLESHOOTING }],
  signIn: 'Sign out in Cursor Settings and in again; where it has your own key or base URL, see it under Models.',
  web: { title: 'your account at Cursor', url: 'https://cursor.com/dashboard' },
  update: 'Update it: in the command palette, Cursor: Attempt Update.',
} satisfies ClientProfile;
