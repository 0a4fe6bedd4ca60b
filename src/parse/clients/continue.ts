import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const CONFIGURATION = 'https://docs.continue.dev/customize/deep-dives/configuration';
const TROUBLESHOOTING = 'https://docs.continue.dev/troubleshooting';

export default {
  title: 'Continue',
  names: ['continue.dev', 'continuedev'],
  page: { title: 'Troubleshooting Continue', url: TROUBLESHOOTING },
  marks: ['~/.continue'],
  settings: [
    { at: '~/.continue/config.yaml', format: 'yaml', source: CONFIGURATION },
    { at: '~/.continue/config.json', format: 'json', source: CONFIGURATION },
    { at: '~/.continue/.env', format: 'env', source: CONFIGURATION },
    { at: './.continue/.env', format: 'env', source: CONFIGURATION },
    { at: inEditor('Code', 'User/settings.json'), format: 'json', only: ['http.', 'continue.'], source: EDITOR_SETTINGS },
  ],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: true,
  order: ['settings'],
  logs: [
    { at: '~/.continue/logs', names: '\\.log$', source: TROUBLESHOOTING },
    { at: '~/.continue/core.log', source: TROUBLESHOOTING },
  ],
  signIn: 'Put the key anew into ~/.continue/config.yaml (apiKey of the model), and reload the window.',
  update: 'Update it: Extensions, Continue, Update.',
} satisfies ClientProfile;
