import type { Provider } from '../model/provider.ts';

const CREDITS = 'https://docs.lovable.dev/introduction/credits-and-usage';

/** The AI gateway of apps that were made with Lovable: the workspace that the app belongs to pays, not who uses the app. */
export default {
  title: 'Lovable',
  kind: 'vendor',
  hosts: ['ai.gateway.lovable.dev', 'api.lovable.dev'],
  keys: [],
  keyEnvironment: ['LOVABLE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['gateway.lovable.dev', 'lovable ai workspace', 'docs.lovable.dev'],
  names: ['lovable.dev', 'lovable ai'],
  links: { billing: CREDITS, usage: CREDITS },
  rules: [
    {
      when: { message: 'add funds to your lovable ai workspace' },
      cause: 'credits-exhausted',
      note: 'The credits of the workspace that owns the app are used up: its owner adds some in the plan settings.',
      source: CREDITS,
    },
    { when: { status: 402 }, cause: 'credits-exhausted', source: CREDITS },
  ],
} satisfies Provider;
