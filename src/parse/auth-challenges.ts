/** The challenges of a WWW-Authenticate value (RFC 9110 §11.6.1): several schemes, in several fields or folded into one. */
export type AuthChallenge = { scheme: string; parameters: Record<string, string> };

const PARAMETER = /^\s*,?\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]+)/;
const SCHEME = /^\s*,?\s*([A-Za-z][\w-]*)(?=\s|$|,)/;

/** Reads the list leniently: a scheme is a word that no "=" follows. Scheme names are given in lower case. */
export function authChallenges(value: string): AuthChallenge[] {
  const challenges: AuthChallenge[] = [];
  let rest = value.slice(0, 32_768);
  while (rest.trim() !== '') {
    const parameter = PARAMETER.exec(rest);
    const last = challenges.at(-1);
    if (parameter && last) {
      const raw = parameter[2]!;
      last.parameters[parameter[1]!.toLowerCase()] = raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
      rest = rest.slice(parameter[0].length);
      continue;
    }
    const scheme = SCHEME.exec(rest);
    if (scheme) challenges.push({ scheme: scheme[1]!.toLowerCase(), parameters: {} });
    rest = rest.slice(scheme ? scheme[0].length : 1);
  }
  return challenges;
}
