import type { ClientProfile } from '../../model/client-setup.ts';

const AUTHENTICATION = 'https://geminicli.com/docs/get-started/authentication';
const CONFIGURATION = 'https://geminicli.com/docs/reference/configuration';

export default {
  title: 'Gemini CLI',
  names: ['gemini', 'google-gemini'],
  page: { title: 'Authentication in Gemini CLI', url: AUTHENTICATION },
  marks: ['~/.gemini/settings.json', '~/.gemini/oauth_creds.json', '~/.gemini/.env', './.gemini'],
  settings: [
    {
      at: {
        linux: '/etc/gemini-cli/settings.json',
        darwin: '/Library/Application Support/GeminiCli/settings.json',
        win32: 'C:/ProgramData/gemini-cli/settings.json',
      },
      format: 'json',
      source: CONFIGURATION,
    },
    { at: './.gemini/settings.json', format: 'json', source: CONFIGURATION },
    { at: '~/.gemini/settings.json', format: 'json', source: CONFIGURATION },
    { at: './.gemini/.env', format: 'env', source: AUTHENTICATION },
    { at: './.env', format: 'env', source: AUTHENTICATION },
    { at: '~/.gemini/.env', format: 'env', source: AUTHENTICATION },
    { at: '~/.env', format: 'env', source: AUTHENTICATION },
  ],
  variables: [
    { name: 'GEMINI_API_KEY', instead: 'takes the place of the Google login where no method was chosen (/auth)', source: AUTHENTICATION },
    { name: 'GOOGLE_API_KEY', instead: 'takes the place of the Google login where Vertex AI was chosen (/auth)', source: AUTHENTICATION },
    {
      name: 'GOOGLE_GENAI_USE_VERTEXAI',
      open: true,
      cloud: true,
      instead: 'sends the calls to Vertex AI, past the Google login',
      source: CONFIGURATION,
    },
    {
      name: 'GOOGLE_CLOUD_PROJECT',
      open: true,
      instead: "makes the login count as an organisation's: its licence and quota are used, not your own",
      source: AUTHENTICATION,
    },
    { name: 'GOOGLE_APPLICATION_CREDENTIALS', open: true, source: AUTHENTICATION },
  ],
  baseUrlVariables: ['GOOGLE_GEMINI_BASE_URL', 'GOOGLE_VERTEX_BASE_URL'],
  proxyVariables: true,
  login: {
    account: 'a Google account',
    files: [
      { at: '~/.gemini/oauth_creds.json', signedIn: ['access_token', 'refresh_token'], expires: 'expiry_date', renews: 'refresh_token' },
    ],
    source: AUTHENTICATION,
  },
  order: ['login', 'variables', 'settings'],
  logs: [],
  signIn: 'Sign in again: run gemini, then /auth.',
  web: { title: 'Gemini on the web', url: 'https://gemini.google.com' },
  update: 'Update it: npm install -g @google/gemini-cli@latest, or as it was installed.',
} satisfies ClientProfile;
