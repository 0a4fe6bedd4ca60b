import type { ClientProfile } from '../../model/client-setup.ts';
import { EDITOR_SETTINGS, inEditor } from './editors.ts';

const PRIVACY = 'https://github.com/RooCodeInc/Roo-Code/blob/main/PRIVACY.md';
const SECRETS = "VS Code's secret storage, in the system's keychain";

export default {
  title: 'Roo Code',
  names: ['roo', 'roo-cline', 'roocode'],
  page: { title: 'API configuration profiles in Roo Code', url: 'https://docs.roocode.com/features/api-configuration-profiles' },
  marks: [inEditor('Code', 'User/globalStorage/rooveterinaryinc.roo-cline')],
  settings: [{ at: inEditor('Code', 'User/settings.json'), format: 'json', only: ['http.', 'roo-cline.'], source: EDITOR_SETTINGS }],
  variables: [],
  baseUrlVariables: [],
  proxyVariables: true,
  login: {
    account: 'a key per profile',
    files: [],
    kept: { linux: SECRETS, darwin: SECRETS, win32: SECRETS },
    source: PRIVACY,
  },
  order: ['login'],
  logs: [{ at: inEditor('Code', 'logs'), names: '(?:roo-cline|roo-code).*\\.log$', source: EDITOR_SETTINGS }],
  signIn: 'In the settings of Roo Code, enter the key of the profile in use anew.',
  update: 'Update it: Extensions, Roo Code, Update.',
} satisfies ClientProfile;
