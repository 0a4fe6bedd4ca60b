import type { Provider } from '../model/provider.ts';

export default {
  title: 'NVIDIA NIM',
  kind: 'vendor',
  hosts: ['integrate.api.nvidia.com', 'ai.api.nvidia.com', 'api.nvcf.nvidia.com'],
  keys: [{ pattern: 'nvapi-[a-zA-Z0-9_-]{64}', means: 'NVIDIA API key', sample: `nvapi-${'Example0'.repeat(8)}` }],
  keyEnvironment: ['NVIDIA_API_KEY', 'NVIDIA_NIM_API_KEY', 'NGC_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['nvcf-reqid'],
  ownHeaders: ['nvcf-*'],
  ownWords: [
    'integrate.api.nvidia.com',
    'api.nvcf.nvidia.com',
    'build.nvidia.com',
    'nvidia_nimexception',
    'nvidianimexception',
    'please contact nvidia representatives',
    'worker local total request limit reached',
  ],
  names: ['nvidia', 'nvidia nim', 'nvidia_nim', 'nvidia-nim', 'nvcf'],
  links: {
    billing: 'https://build.nvidia.com/settings',
    keys: 'https://build.nvidia.com/settings/api-keys',
    errors: 'https://docs.api.nvidia.com/nim/',
    support: 'https://forums.developer.nvidia.com',
  },
  rules: [
    {
      when: { message: 'cloud credits expired' },
      cause: 'credits-exhausted',
      note: 'The trial credits of the account are used up or have expired; they cannot be bought again by oneself.',
      source: 'https://github.com/NVIDIA/nvcf',
      alternatives: ['subscription-inactive'],
    },
    {
      when: { message: 'worker local total request limit reached' },
      cause: 'overloaded',
      note: "The limit of the shared worker that serves this model, not of this account's key.",
      source: 'https://github.com/anomalyco/opencode/issues/35265',
      alternatives: ['rate-limited'],
    },
    {
      when: { message: /\bfunction .{0,80}not found for account\b/i },
      cause: 'not-found',
      note: 'The model was taken off the catalogue, or this account may not call it: look at the list of build.nvidia.com.',
      source: 'https://github.com/Alishahryar1/free-claude-code/issues/1021',
      alternatives: ['permission-denied'],
    },
    {
      when: { status: 403, message: 'authorization failed' },
      cause: 'permission-denied',
      note: 'A wrong or expired key gets this answer as well.',
      source: 'https://github.com/dmMaze/BallonsTranslator/issues/1233',
      alternatives: ['credentials-invalid'],
    },
  ],
} satisfies Provider;
