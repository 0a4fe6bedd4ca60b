import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://ppio.cn/docs/model/error';

const provider: Provider = {
  title: 'PPIO',
  kind: 'vendor',
  hosts: ['api.ppinfra.com', 'api.ppio.com'],
  keys: [],
  keyEnvironment: ['PPIO_API_KEY', 'PPINFRA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['ppinfra.com', 'ppio.com', 'ppio.cn'],
  names: ['ppio', 'ppinfra', '派欧云', '派欧算力云'],
  links: { errors: ERRORS },
  rules: [
    {
      when: { status: [503, 504] },
      cause: 'overloaded',
      note: 'The nodes of the model are busy; a long answer gets through the time limit more easily as a stream.',
      source: ERRORS,
      alternatives: ['service-unavailable'],
    },
  ],
};

export default provider;
