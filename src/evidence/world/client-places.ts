/** Places of a client's files as paths of this machine, and as they are shown: without the name of the user's folder. */
import { join } from 'node:path';
import type { ClientPlatform, Place } from '../../model/client-setup.ts';
import type { Machine } from '../../model/probe.ts';

export type Located = { path: string; shown: string };

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);

/** What the documentation says of Linux goes for the other systems of its kind as well. */
export const platformOf = ({ platform }: Machine): ClientPlatform => (platform === 'win32' || platform === 'darwin' ? platform : 'linux');

/** Where a place is on this machine. */
export function locate(place: Place, machine: Machine): Located {
  const platform = platformOf(machine);
  const written = typeof place === 'string' ? place : place[platform];
  const [, variable = '', otherwise = '', rest = ''] = /^\$(\w+)\|([^|]*)\|(.*)$/.exec(written) ?? [];
  const value = variable === '' ? undefined : machine.environment[variable];
  if (value !== undefined && isAbsolute(value)) {
    const named = platform === 'win32' ? `%${variable}%` : `$${variable}`;
    return { path: join(value, rest), shown: inStyle(named + rest, platform) };
  }
  const plain = variable === '' ? written : otherwise + rest;
  if (plain.startsWith('~/'))
    return {
      path: join(machine.home, plain.slice(2)),
      shown: inStyle(platform === 'win32' ? `%USERPROFILE%${plain.slice(1)}` : plain, platform),
    };
  return { path: plain.startsWith('./') ? join(machine.folder, plain.slice(2)) : plain, shown: inStyle(plain, platform) };
}

const inStyle = (path: string, platform: ClientPlatform): string => (platform === 'win32' ? path.replaceAll('/', '\\') : path);

/** A path below a located folder, as it is shown. */
export function below(located: Located, path: string, machine: Machine): string {
  return located.shown + inStyle(path.slice(located.path.length).replaceAll('\\', '/'), platformOf(machine));
}
