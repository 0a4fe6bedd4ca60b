import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { root } from './units.ts';

/** Whether this run writes golden files anew instead of comparing with them: UPDATE_GOLDEN=1. Read what it wrote. */
const updating = process.env['UPDATE_GOLDEN'] === '1';

/** Compares a text with a golden file, by its path below the project, or writes that file where this run updates. */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (updating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  expect(existsSync(file), `${path} is there (UPDATE_GOLDEN=1 writes it)`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** JSON as golden files hold it. */
export const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
