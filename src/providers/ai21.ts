import type { Provider } from '../model/provider.ts';

export default {
  title: 'AI21',
  kind: 'vendor',
  hosts: ['api.ai21.com'],
  keys: [],
  keyEnvironment: ['AI21_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.ai21.com', 'studio.ai21.com', 'docs.ai21.com', 'ai21.errors', 'ai21exception', 'ai21_api_key'],
  names: ['ai21'],
  links: {},
  rules: [],
} satisfies Provider;
