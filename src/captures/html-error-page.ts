import type { Capture } from '../model/capture.ts';
import { statusOf } from '../parse/js-error.ts';
import { withoutTerminal } from '../parse/pasted.ts';
import { toldStatus } from '../parse/told-status.ts';

const START =
  /^\s*(?:\uFEFF)?(?:<!--[^>]{0,500}-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<title>|<center>|<h1>)/i;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  middot: '·',
  bull: '•',
  copy: '©',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : whole;
  });
}

/** Cuts out elements whose content nobody sees; one that is not closed goes on to the end. */
function withoutHidden(html: string): string {
  let out = '';
  let at = 0;
  const open = /<(?:(script|style|svg|template)\b[^>]{0,2000}>|!--)/gi;
  for (let match = open.exec(html); match; match = open.exec(html)) {
    out += html.slice(at, match.index);
    const closing = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}`;
    const end = html.toLowerCase().indexOf(closing, open.lastIndex);
    if (end < 0) return out;
    at = end + closing.length;
    open.lastIndex = at;
  }
  return out + html.slice(at);
}

/** What a person sees of a page: its title and its words, a block a line. */
function visible(html: string): string {
  const text = withoutHidden(html.slice(0, 512 * 1024))
    .replace(
      /<(?:br|hr|\/?(?:p|div|h[1-6]|li|ul|ol|tr|title|pre|center|section|header|footer|table|body|head|dt|dd|address|main|article|fieldset))\b[^>]{0,2000}>/gi,
      '\n',
    )
    .replace(/<\/?[a-z!][^>]{0,4000}>/gi, ' ');
  const seen = decoded(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\r\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '' && !/^>+$/.test(line));
  return seen.filter((line, i) => line !== seen[i - 1]).join('\n');
}

const element = (html: string, name: string): string[] =>
  [...html.slice(0, 65_536).matchAll(new RegExp(`<${name}\\b[^>]{0,500}>([^]{0,600}?)</${name}\\b`, 'gi'))].map(([, inside]) =>
    visible(inside!),
  );

/** The status in the title or a heading: "402 Payment Required", "HTTP Status 404 – Not Found", "example.com | 522: …", "Error code 502". */
function statusOfPage(html: string): number | undefined {
  const headings = ['title', 'h1', 'h2'].flatMap((name) => element(html, name));
  for (const heading of headings) {
    const told =
      /^(?:HTTP )?(?:Status|Error)?[\s:#-]{0,3}(?:code )?([45]\d\d)(?:\.\d{1,2})?(?=$|[\s:,|–—-])/i.exec(heading)?.[1] ??
      /\| ([45]\d\d): /.exec(heading)?.[1] ??
      /\bError (?:code |- )?([45]\d\d)\b/i.exec(heading)?.[1];
    const status = statusOf(told) ?? toldStatus(heading);
    if (status !== undefined && status >= 400) return status;
  }
  // Express answers so where no route took the request, and with no other status.
  const pre = element(html, 'pre')[0];
  return pre !== undefined && /^Cannot (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \//.test(pre) ? 404 : undefined;
}

export default {
  title: 'An HTML error page alone',
  madeBy: 'curl without -i, or a program that expected JSON',
  recognise: (text) => (START.test(text.slice(0, 3000)) ? 0.75 : 0),
  read(text) {
    const html = withoutTerminal(text);
    const status = statusOfPage(html);
    const words = visible(html);
    return {
      exchanges: [
        {
          source: { shape: 'html-error-page' },
          ...(status !== undefined && { toldStatus: status }),
          text: words === '' ? html.trim() : words,
        },
      ],
      warnings: ['Only a page was given, without the status line and the header fields: `curl -i` shows them.'],
    };
  },
} satisfies Capture;
