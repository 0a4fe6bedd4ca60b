import type { ClientProfile } from '../../model/client-setup.ts';

const KEYS = 'https://zed.dev/docs/ai/use-api-access';
const SETTINGS = 'https://zed.dev/docs/configuring-zed';
const INSTEAD = 'comes before the key that was saved in Zed';
const KEYCHAIN = "the system's keychain";

export default {
  title: 'Zed',
  names: ['zed-editor'],
  page: { title: 'API access in Zed', url: KEYS },
  marks: [
    {
      linux: '$XDG_CONFIG_HOME|~/.config|/zed',
      darwin: '~/.config/zed',
      win32: '$APPDATA|~/AppData/Roaming|/Zed',
    },
  ],
  settings: [
    {
      at: {
        linux: '$XDG_CONFIG_HOME|~/.config|/zed/settings.json',
        darwin: '~/.config/zed/settings.json',
        win32: '$APPDATA|~/AppData/Roaming|/Zed/settings.json',
      },
      format: 'json',
      only: ['language_models', 'agent', 'proxy', 'server_url'],
      source: SETTINGS,
    },
  ],
  variables: ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'GEMINI_API_KEY', 'OPENROUTER_API_KEY', 'MISTRAL_API_KEY', 'DEEPSEEK_API_KEY'].map(
    (name) => ({ name, instead: INSTEAD, source: KEYS }),
  ),
  baseUrlVariables: [],
  proxyVariables: true,
  login: {
    account: 'a Zed account, and keys that were saved in Zed',
    files: [],
    kept: { linux: KEYCHAIN, darwin: KEYCHAIN, win32: KEYCHAIN },
    source: KEYS,
  },
  order: ['variables', 'login'],
  logs: [
    {
      at: {
        linux: '$XDG_DATA_HOME|~/.local/share|/zed/logs',
        darwin: '~/Library/Logs/Zed',
        win32: '$LOCALAPPDATA|~/AppData/Local|/Zed/logs',
      },
      names: '^Zed\\.log$',
      source: 'https://zed.dev/docs/troubleshooting',
    },
  ],
  signIn: 'Sign in again: in the command palette, client: sign out, then client: sign in.',
  web: { title: 'your account at Zed', url: 'https://zed.dev/account' },
  update: 'Update it: in the command palette, auto update: check.',
} satisfies ClientProfile;
