/** A unit is one file in its room's folder, and has its fixture. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sources, targetOf } from './support/imports.ts';
import { fixtureIdsOf, namesIn, root, rooms, unitsOf } from './support/units.ts';

const modules = sources();

describe.each(rooms)('%s', (room) => {
  const units = unitsOf(room);

  test('has units, and each has its fixture', () => {
    expect(units).not.toEqual([]);
    expect(fixtureIdsOf(room).toSorted()).toEqual(units.toSorted());
  });

  test('holds nothing but units and folders, named in kebab-case', () => {
    for (const name of namesIn('src', room)) expect(name).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*(?:\.ts)?$/);
  });

  test('has no unit that repeats its own id', () => {
    for (const unit of units) {
      expect(readFileSync(join(root, 'src', room, `${unit}.ts`), 'utf8'), unit).not.toMatch(new RegExp(`\\bid:\\s*['"\`]${unit}['"\`]`));
    }
  });

  test('has no unit that another of its modules imports', () => {
    const inside = modules.filter((module) => module.room === room);
    const siblings = inside.flatMap((module) =>
      module.imports
        .map(({ specifier }) => targetOf(module, specifier))
        .filter((target) => dirname(target) === room)
        .map((target) => `${module.path} imports ${target}`),
    );
    expect(siblings).toEqual([]);
  });
});

test('every capture fixture is an input with what is expected of it', () => {
  for (const unit of unitsOf('captures')) {
    const names = namesIn('fixtures', 'captures', unit);
    const expected = names.filter((name) => name.endsWith('.expected.json')).map((name) => name.replace(/\.expected\.json$/, ''));
    const inputs = names.filter((name) => !name.endsWith('.expected.json')).map((name) => name.replace(/\.[^.]+$/, ''));
    expect(inputs, unit).not.toEqual([]);
    expect(expected, unit).toEqual(inputs);
  }
});
