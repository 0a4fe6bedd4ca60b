import type { ClientProfile } from '../../model/client-setup.ts';

const CONFIGURATION = 'https://opencode.ai/docs/config';
const TROUBLESHOOTING = 'https://opencode.ai/docs/troubleshooting';
const PROVIDERS = 'https://opencode.ai/docs/providers';

export default {
  title: 'opencode',
  names: ['open-code'],
  page: { title: 'Troubleshooting opencode', url: TROUBLESHOOTING },
  marks: ['$XDG_CONFIG_HOME|~/.config|/opencode', '$XDG_DATA_HOME|~/.local/share|/opencode', './opencode.json', './opencode.jsonc'],
  settings: [
    { at: './opencode.json', format: 'json', source: CONFIGURATION },
    { at: './opencode.jsonc', format: 'json', source: CONFIGURATION },
    { at: '$XDG_CONFIG_HOME|~/.config|/opencode/opencode.json', format: 'json', source: CONFIGURATION },
    { at: '$XDG_CONFIG_HOME|~/.config|/opencode/opencode.jsonc', format: 'json', source: CONFIGURATION },
  ],
  variables: [
    { name: 'ANTHROPIC_API_KEY', source: PROVIDERS },
    { name: 'OPENAI_API_KEY', source: PROVIDERS },
    { name: 'GEMINI_API_KEY', source: PROVIDERS },
    { name: 'OPENROUTER_API_KEY', source: PROVIDERS },
    { name: 'OPENCODE_API_KEY', source: PROVIDERS },
  ],
  baseUrlVariables: [],
  // https://opencode.ai/docs/network
  proxyVariables: true,
  login: {
    account: 'the providers added with /connect or opencode auth login',
    files: [{ at: '$XDG_DATA_HOME|~/.local/share|/opencode/auth.json', signedIn: ['*.access', '*.refresh'], keys: ['*.key'] }],
    source: PROVIDERS,
  },
  order: ['settings', 'login', 'variables'],
  logs: [{ at: '$XDG_DATA_HOME|~/.local/share|/opencode/log', names: '\\.log$', source: TROUBLESHOOTING }],
  signIn: 'Sign in again: opencode auth logout, then opencode auth login.',
  web: { title: 'opencode Zen', url: 'https://opencode.ai/zen' },
  update: 'Update it: opencode upgrade.',
} satisfies ClientProfile;
