/** Builds a multipart/form-data body (RFC 7578) as curl writes it. */

export type FormPart = {
  name?: string;
  content: string;
  filename?: string;
  type?: string;
  /** Further header field lines of the part. */
  headers?: string[];
};

/** Always the same, so that one input gives one request. curl's has random digits behind the dashes. */
export const BOUNDARY = '------------------------diagnose0000000000000000';

/** The media types that curl guesses from a file's name; any other file is application/octet-stream. */
const TYPES: Record<string, string> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

export const typeOfFile = (name: string): string =>
  TYPES[/\.([a-z]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** A quoted parameter of Content-Disposition: browsers and curl (from 7.81) percent-encode what would end it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\r\n]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}"`;

/** The body of the parts, in their order, between lines of `BOUNDARY`. */
export function multipartBody(parts: readonly FormPart[]): string {
  const written = parts.map(({ name, content, filename, type, headers = [] }) => {
    const disposition = [
      'form-data',
      ...(name === undefined ? [] : [`name=${quoted(name)}`]),
      ...(filename === undefined ? [] : [`filename=${quoted(filename)}`]),
    ].join('; ');
    const fields = [`Content-Disposition: ${disposition}`, ...(type === undefined ? [] : [`Content-Type: ${type}`]), ...headers];
    return `--${BOUNDARY}\r\n${fields.join('\r\n')}\r\n\r\n${content}\r\n`;
  });
  return `${written.join('')}--${BOUNDARY}--\r\n`;
}
