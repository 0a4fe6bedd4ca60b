import type { ClientProfile } from '../../model/client-setup.ts';

const SERVERS = 'https://modelcontextprotocol.io/docs/develop/connect-local-servers';
const DEBUGGING = 'https://modelcontextprotocol.io/docs/tools/debugging';

const FOLDER = {
  linux: '$XDG_CONFIG_HOME|~/.config|/Claude',
  darwin: '~/Library/Application Support/Claude',
  win32: '$APPDATA|~/AppData/Roaming|/Claude',
};

const ELSEWHERE = "the app's own encrypted store";

export default {
  title: 'Claude Desktop',
  names: ['claude-app', 'claudedesktop'],
  page: { title: 'Claude help centre', url: 'https://support.claude.com' },
  marks: [FOLDER],
  settings: [
    {
      at: {
        linux: '$XDG_CONFIG_HOME|~/.config|/Claude/claude_desktop_config.json',
        darwin: '~/Library/Application Support/Claude/claude_desktop_config.json',
        win32: '$APPDATA|~/AppData/Roaming|/Claude/claude_desktop_config.json',
      },
      format: 'json',
      source: SERVERS,
    },
  ],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: false,
  login: {
    account: 'a Claude account',
    files: [],
    kept: { linux: ELSEWHERE, darwin: ELSEWHERE, win32: ELSEWHERE },
    source: 'https://support.claude.com',
  },
  order: ['login'],
  logs: [
    {
      at: {
        linux: '$XDG_CONFIG_HOME|~/.config|/Claude/logs',
        darwin: '~/Library/Logs/Claude',
        win32: '$APPDATA|~/AppData/Roaming|/Claude/logs',
      },
      names: '\\.log$',
      source: DEBUGGING,
    },
  ],
  signIn: 'Sign out in the app (your name, Log out), quit it, start it and sign in again.',
  web: { title: 'Claude on the web', url: 'https://claude.ai' },
  update: 'Update it: in its menu, Check for Updates, then restart it.',
} satisfies ClientProfile;
