/** --state: what the run before found of each check, who was told of it, and the balances that were read. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { UnreadableInput } from '../../model/capture.ts';
import { UsageError } from '../errors.ts';
import { readInputFile } from '../input.ts';

const text = v.string();
const time = v.pipe(text, v.isoTimestamp());

/** Members that this version does not know are kept. */
const checkStateSchema = v.looseObject({
  name: text,
  /** As it counted; absent where it did not yet count. */
  standing: v.exactOptional(v.picklist(['fine', 'failing'])),
  /** Since when it stands so. */
  since: v.exactOptional(time),
  /** When it was last run. */
  at: time,
  /** Who was told that it fails, and for what. */
  told: v.array(v.looseObject({ notifier: text, signs: v.array(text), at: time })),
  balances: v.array(v.looseObject({ at: time, remaining: v.number(), unit: v.exactOptional(text) })),
});
const stateSchema = v.looseObject({ schema: v.literal(1), checks: v.array(checkStateSchema) });

export type CheckState = v.InferOutput<typeof checkStateSchema>;
export type State = v.InferOutput<typeof stateSchema>;
export type Told = CheckState['told'][number];

/** Checks that the file has no more are forgotten after this time. */
const FORGOTTEN = 30 * 86_400_000;

/**
 * The state, or an empty one where there is no file yet. Throws `UnreadableInput` or `UsageError` where the file is no state, is
 * of a newer version, or could not be written later: before anything is sent, and the file stays as it is.
 */
export function readState(path: string): State {
  if (!existsSync(path)) {
    mustBeWritable(path, dirname(path));
    return { schema: 1, checks: [] };
  }
  const content = readInputFile(path);
  mustBeWritable(path, dirname(realpathSync(path)));
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw broken(`The state file ${path} is not JSON.`);
  }
  const read = v.safeParse(stateSchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const where = v.getDotPath(issue) ?? 'the document';
  if (where === 'schema' && typeof issue.input === 'number' && issue.input > 1)
    throw new UnreadableInput(
      `The state file ${path} is of schema ${issue.input}; this version reads schema 1.`,
      'Update this tool, or name another file.',
    );
  throw broken(`The state file ${path} is not valid at ${where}.`);
}

const broken = (message: string): UnreadableInput =>
  new UnreadableInput(message, 'Nothing was sent, and the file was left as it is. Name another file, or move it away to start anew.');

/** The file itself may be replaced wherever its folder may be written to. */
function mustBeWritable(path: string, folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
    if (statSync(folder).isDirectory()) return;
  } catch {
    // Told below.
  }
  throw new UsageError(`The state file ${path} cannot be written.`, 'Name a file in a folder that is there and that you may write to.');
}

/** Replaces the file in one step, so that whoever reads it, or an end of the run in between, finds all of it. */
export function writeState(path: string, state: State): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o600;
    const descriptor = openSync(beside, 'w', mode);
    try {
      const bytes = Buffer.from(`${JSON.stringify(state, null, 1)}\n`);
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The state with what this run knows of its checks; the others stay, until they were not run for a month. */
export function withChecks(before: State, checks: readonly CheckState[], now: string): State {
  const fresh = new Map(checks.map((check) => [check.name, check]));
  const kept = before.checks
    .filter(({ name, at }) => !fresh.has(name) && Date.parse(now) - Date.parse(at) < FORGOTTEN)
    .concat([...fresh.values()]);
  return { ...before, checks: kept.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
