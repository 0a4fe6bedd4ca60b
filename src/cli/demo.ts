/** `diagnose demo`: the main job on an embedded failure, with a real server and a real request. */
import providers from '#units/providers';
import { interpret, judge } from '../diagnose.ts';
import { answerOf, type Replay } from '../model/evidence.ts';
import { UnreadableInput } from '../model/capture.ts';
import { sealExchange } from '../parse/seal.ts';
import { answered, print } from './diagnose-command.ts';
import { scenarios, type Scenario } from './demo/scenarios.ts';
import { startDemo } from './demo/server.ts';
import { UsageError } from './errors.ts';
import { gatherLive } from './live.ts';
import { nearest } from './nearest.ts';
import type { MainOptions } from './options.ts';
import { writeAll } from './terminal.ts';

export type DemoOptions = { list?: boolean; serve?: boolean; format: string; color: MainOptions['color'] };

function scenarioOf(name: string | undefined): Scenario {
  const scenario = name === undefined ? scenarios[0] : scenarios.find(({ id }) => id === name);
  if (scenario) return scenario;
  const ids = scenarios.map(({ id }) => id);
  const near = nearest(name ?? '', ids);
  throw new UsageError(`There is no scenario '${name}'.`, near ? `Did you mean: diagnose demo ${near}` : `There are: ${ids.join(', ')}.`);
}

/** Plays one scenario, lists them, or keeps the server running. Gives the exit code: 0, because a demo that fails as it should is fine. */
export async function demoCommand(name: string | undefined, options: DemoOptions): Promise<number> {
  if (options.list) {
    const width = Math.max(...scenarios.map(({ id }) => id.length));
    writeAll(1, `${scenarios.map(({ id, title }) => `${id.padEnd(width)}  ${title}`).join('\n')}\n`);
    return 0;
  }
  const scenario = scenarioOf(name);
  return options.serve ? serve(scenario) : play(scenario, options);
}

async function play(scenario: Scenario, options: DemoOptions): Promise<number> {
  const server = await startDemo(scenario);
  try {
    writeAll(2, `A server on loopback (${server.origin}) plays ${scenario.origin.replace('https://', '')}: ${scenario.title}.\n`);
    const exchange = sealExchange({
      source: { shape: 'curl-command' },
      request: {
        method: scenario.method,
        url: `${scenario.origin}${scenario.path}`,
        headers: Object.entries(scenario.requestHeaders).map(([field, value]) => ({ name: field, value })),
        ...(scenario.requestBody && { body: JSON.stringify(scenario.requestBody) }),
      },
    });
    const hints = { now: new Date() };
    const { evidence } = await gatherLive(exchange, {
      given: true,
      options: { timeout: 10 },
      hints,
      origins: originsOf(scenario, server.origin),
    });
    const replay = answerOf<Replay>(evidence, 'replay');
    if (replay?.outcome !== 'answered')
      throw new UnreadableInput(
        'The demo server could not be reached on loopback.',
        'See whether something forbids connections to 127.0.0.1.',
      );
    writeAll(2, '\n');
    const diagnosis = await judge(await interpret(answered(exchange, evidence), hints), evidence, { now: hints.now });
    await print(diagnosis, { format: options.format, color: options.color }, `diagnose demo ${scenario.id} --format ticket`);
    return 0;
  } finally {
    await server.close();
  }
}

async function serve(scenario: Scenario): Promise<number> {
  const server = await startDemo(scenario);
  writeAll(
    1,
    `${scenario.title}, served at ${server.origin} until Ctrl-C. In another terminal:\n\n  curl -sS -i ${server.origin}${scenario.path} | npx diagnose\n`,
  );
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await server.close();
  return 0;
}

/** Every origin that the scenario's probes may ask is served here, so that nothing leaves the machine. */
function originsOf(scenario: Scenario, origin: string): Record<string, string> {
  const profile = scenario.provider === undefined ? undefined : providers[scenario.provider];
  const asked = [scenario.origin, profile?.statusPage?.api?.url, profile?.balance?.url].filter((url) => url !== undefined);
  return Object.fromEntries(asked.map((url) => [new URL(url).origin, origin]));
}
