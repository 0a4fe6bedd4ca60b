import type { ClientProfile } from '../../model/client-setup.ts';

const AUTHENTICATION = 'https://developers.openai.com/codex/auth';
const VARIABLES = 'https://developers.openai.com/codex/environment-variables';

export default {
  title: 'Codex CLI',
  names: ['codex-cli', 'openai-codex', 'codex-vscode'],
  page: { title: 'Authentication in Codex', url: AUTHENTICATION },
  marks: ['$CODEX_HOME|~/.codex|'],
  settings: [
    { at: '$CODEX_HOME|~/.codex|/config.toml', format: 'toml', source: VARIABLES },
    { at: './.codex/config.toml', format: 'toml', source: VARIABLES },
  ],
  variables: [
    { name: 'CODEX_API_KEY', instead: 'is used in place of the login by codex exec, and billed as API usage', source: VARIABLES },
    {
      name: 'OPENAI_API_KEY',
      instead: 'took the place of the login in versions before September 2025; newer ones offer it at sign-in only',
      source: 'https://github.com/openai/codex/pull/3189',
    },
    { name: 'CODEX_ACCESS_TOKEN', instead: 'is used in place of the login', source: VARIABLES },
  ],
  baseUrlVariables: ['OPENAI_BASE_URL'],
  proxyVariables: true,
  login: {
    account: 'a ChatGPT plan, or an API key given at sign-in',
    files: [
      {
        at: '$CODEX_HOME|~/.codex|/auth.json',
        signedIn: ['tokens.access_token'],
        expires: 'tokens.access_token',
        renews: 'tokens.refresh_token',
        keys: ['OPENAI_API_KEY'],
      },
    ],
    source: AUTHENTICATION,
  },
  order: ['login', 'variables', 'settings'],
  logs: [{ at: '$CODEX_HOME|~/.codex|/log', names: '\\.log$', source: VARIABLES }],
  signIn: 'Sign in again: codex logout, then codex login; codex login status says as whom.',
  web: { title: 'Codex on the web', url: 'https://chatgpt.com/codex' },
  update: 'Update it: npm install -g @openai/codex@latest, or as it was installed.',
} satisfies ClientProfile;
