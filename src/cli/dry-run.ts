/** `--dry-run`: the request as it would be sent, masked; nothing is sent. */
import type { Exchange, HttpRequest, SendOptions } from '../model/exchange.ts';
import { visible, visibleJson } from '../model/format.ts';
import { UsageError } from './errors.ts';

/** As a POSIX shell takes it; what a terminal would act on is written as the escapes of bash. */
function quoted(text: string): string {
  const seen = visible(text, '\n');
  if (seen === text) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${visible(text.replace(/[\\']/g, '\\$&'), '\n')}'`;
}

function sendFlags({ insecure, proxy, followRedirects, timeoutSeconds }: SendOptions): string[] {
  return [
    ...(insecure ? ['-k'] : []),
    ...(followRedirects ? ['-L'] : []),
    ...(proxy === undefined ? [] : [`-x ${quoted(proxy)}`]),
    ...(timeoutSeconds === undefined ? [] : [`--max-time ${timeoutSeconds}`]),
  ];
}

/** As curl takes an empty field: "Name;". */
const fieldOf = ({ name, value }: HttpRequest['headers'][number]): string => (value === '' ? `${name};` : `${name}: ${value}`);

function asCurl({ method, url, headers, body, send }: HttpRequest): string {
  const lines = [
    `curl -X ${/^[\w-]+$/.test(method) ? method : quoted(method)} ${quoted(url!)}`,
    ...headers.map((field) => `-H ${quoted(fieldOf(field))}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
    ...sendFlags(send ?? {}),
  ];
  return `${lines.join(' \\\n  ')}\n`;
}

/**
 * The request of an exchange, its credentials masked: as a curl command, or with `format` "json" as one document. Throws
 * `UsageError` where the exchange shows no request to send, or the format is another.
 */
export function renderRequest({ request }: Exchange, warnings: string[], format = 'text'): string {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--dry-run does not print ${format}.`, 'It takes --format text or --format json.');
  if (!request?.url)
    throw new UsageError('The input shows no request that could be sent.', 'Give a curl command, a URL, or a file that holds a request.');
  if (format === 'text') return asCurl(request);
  return `${visibleJson(JSON.stringify({ schema: 1, request, warnings }, null, 2))}\n`;
}
