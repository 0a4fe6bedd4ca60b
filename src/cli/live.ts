/** Asking the world, with a person's leave: what is sent is shown first, and named while it is under way. */
import probes from '#units/evidence';
import { interpret, type InterpretOptions } from '../diagnose.ts';
import { homedir } from 'node:os';
import { gather } from '../evidence/world/gather.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Machine } from '../model/probe.ts';
import type { Exchange } from '../model/exchange.ts';
import { visible } from '../model/format.ts';
import { UsageError } from './errors.ts';
import type { MainOptions } from './options.ts';
import { writeAll } from './terminal.ts';

export type Live = {
  /** The request stands on the command line, so that sending it is what was asked for. */
  given: boolean;
  options: Pick<MainOptions, 'yes' | 'input' | 'timeout' | 'logs' | 'gatewayLogs' | 'good'>;
  /** Why nothing is to be sent, where that is so. */
  offline?: string;
  hints: InterpretOptions;
  /** Origins that a server on loopback stands in for. */
  origins?: Record<string, string>;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** RFC 9110 §9.2.1: a method that is not safe may change something, or cost money, when it is sent again. Undefined for Ctrl-C. */
async function mayReplay({ request }: Exchange, { given, options }: Live): Promise<boolean | undefined> {
  if (!request || given || SAFE.has(request.method.toUpperCase()) || options.yes) return true;
  const line = visible(`${request.method} ${request.url ?? ''}`);
  writeAll(
    2,
    `To be sent again: ${line}\n${request.body === undefined ? '' : `  with a body of ${Buffer.byteLength(request.body)} bytes\n`}`,
  );
  if (options.input === false || !process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError(`${request.method} is not a safe method, and nobody can be asked here.`, 'Add --yes to send it again.');
  }
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const message = `Send this ${visible(request.method)} again? It may change something, or cost money.`;
  try {
    return (await prompt<{ yes: boolean }>([{ type: 'confirm', name: 'yes', message, default: false }])).yes;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}

/** What local probes may look at: this process's environment and folders, and the files that were named. */
const machineOf = ({ logs, gatewayLogs, good }: Live['options']): Machine => ({
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  folder: process.cwd(),
  files: {
    ...(logs !== undefined && { logs }),
    ...(gatewayLogs !== undefined && { 'gateway-logs': gatewayLogs }),
    ...(good !== undefined && { good }),
  },
});

/** Asks all probes side by side; each is named on stderr before it is sent. Ctrl-C ends the asking, and what is known is still judged. */
export async function gatherLive(exchange: Exchange, live: Live): Promise<{ evidence: Evidence; interrupted: boolean }> {
  const leave = live.offline === undefined ? await mayReplay(exchange, live) : true;
  const offline = live.offline ?? (leave ? undefined : 'you said no');
  const { provider, gateway } = await interpret(exchange, live.hints);
  const spinner = process.stderr.isTTY ? (await import('ora')).default({ stream: process.stderr, discardStdin: false }) : undefined;
  const underWay = new Set<string>();
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  const show = (): void => {
    if (!spinner) return;
    if (underWay.size === 0) spinner.stop();
    else spinner.start(`Asking: ${[...underWay].join(', ')}`);
  };
  try {
    const evidence = await gather(
      probes,
      { exchange, ...(provider && { provider }), ...(gateway && { gateway }) },
      {
        now: () => new Date(),
        ...(offline === undefined ? { replay: true } : { offline }),
        // What a server on loopback stands in for is nobody's real call.
        ...(live.origins === undefined && { machine: machineOf(live.options) }),
        timeoutSeconds: live.options.timeout,
        environment: process.env,
        signal: interruption.signal,
        ...(live.origins && { origins: live.origins }),
        onAsk(probe, method, url) {
          spinner?.stop();
          writeAll(2, `${probe}: ${method} ${visible(url)}\n`);
          underWay.add(probe);
          show();
        },
        onAnswer(probe) {
          underWay.delete(probe);
          show();
        },
      },
    );
    return { evidence, interrupted: leave === undefined || interruption.signal.aborted };
  } finally {
    process.off('SIGINT', interrupt);
    spinner?.stop();
  }
}
