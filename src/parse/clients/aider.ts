import type { ClientProfile } from '../../model/client-setup.ts';

const KEYS = 'https://aider.chat/docs/config/api-keys.html';
const DOTENV = 'https://aider.chat/docs/config/dotenv.html';
const YAML = 'https://aider.chat/docs/config/aider_conf.html';

export default {
  title: 'Aider',
  names: ['aider-chat'],
  page: { title: 'API keys in Aider', url: KEYS },
  marks: ['~/.aider', '~/.aider.conf.yml', './.aider.conf.yml', './.aider.chat.history.md'],
  settings: [
    { at: './.env', format: 'env', source: DOTENV },
    { at: '~/.env', format: 'env', source: DOTENV },
    { at: './.aider.conf.yml', format: 'yaml', source: YAML },
    { at: '~/.aider.conf.yml', format: 'yaml', source: YAML },
  ],
  variables: [
    { name: 'AIDER_OPENAI_API_KEY', source: KEYS },
    { name: 'AIDER_ANTHROPIC_API_KEY', source: KEYS },
    { name: 'OPENAI_API_KEY', source: KEYS },
    { name: 'ANTHROPIC_API_KEY', source: KEYS },
    { name: 'GEMINI_API_KEY', source: KEYS },
    { name: 'OPENROUTER_API_KEY', source: KEYS },
    { name: 'DEEPSEEK_API_KEY', source: KEYS },
  ],
  baseUrlVariables: ['AIDER_OPENAI_API_BASE', 'OPENAI_API_BASE', 'ANTHROPIC_API_BASE'],
  proxyVariables: true,
  order: ['settings', 'variables'],
  logs: [{ at: './.aider.chat.history.md', source: 'https://aider.chat/docs/config/options.html' }],
  signIn: 'Give it the key anew: aider --api-key provider=KEY; what it uses stands in the first lines it prints.',
  update: 'Update it: aider --upgrade.',
} satisfies ClientProfile;
