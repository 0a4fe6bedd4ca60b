import type { ClientProfile } from '../../model/client-setup.ts';

const AUTHENTICATION = 'https://code.claude.com/docs/en/authentication';
const SETTINGS = 'https://code.claude.com/docs/en/settings';
const IN_PLACE = 'is used in place of the login, and billed to its own account';

export default {
  title: 'Claude Code',
  names: ['claude', 'claude-cli', 'claudecode'],
  page: { title: 'Authentication in Claude Code', url: AUTHENTICATION },
  marks: ['$CLAUDE_CONFIG_DIR|~/.claude|', '~/.claude.json'],
  settings: [
    { at: './.claude/settings.local.json', format: 'json', source: SETTINGS },
    { at: './.claude/settings.json', format: 'json', source: SETTINGS },
    { at: '$CLAUDE_CONFIG_DIR|~/.claude|/settings.json', format: 'json', source: SETTINGS },
  ],
  variables: [
    {
      name: 'CLAUDE_CODE_USE_BEDROCK',
      open: true,
      cloud: true,
      instead: 'sends every call to Amazon Bedrock, past the login',
      source: AUTHENTICATION,
    },
    {
      name: 'CLAUDE_CODE_USE_VERTEX',
      open: true,
      cloud: true,
      instead: 'sends every call to Google Vertex AI, past the login',
      source: AUTHENTICATION,
    },
    {
      name: 'CLAUDE_CODE_USE_FOUNDRY',
      open: true,
      cloud: true,
      instead: 'sends every call to Microsoft Foundry, past the login',
      source: AUTHENTICATION,
    },
    { name: 'ANTHROPIC_AUTH_TOKEN', instead: IN_PLACE, source: AUTHENTICATION },
    { name: 'ANTHROPIC_API_KEY', instead: IN_PLACE, source: AUTHENTICATION },
    { name: 'apiKeyHelper', open: true, instead: 'is a command whose key is used in place of the login', source: SETTINGS },
    { name: 'CLAUDE_CODE_OAUTH_TOKEN', instead: 'is used in place of the login', source: AUTHENTICATION },
  ],
  baseUrlVariables: ['ANTHROPIC_BASE_URL', 'ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_VERTEX_BASE_URL'],
  // https://code.claude.com/docs/en/network-config
  proxyVariables: true,
  login: {
    account: 'a Claude subscription or Console account',
    files: [
      {
        at: '$CLAUDE_CONFIG_DIR|~/.claude|/.credentials.json',
        signedIn: ['claudeAiOauth.accessToken'],
        expires: 'claudeAiOauth.expiresAt',
        renews: 'claudeAiOauth.refreshToken',
      },
    ],
    kept: { darwin: 'the macOS Keychain' },
    source: AUTHENTICATION,
  },
  order: ['variables', 'settings', 'login'],
  logs: [
    { at: '$CLAUDE_CONFIG_DIR|~/.claude|/debug', names: '\\.(?:txt|log)$', source: 'https://code.claude.com/docs/en/troubleshooting' },
  ],
  signIn: 'Sign in again: run claude, then /logout and /login.',
  web: { title: 'Claude on the web', url: 'https://claude.ai' },
  update: 'Update it: claude update.',
} satisfies ClientProfile;
