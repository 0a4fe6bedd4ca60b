/** The lines of curl -v (curl's manual page, "-v, --verbose"), told apart by their marks and freed of the progress meter. */

export type CurlLine = {
  /** `told`: "* …"; `sent`: "> …"; `received`: "< …"; `exit`: "curl: (6) …"; `other`: a body, or what is not curl's. */
  kind: 'told' | 'sent' | 'received' | 'exit' | 'other';
  /** Without the mark. */
  text: string;
  /** With it. */
  written: string;
  /** From 1. */
  line: number;
};

/** From `-vv` on there are a time and the numbers of transfer and connection before the mark. */
const STAMP = String.raw`(?:\d\d:\d\d:\d\d\.\d{1,6} )?(?:\[\d{1,6}-[\dx]{1,6}\] )?`;
const STAMPED = new RegExp(`^${STAMP}(?=[*<>{}] )`);

/** The meter is rewritten in place without a line break, so that curl's next words stand right behind it. */
const METER = /^\s*\d{1,3}(?:\s+[\d.]{1,12}[kMGTP]?){7}(?:\s+[-\d:]{7,10}){0,3}(?:\s+[\d.]{1,12}[kMGTP]?)?/;
const METER_HEAD = /^\s*(?:% Total\s|Dload\s+Upload)/;
const BYTES = /^[{}] \[\d{1,12} bytes data\]$/;

/** What curl writes right behind a body that has no last line break. */
const BEHIND_BODY =
  /(?:\* (?:Connection #|[Cc]losing connection|[Ss]hutting down connection|Issue another request|Excess found|transfer closed)|curl: \(\d{1,3}\) )[^\n]*$/;

const KINDS: Record<string, CurlLine['kind']> = { '*': 'told', '>': 'sent', '<': 'received' };

/** Matches a line of a head that curl sent or received, or a line about the connection, anywhere in a text. */
export const HEAD_LINE = new RegExp(`^${STAMP}[<>] (?:HTTP/\\d|[A-Za-z-]{2,25} \\S{1,8000} HTTP/\\d)`, 'm');
export const TOLD_LINE = new RegExp(
  `^${STAMP}\\* {1,3}(?:Trying |Could not resolve|Couldn't resolve|Connected to |Established connection|connect to |Failed to connect|Host \\S+ was resolved|IPv[46]: |Rebuilt URL|Uses proxy|About to connect|Re-?using |Added \\S+ to DNS|[Cc]losing connection|Connection |SSL |TLSv1|ALPN|schannel|Server certificate|Resolving timed|Operation timed|Recv failure|Send failure|Empty reply|\\w+SSL |GnuTLS)`,
  'm',
);

/** The lines of a text, less those that only show progress. `firstLine` is the number of the first one. */
export function curlLines(text: string, firstLine = 1): CurlLine[] {
  const lines: CurlLine[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const written = withoutProgress(raw.endsWith('\r') ? raw.slice(0, -1) : raw);
    if (written === undefined) continue;
    const line = firstLine + i;
    const behind = KINDS[written[0] ?? ''] ? null : BEHIND_BODY.exec(written);
    if (behind && behind.index > 0) {
      lines.push(
        { kind: 'other', text: written.slice(0, behind.index), written: written.slice(0, behind.index), line },
        lineOf(behind[0], line),
      );
    } else lines.push(lineOf(written, line));
  }
  return lines;
}

function withoutProgress(line: string): string | undefined {
  if (METER_HEAD.test(line) || BYTES.test(line)) return undefined;
  const shown = line.slice(line.lastIndexOf('\r') + 1);
  const meter = METER.exec(shown)?.[0] ?? '';
  const rest = shown.slice(meter.length);
  return rest === '' && line !== '' ? undefined : rest.replace(STAMPED, '');
}

function lineOf(written: string, line: number): CurlLine {
  const kind = written.length === 1 || written[1] === ' ' ? KINDS[written[0]!] : undefined;
  if (kind) return { kind, text: written.slice(2).trimEnd(), written, line };
  return { kind: /^curl: \(\d{1,3}\)/.test(written) ? 'exit' : 'other', text: written, written, line };
}
