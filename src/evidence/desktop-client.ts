import { callingClient } from '../model/calling-client.ts';
import type { ClientSetup } from '../model/client-setup.ts';
import type { LocalProbe } from '../model/probe.ts';
import { clients } from '../parse/clients/all.ts';
import { clientSetup } from './world/client-setup.ts';

export default {
  title: 'How the client is set up here',
  explains:
    'Where a desktop or command-line client made the call (Claude Code, Codex, Cursor, Copilot and their kin): which key or login it ' +
    'would use and from where, what in the environment comes before its login, where its calls go, and the last failures in its logs. ' +
    'It reads the settings and the ends of the logs of that client alone, and sends nothing; keys are told by their masks.',
  async look({ exchange }, machine) {
    const client = callingClient(exchange);
    const profile = client && clients[client.id];
    if (!profile) return { skip: 'no desktop or command-line client is known to have made this call' };
    return clientSetup(client.id, profile, machine);
  },
} satisfies LocalProbe<ClientSetup>;
