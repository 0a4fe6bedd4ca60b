/** Files of other programs, which may be anything: what is read is a plain file, of bounded size, and text. */
import { constants } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** A settings file that is larger is none. */
const MAX_SETTINGS = 1024 * 1024;

/** Folders of logs are searched this deep, and this many entries far. */
const MAX_DEPTH = 6;
const MAX_ENTRIES = 4000;

/** Whether anything is there, of whatever kind. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const problems: Record<string, string> = {
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'its links lead in a circle',
  EISDIR: 'it is a folder',
};

/** Absent: undefined. Otherwise the text, or in one clause what is wrong with the file, or why it was not read though nothing is. */
export type FileText = { text: string } | { problem: string } | { unread: string } | undefined;

/** The whole of a settings file. */
export const readSettings = (path: string): Promise<FileText> =>
  reading(path, async (handle, size) =>
    size > MAX_SETTINGS ? { unread: 'it is larger than 1 MiB' } : textOf(await part(handle, 0, size)),
  );

/** The last bytes of a file, from the first whole line on. */
export const readEnd = (path: string, bytes: number): Promise<FileText> =>
  reading(path, async (handle, size) => {
    const from = Math.max(0, size - bytes);
    const content = await part(handle, from, size - from);
    return textOf(from === 0 ? content : content.subarray(content.indexOf(0x0a) + 1));
  });

async function reading(path: string, read: (handle: FileHandle, size: number) => Promise<FileText>): Promise<FileText> {
  let handle: FileHandle | undefined;
  try {
    // A pipe would be waited for.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return { problem: found.isDirectory() ? 'it is a folder' : 'it is no plain file' };
    return await read(handle, found.size);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { problem: problems[code] ?? 'it cannot be read' };
  } finally {
    await handle?.close();
  }
}

/** A file may shrink between the question and the answer; what was read is what counts. */
async function part(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

function textOf(content: Buffer): FileText {
  if (content.includes(0)) return { problem: 'it is not text' };
  return { text: content.toString('utf8').replace(/^\uFEFF/, '') };
}

/**
 * The files that were written last, newest first, of a file or of a folder and those below it; `names` is matched against the
 * path below the folder. Links inside the folder are not followed.
 */
export async function newestFiles(place: string, names: RegExp, most: number): Promise<string[]> {
  const there = await stat(place).catch(() => undefined);
  if (there?.isFile()) return [place];
  if (!there?.isDirectory()) return [];
  const found: { path: string; at: number }[] = [];
  const folders = [{ path: '', depth: 0 }];
  let seen = 0;
  for (let next = folders.pop(); next && seen < MAX_ENTRIES; next = folders.pop()) {
    const entries = await readdir(join(place, next.path), { withFileTypes: true }).catch(() => []);
    // By name the newest session comes last, and what is put last is looked at first.
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++seen > MAX_ENTRIES) break;
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory() && next.depth < MAX_DEPTH) folders.push({ path, depth: next.depth + 1 });
      else if (entry.isFile() && names.test(path)) {
        const written = await stat(join(place, path)).catch(() => undefined);
        if (written) found.push({ path, at: written.mtimeMs });
      }
    }
  }
  return found
    .toSorted((a, b) => b.at - a.at || (a.path < b.path ? 1 : -1))
    .slice(0, most)
    .map(({ path }) => join(place, path));
}
