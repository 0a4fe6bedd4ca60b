/** Fiddler answers a call that reached nobody with a response of its own making. */
import type { HttpResponse, NetworkFailure } from '../model/exchange.ts';
import { failureKind } from './failure-words.ts';

/** The failure that a response stands for, where Fiddler made it: "502 Fiddler - DNS Lookup Failed", its body "[Fiddler] …". */
export function fiddlerFailure({ status, reason = '', body = '' }: HttpResponse): NetworkFailure | undefined {
  const start = body.slice(0, 500).trimStart();
  if (status < 500 || (!reason.startsWith('Fiddler - ') && !start.startsWith('[Fiddler] '))) return undefined;
  const message =
    start
      .replace(/^\[Fiddler\] /, '')
      .replace(/<[^<>]{1,40}>|[ \t]+/g, ' ')
      .split(/[\r\n]/)[0]!
      .trim() || reason;
  const kind = failureKind(`${reason} ${start}`);
  return { kind: kind === 'proxy' ? 'other' : kind, message };
}
