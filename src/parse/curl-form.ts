/** What stands behind curl's -F (curl's manual page, "-F, --form"): name=content, name=@file, name=<file, and their parameters. */
import { typeOfFile, type FormPart } from './multipart.ts';

export type FormReading = { part: FormPart } | { problem: string };

/** Gives what a file holds; undefined where it is not known, and then it has been said so. */
type ReadFile = (name: string) => string | undefined;

/**
 * Reads the value of one -F. Gives the part, or the sentence that says why there is none; a file that cannot be read is
 * `undefined`: the reader of files has told that already.
 */
export function formPart(value: string, option: string, readFile: ReadFile): FormReading | undefined {
  const at = value.indexOf('=');
  if (at < 0) return { problem: `${option} has a field without an equals sign; curl refuses that.` };
  const name = value.slice(0, at);
  const given = value.slice(at + 1);
  if (given.startsWith('(') || name === '') return { problem: `${option} has parts inside parts; they are not built.` };
  const isFile = given.startsWith('@');
  const fromFile = isFile || given.startsWith('<');
  const [content, parameters] = contentAndParameters(fromFile ? given.slice(1) : given, fromFile);
  if (isFile && content.includes(',') && !given.startsWith('@"'))
    return { problem: `${option} names several files for one field; they are not built.` };
  const { type, filename, headers, problem } = parametersOf(parameters, option);
  if (problem !== undefined) return { problem };
  const text = fromFile ? readFile(content) : content;
  if (text === undefined) return undefined;
  const shownName = filename ?? (isFile ? baseName(content) : undefined);
  const shownType = type ?? (shownName === undefined || (content === '-' && fromFile && !filename) ? undefined : typeOfFile(shownName));
  return {
    part: {
      ...(name !== '' && { name }),
      content: text,
      ...(shownName !== undefined && { filename: shownName }),
      ...(shownType !== undefined && { type: shownType }),
      ...(headers.length > 0 && { headers }),
    },
  };
}

const baseName = (path: string): string => (path === '-' ? path : path.split(/[/\\]/).at(-1)!);

/** A content may stand in double quotes, in which a backslash escapes a quote and itself; otherwise it ends at a semicolon. */
function contentAndParameters(text: string, trim: boolean): [string, string] {
  const quoted = /^"((?:[^"\\]|\\[^])*)"\s*(?=;|$)/.exec(text);
  if (quoted) return [quoted[1]!.replace(/\\(["\\])/g, '$1'), text.slice(quoted[0].length)];
  const end = text.indexOf(';');
  if (end < 0) return [text, ''];
  return [trim ? text.slice(0, end).trimEnd() : text.slice(0, end), text.slice(end)];
}

type Parameters = { type?: string; filename?: string; headers: string[]; problem?: string };

/** `;type=text/plain;charset=utf-8;filename="a b";headers=X-A: 1` */
function parametersOf(text: string, option: string): Parameters {
  const found: Parameters = { headers: [] };
  let rest = text;
  while (rest.startsWith(';')) {
    const match = /^;\s*(type|filename|headers|encoder)=("(?:[^"\\]|\\[^])*"|[^;]*)/i.exec(rest);
    if (!match) {
      // A media type has parameters of its own.
      const own = /^;\s*[^;=]+=[^;]*/.exec(rest);
      if (!own || found.type === undefined) return { ...found, problem: `${option} has a parameter that curl does not know.` };
      found.type += own[0];
      rest = rest.slice(own[0].length);
      continue;
    }
    const value = match[2]!.startsWith('"') ? match[2]!.slice(1, -1).replace(/\\(["\\])/g, '$1') : match[2]!.trim();
    const name = match[1]!.toLowerCase();
    if (name === 'type') found.type = value;
    else if (name === 'filename') found.filename = value;
    else if (name === 'headers' && !/^[@<]/.test(value)) found.headers.push(value);
    else return { ...found, problem: `${option} has ;${name}=…, which is not built.` };
    rest = rest.slice(match[0].length);
  }
  return found;
}
