/** After a run: who is told of what changed, the balances that are kept, and the state file. */
import type { NoticeSettings } from '../../evidence/world/notify.ts';
import { usageOf, withReading, type Reading } from './burn-rate.ts';
import { changeOf, signOf, standingOf, type Change, type Standing } from './notify/changes.ts';
import type { Delivered, Notifier } from './notify/notifiers.ts';
import { withChecks, writeState, type CheckState, type State, type Told } from './state.ts';
import type { CheckResult, NotificationResult, RunResult } from './types.ts';

export type KeepOptions = Omit<NoticeSettings, 'seconds'> & {
  path: string;
  before: State;
  notifiers: readonly Notifier[];
  failOn: readonly string[] | undefined;
};

/** Of one check at one notifier; more are not told apart. */
const MOST_SIGNS = 50;

/**
 * Tells the notifiers what they do not know yet, writes the state file, and gives the result with what became of that, and with
 * the balances over time. It never rejects. A run that was interrupted is told to nobody and changes nothing.
 */
export async function keepState(run: RunResult, options: KeepOptions): Promise<RunResult> {
  if (options.signal.aborted) return run;
  const entries = new Map(options.before.checks.map((check) => [check.name, check]));
  const results = run.checks.filter(({ outcome }) => outcome !== 'skipped');
  const standings = new Map(results.map((result) => [result.name, standingOf(result, options.failOn)]));
  const told = await Promise.all(
    options.notifiers.map((notifier) => {
      const known = (result: CheckResult): Pending[] => {
        const change = changeOf(result, standings.get(result.name), entries.get(result.name), notifier.id, run.at);
        return change ? [{ name: result.name, change }] : [];
      };
      return deliver(notifier, results.flatMap(known), run, options);
    }),
  );
  const checks = results.map((result) => {
    const reached = told.filter(({ names }) => names.has(result.name)).map(({ notification }) => notification.notifier);
    return entryOf(result, standings.get(result.name), entries.get(result.name), reached, run.at);
  });
  const histories = new Map(checks.map(({ name, balances }) => [name, balances]));
  const warnings = written(options.path, withChecks(options.before, checks, run.at));
  return {
    ...run,
    checks: run.checks.map((result) => withUsage(result, histories.get(result.name) ?? [])),
    notifications: told.map(({ notification }) => notification).filter((each) => each.checks.length > 0),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** A change, and the check's name as the results have it. */
type Pending = { name: string; change: Change };
type Sent = { notification: NotificationResult; names: ReadonlySet<string> };

async function deliver({ id, kind, ...notifier }: Notifier, pending: Pending[], run: RunResult, options: KeepOptions): Promise<Sent> {
  const checks = pending.map(({ name, change }) => ({ name, change: change.kind }));
  const head = { notifier: id, kind, checks };
  if (pending.length === 0) return { notification: { ...head, outcome: 'sent' }, names: new Set() };
  const { at, file, summary, tool } = run;
  const { environment, signal, origins } = options;
  const { changes, problem } = await notifier
    .deliver(
      { at, file, summary, tool, changes: pending.map(({ change }) => change) },
      { environment, signal, ...(origins && { origins }) },
    )
    // Whatever it is, the result of the checks comes before it.
    .catch((): Delivered => ({ changes: [], problem: 'it could not be sent' }));
  const names = new Set(pending.filter(({ change }) => changes.includes(change)).map(({ name }) => name));
  return { notification: problem === undefined ? { ...head, outcome: 'sent' } : { ...head, outcome: 'failed', says: problem }, names };
}

/** What is known of a check after this run. What did not reach a notifier is told to it the next time. */
function entryOf(
  result: CheckResult,
  standing: Standing | undefined,
  before: CheckState | undefined,
  reached: readonly string[],
  now: string,
): CheckState {
  const stands = standing ?? before?.standing;
  const told = before?.told ?? [];
  const others = told.filter(({ notifier }) => !reached.includes(notifier));
  const news = standing === 'failing' ? reached.map((notifier) => toldOf(notifier, result, told, now)) : [];
  return {
    ...before,
    name: result.name,
    ...(stands !== undefined && { standing: stands, since: before?.standing === stands ? (before.since ?? now) : now }),
    at: now,
    told: [...others, ...news],
    balances: balancesOf(result, before),
  };
}

function toldOf(notifier: string, result: CheckResult, told: readonly Told[], now: string): Told {
  const before = told.find((each) => each.notifier === notifier);
  return { ...before, notifier, signs: [...(before?.signs ?? []), signOf(result)].slice(-MOST_SIGNS), at: now };
}

function balancesOf({ balance }: CheckResult, before: CheckState | undefined): CheckState['balances'] {
  const history = before?.balances ?? [];
  const { remaining, granted, used, unit, at } = balance ?? {};
  const left = remaining ?? (granted !== undefined && used !== undefined ? granted - used : undefined);
  if (at === undefined || left === undefined || !Number.isFinite(left)) return history;
  return withReading(history, { at, remaining: left, ...(unit !== undefined && { unit }) });
}

function withUsage(result: CheckResult, history: readonly Reading[]): CheckResult {
  const usage = usageOf(history);
  return usage ? { ...result, usage } : result;
}

/** Writes the state; where that fails there is nothing lost but this run's part of it. */
function written(path: string, state: State): string[] {
  try {
    writeState(path, state);
    return [];
  } catch (error) {
    return [`The state file ${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`];
  }
}
