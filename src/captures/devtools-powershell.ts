import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, HttpRequest, RawExchange } from '../model/exchange.ts';
import { readPowerShellWord, skipPowerShellBlanks, type PowerShellWord } from '../parse/powershell-words.ts';
import { toldStatus } from '../parse/told-status.ts';
import { withDefaults } from '../parse/request-parts.ts';

const COMMAND =
  /^[ \t]{0,16}(?:PS [A-Za-z]:\\[^>\n]{0,99}>[ \t]?)?(?:\$\w{1,64}[ \t]*=[ \t]*)?\(?(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)(?=[ \t`])(?![ \t]*:)/gim;
const ASSIGNMENT = /^[ \t]{0,16}\$(?:env:)?(\w{1,64})[ \t]{0,8}=[ \t]{0,8}(?=["'@])/gim;
const COOKIE = /\$(\w{1,64})\.Cookies\.Add\(\(New-Object System\.Net\.Cookie\((?=["'])/gi;
const AGENT = /\$(\w{1,64})\.UserAgent[ \t]{0,8}=[ \t]{0,8}(?=["'])/gi;
const MAX_CALLS = 500;

/** What browsers put among the header fields of HTTP/2, and is no field (RFC 9113 §8.3, without the colon). */
const PSEUDO = new Set(['authority', 'method', 'path', 'scheme']);

type Known = { values: Map<string, string>; tables: Map<string, HeaderField[]>; cookies: string[]; agent?: string };
type Reading = { known: Known; unknown: Set<string> };

function word(text: string, at: number, { known, unknown }: Reading, stops?: string): PowerShellWord {
  const found = readPowerShellWord(text, at, known.values, stops);
  for (const raw of found.unknown) unknown.add(raw);
  return found;
}

/** `@{"name"="value"; …}` from the offset of its brace on. */
function table(text: string, from: number, reading: Reading): { fields: HeaderField[]; end: number } {
  const fields: HeaderField[] = [];
  let at = from + 1;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '}') return { fields, end: at + 1 };
    if (/[\s;,]/.test(char)) at += 1;
    else if (char === '#' || char === '`') at = Math.max(skipPowerShellBlanks(text, at), at + 1);
    else {
      const name = word(text, at, reading, ' \t\r\n=;}');
      const equals = /^\s{0,40}=\s{0,40}/.exec(text.slice(name.end, name.end + 90));
      if (!equals) return { fields, end: Math.max(name.end, at + 1) };
      const value = word(text, name.end + equals[0].length, reading, '\r\n;}');
      fields.push({ name: name.value, value: value.value.trim() });
      at = Math.max(value.end, at + 1);
    }
  }
  return { fields, end: at };
}

/** What the script assigned before its calls. */
function knownOf(text: string, unknown: Set<string>): Known {
  const known: Known = { values: new Map(), tables: new Map(), cookies: [] };
  const reading = { known, unknown };
  ASSIGNMENT.lastIndex = 0;
  // What was read as a value is not searched for further assignments: an open one would be read again and again.
  for (let match = ASSIGNMENT.exec(text); match; match = ASSIGNMENT.exec(text)) {
    const at = match.index + match[0].length;
    const name = match[1]!.toLowerCase();
    if (text.startsWith('@{', at)) {
      const { fields, end } = table(text, at + 1, reading);
      known.tables.set(name, fields);
      ASSIGNMENT.lastIndex = end;
    } else {
      const { value, end } = word(text, at, reading);
      known.values.set(name, value);
      ASSIGNMENT.lastIndex = Math.max(end, at);
    }
  }
  return known;
}

/** The cookies and the agent of the session that a stretch of the script sets up. */
function session(text: string, reading: Reading): void {
  for (const match of text.matchAll(AGENT)) reading.known.agent = word(text, match.index + match[0].length, reading, '\r\n').value;
  const cookies: string[] = [];
  COOKIE.lastIndex = 0;
  for (let match = COOKIE.exec(text); match; match = COOKIE.exec(text)) {
    const name = word(text, match.index + match[0].length, reading, ',)');
    COOKIE.lastIndex = Math.max(name.end, COOKIE.lastIndex);
    const comma = /^\s{0,8},\s{0,8}/.exec(text.slice(name.end, name.end + 20));
    if (comma) cookies.push(`${name.value}=${word(text, name.end + comma[0].length, reading, ',)').value}`);
  }
  if (cookies.length > 0 || /New-Object Microsoft\.PowerShell\.Commands\.WebRequestSession/i.test(text)) reading.known.cookies = cookies;
}

type Call = { request: HttpRequest; end: number };

function callAt(text: string, from: number, reading: Reading, warnings: string[]): Call {
  const { known } = reading;
  const given: Record<string, string> = {};
  let headers: HeaderField[] = [];
  let withSession = false;
  let insecure = false;
  let at = from;
  for (;;) {
    at = skipPowerShellBlanks(text, at);
    if (at >= text.length || /[\r\n;|)]/.test(text[at]!)) break;
    const parameter = /^-([A-Za-z]{1,40}):?/.exec(text.slice(at, at + 50));
    if (!parameter) {
      const bare = word(text, at, reading, ' \t\r\n;|)');
      given['uri'] ??= bare.value;
      at = Math.max(bare.end, at + 1);
      continue;
    }
    const name = parameter[1]!.toLowerCase();
    at = skipPowerShellBlanks(text, at + parameter[0].length);
    if (/^(?:usebasicparsing|skiphttperrorcheck|disablekeepalive|passthru|allowunencryptedauthentication)$/.test(name)) continue;
    if (name === 'skipcertificatecheck') {
      insecure = true;
      continue;
    }
    if (text.startsWith('@{', at)) {
      const { fields, end } = table(text, at + 1, reading);
      at = end;
      if (name === 'headers') headers = fields;
      else if (name === 'body')
        given['body'] = new URLSearchParams(fields.map((field): [string, string] => [field.name, field.value])).toString();
      else warnings.push(`-${parameter[1]} is not used.`);
      if (name === 'body') given['contenttype'] ??= 'application/x-www-form-urlencoded';
      continue;
    }
    const variable = /^\$(\w{1,64})(?=[\s;|)`]|$)/.exec(text.slice(at, at + 80));
    const bytes = /^\(\[System\.Text\.Encoding\]::UTF8\.GetBytes\(/i.exec(text.slice(at, at + 80));
    if (name === 'websession') withSession = true;
    if (variable && (name === 'websession' || known.tables.has(variable[1]!.toLowerCase()))) {
      if (name === 'headers') headers = known.tables.get(variable[1]!.toLowerCase()) ?? [];
      at += variable[0].length;
    } else if (bytes) {
      const value = word(text, at + bytes[0].length, reading, ')\r\n');
      given[name] = value.value;
      at = value.end;
      while (text[at] === ')') at += 1;
    } else if (text[at] === '(') {
      const end = text.slice(at, at + 4000).search(/\)(?=\s|$)/);
      warnings.push(`-${parameter[1]} is an expression: what it gives is not known here.`);
      at += end < 0 ? 1 : end + 1;
    } else {
      const value = word(text, at, reading, ' \t\r\n;|)');
      given[name] = value.value;
      at = Math.max(value.end, at);
      if (value.end === at && value.value === '') at += /[\r\n;|)]/.test(text[at] ?? '\n') ? 0 : 1;
    }
  }
  const { uri, method, body, contenttype, useragent, timeoutsec, proxy, ...others } = given;
  delete others['sessionvariable'];
  delete others['outfile'];
  delete others['websession'];
  for (const name of Object.keys(others)) warnings.push(`-${name} is not used.`);
  const agent = useragent ?? (withSession ? known.agent : undefined);
  const cookies = withSession ? known.cookies : [];
  const send = {
    ...(Number(timeoutsec) > 0 && { timeoutSeconds: Number(timeoutsec) }),
    ...(insecure && { insecure }),
    ...(proxy !== undefined && { proxy }),
  };
  const fields = withDefaults(
    headers.filter(({ name }) => !PSEUDO.has(name.toLowerCase())),
    [
      ...(agent === undefined ? [] : [{ name: 'User-Agent', value: agent }]),
      ...(cookies.length === 0 ? [] : [{ name: 'Cookie', value: cookies.join('; ') }]),
      ...(contenttype === undefined ? [] : [{ name: 'Content-Type', value: contenttype }]),
    ],
  );
  const request: HttpRequest = {
    method: method?.toUpperCase() ?? 'GET',
    ...(uri !== undefined && { url: uri }),
    headers: fields,
    ...(body !== undefined && { body }),
    ...(Object.keys(send).length > 0 && { send }),
  };
  return { request, end: at };
}

/** Lines that belong to the script and say nothing of the answer. */
const OWN_LINES = /^\s*(?:$|#|;|\)|\}|\$[\w.:]+\s*=|\$\w+\.(?:UserAgent|Cookies)\b)/;

export default {
  title: 'A web request in PowerShell',
  madeBy: '"Copy as PowerShell" in a browser, a script with Invoke-WebRequest or Invoke-RestMethod',
  recognise(text) {
    const start = text.slice(0, 65_536);
    COMMAND.lastIndex = 0;
    const command = COMMAND.exec(start);
    // The error that PowerShell prints for such a call says more than the call.
    if (/^(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)[ \t]*:|CategoryInfo[ \t]*:/im.test(start)) return 0;
    if (
      !command ||
      !/\s-(?:Uri|Headers|Method|Body|WebSession|UseBasicParsing)\b|\shttps?:\/\//i.test(start.slice(command.index, command.index + 2000))
    )
      return 0;
    return start
      .slice(0, command.index)
      .split('\n')
      .every((line) => OWN_LINES.test(line) || /^\s*["'@\w-]/.test(line))
      ? 0.85
      : 0.3;
  },
  read(text): Captured {
    const warnings: string[] = [];
    const exchanges: RawExchange[] = [];
    const unknown = new Set<string>();
    const known = knownOf(text, unknown);
    let end = 0;
    COMMAND.lastIndex = 0;
    for (let match = COMMAND.exec(text); match && exchanges.length < MAX_CALLS; match = COMMAND.exec(text)) {
      const before = text.slice(end, match.index);
      session(before, { known, unknown });
      const call = callAt(text, match.index + match[0].length, { known, unknown }, warnings);
      end = Math.max(call.end, match.index + match[0].length);
      COMMAND.lastIndex = end;
      const line = text.slice(0, match.index).split('\n').length;
      exchanges.push({ source: { shape: 'devtools-powershell', line }, request: call.request });
    }
    const last = exchanges.at(-1);
    if (!last) throw new UnreadableInput('There is no web request in the input.', 'Copy the request once more, as PowerShell or as cURL.');
    if (unknown.size > 0)
      warnings.push(
        `The input does not say what ${[...unknown]
          .slice(0, 20)
          .map((raw) => (/^\$[\w:{}]+$/.test(raw) ? raw : '$(…)'))
          .join(', ')} stands for: it is left as written.`,
      );
    const words = text
      .slice(end)
      .split('\n')
      .filter((line) => !OWN_LINES.test(line))
      .join('\n')
      .trim();
    if (words !== '') {
      const status = toldStatus(words);
      last.text = words;
      if (status !== undefined) last.toldStatus = status;
    }
    return { exchanges, warnings: [...new Set(warnings)] };
  },
} satisfies Capture;
