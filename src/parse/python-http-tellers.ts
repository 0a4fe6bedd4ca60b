/** What Python's HTTP libraries print when a call fails: requests and urllib3, httpx, aiohttp, urllib. */
import { pythonFailure } from './python-failure.ts';
import type { Teller, Told } from './python-printed.ts';

const statusOf = (digits: string | undefined): { status?: number } => (digits === undefined ? {} : { status: Number(digits) });
const reasonOf = (words: string | undefined): { reason?: string } => {
  const reason = words?.trim();
  return reason === undefined || reason === '' || reason === 'None' || reason.length > 200 ? {} : { reason };
};

/** A URL without what the sentence or the repr puts after it. */
const urlIn = (words: string): string => words.replace(/[)'">\].,]+$/, '');

/** The first line of a message, without the quotes and brackets that close a repr around it. */
function lineOf(rest: string): { end: number; line: string } {
  const end = rest.indexOf('\n');
  return { end: end < 0 ? rest.length : end, line: end < 0 ? rest : rest.slice(0, end) };
}

/** requests: "402 Client Error: Payment Required for url: https://…". */
export const raiseForStatus: Teller = {
  mark: /(?<![\w.])([45]\d\d) (?:Client|Server) Error:([^\n]{0,300}?) for url: (\S{1,4000})/g,
  read: ([, status, reason, url]) => ({ end: 0, ...statusOf(status), ...reasonOf(reason), url: urlIn(url!) }),
};

/** The status that stands inside a failure: a proxy refused its tunnel, or a retry gave up on an answer. */
const INNER_STATUS = /Tunnel connection failed: ([45]\d\d)\b/;
const GAVE_UP = /\bResponseError\(["']too many ([45]\d\d) error responses/;

/** urllib3's connection pool, which names the host: refused, unresolved, timed out, given up. */
const pool: Teller = {
  mark: /\b(HTTPS?)ConnectionPool\(host=\\?['"]([^'"\\\s]{1,255})\\?['"], port=(\d{1,5})\): /g,
  read([, scheme, host, port], rest) {
    const { end, line } = lineOf(rest);
    const usual = scheme === 'HTTPS' ? '443' : '80';
    const path = /with url: (\S{1,4000})/.exec(line)?.[1] ?? '';
    const origin = `${scheme!.toLowerCase()}://${host}${port === usual ? '' : `:${port}`}`;
    const url = /^https?:/i.test(path) ? urlIn(path) : `${origin}${path === '' ? '/' : path}`;
    const gaveUp = GAVE_UP.exec(line)?.[1];
    if (gaveUp !== undefined) return { end, url, ...statusOf(gaveUp) };
    return { end, url, failure: pythonFailure('', line), ...statusOf(INNER_STATUS.exec(line)?.[1]) };
  },
};

const requestsClass: Teller = {
  mark: /\b(?:requests\.(?:exceptions\.)?|(?:pip\._vendor\.)?urllib3\.exceptions\.)([A-Z]\w{1,60})(?:: |\()/g,
  read([, name], rest) {
    const { end, line } = lineOf(rest);
    const isFailure =
      /^(?:Connect\w*|ReadTimeout\w*|Timeout\w*|ProxyError|SSLError|NewConnectionError|ProtocolError|NameResolutionError|ChunkedEncodingError|MaxRetryError)$/.test(
        name!,
      );
    if (isFailure && !/ConnectionPool\(host=/.test(line)) return { end, failure: pythonFailure(name!, line) };
    return isFailure ? undefined : { end };
  },
};

/** The repr of http.client's exceptions, which requests prints as it is: "('Connection aborted.', RemoteDisconnected('…'))". */
const aborted: Teller = {
  mark: /\('Connection (?:aborted\.|broken: )/g,
  read([mark], rest) {
    const { end, line } = lineOf(rest);
    return { end, failure: pythonFailure('', `${mark}${line}`) };
  },
};

export const requestsTellers: Teller[] = [raiseForStatus, pool, aborted, requestsClass];

/** httpx: "Client error '402 Payment Required' for url 'https://…'", and the line with a link after it. */
const httpxStatus: Teller = {
  mark: /\b(?:Client error|Server error|Redirect response|Informational response) '([1-5]\d\d)([^'\n]{0,200})' for url '([^'\n]{1,4000})'/g,
  read: ([, status, reason, url], rest) => ({
    end: /^\s*For more information check: \S{1,300}/.exec(rest)?.[0].length ?? 0,
    ...statusOf(status),
    ...reasonOf(reason),
    url: url!,
  }),
};

const httpxClass: Teller = {
  mark: /\b(?:httpx|httpcore)2?\.(?:_\w{1,20}\.)?(\w{1,40}(?:Error|Timeout|Exception|Protocol|Redirects|Closed|Consumed))\b(?:: ?|\(['"]|(?=\s|$))/g,
  read([, name], rest) {
    const { end, line } = lineOf(rest);
    if (/^(?:HTTPStatusError|InvalidURL|UnsupportedProtocol|LocalProtocolError|TooManyRedirects|DecodingError|Stream\w+)$/.test(name!)) {
      return name === 'HTTPStatusError' ? undefined : { end };
    }
    const proxied = name === 'ProxyError' ? /^["']?([45]\d\d) /.exec(line)?.[1] : undefined;
    return { end, failure: pythonFailure(name!, line), ...statusOf(proxied) };
  },
};

export const httpxTellers: Teller[] = [httpxStatus, httpxClass];

/** aiohttp: "402, message='Payment Required', url=URL('https://…')"; newer versions leave "URL(…)" out. */
const aiohttpStatus: Teller = {
  mark: /(?<![\w.:-])([1-5]\d\d), message=(?:'([^'\n]{0,500})'|"([^"\n]{0,500})"), url=(?:URL\()?['"]([^'"\n]{1,4000})['"]/g,
  read([, status, single, double, url]) {
    const message = single ?? double ?? '';
    const type = /unexpected (?:mimetype|content type): ([\w.+-]{1,60}\/[\w.+-]{1,60})/.exec(message)?.[1];
    return {
      end: 0,
      ...statusOf(status),
      ...(type === undefined ? reasonOf(message) : { headers: [{ name: 'Content-Type', value: type }] }),
      url: url!,
    };
  },
};

const aiohttpConnect: Teller = {
  mark: /\bCannot connect to host (\[[\da-f:.]{2,45}\]|[^\s:]{1,255}):(\d{1,5}) ssl:\S{1,200} /g,
  read([, host, port], rest) {
    const { end, line } = lineOf(rest);
    // aiohttp prints the setting of TLS for http too; only port and host tell them apart.
    const scheme = port === '80' || /^(?:localhost|127\..*|\[::1\])$/.test(host!) ? 'http' : 'https';
    const usual = scheme === 'https' ? '443' : '80';
    return { end, failure: pythonFailure('', line), url: `${scheme}://${host}${port === usual ? '' : `:${port}`}/` };
  },
};

/** The repr: "ClientResponseError(RequestInfo(url=URL('…'), method='GET', …), (), status=402, message='…', …)". */
const aiohttpRepr: Teller = {
  mark: /\bRequestInfo\(url=URL\('([^'\n]{1,4000})'\), method='([A-Z]{3,10})'/g,
  read([, url, method], rest) {
    const { line } = lineOf(rest);
    const told = /\), status=([1-5]\d\d), message=(?:'([^'\n]{0,500})'|"([^"\n]{0,500})")/.exec(line);
    if (!told) return undefined;
    return { end: told.index + told[0].length, ...statusOf(told[1]), ...reasonOf(told[2] ?? told[3]), url: url!, method: method! };
  },
};

const aiohttpKey: Teller = {
  mark: /\bConnectionKey\(host='([^'\s]{1,255})', port=(\d{1,5}), is_ssl=(True|False)/g,
  read([, host, port, tls], rest) {
    const { end, line } = lineOf(rest);
    const usual = tls === 'True' ? '443' : '80';
    const failure = pythonFailure('', line.slice(line.indexOf('), ') + 3).replace(/\)$/, ''));
    return { end, failure, url: `${tls === 'True' ? 'https' : 'http'}://${host}${port === usual ? '' : `:${port}`}/` };
  },
};

const aiohttpClass: Teller = {
  mark: /\baiohttp\.(?:client_exceptions\.|http_exceptions\.)?(\w{1,50})(?:: |\()/g,
  read([, name], rest) {
    const { end, line } = lineOf(rest);
    const isFailure =
      /^(?:Server(?:Disconnected|Timeout)\w*|ClientOS\w*|ClientConnection\w*|ClientPayload\w*|ConnectionTimeout\w*|SocketTimeout\w*)$/.test(
        name!,
      );
    return isFailure ? { end, failure: pythonFailure(name!, line) } : undefined;
  },
};

export const aiohttpTellers: Teller[] = [aiohttpStatus, aiohttpConnect, aiohttpRepr, aiohttpKey, aiohttpClass];

/** urllib.request: "HTTP Error 402: Payment Required"; the URL is nowhere in it. */
const urllibStatus: Teller = {
  mark: /(?:\bHTTP Error |<HTTPError )([1-5]\d\d): ?'?([^\n'"<>]{0,200})/g,
  read: ([, status, reason]) => ({ end: 0, ...statusOf(status), ...reasonOf(reason) }),
};

const urlopen: Teller = {
  mark: /<urlopen error /g,
  read(_, rest): Told {
    const { end, line } = lineOf(rest);
    const words = line.replace(/>['")]{0,3}\s*$/, '');
    return { end, failure: pythonFailure('', words), ...statusOf(INNER_STATUS.exec(line)?.[1]) };
  },
};

export const urllibTellers: Teller[] = [urllibStatus, urlopen];

/** Every HTTP library: what stands below an SDK in a chain of exceptions. */
export const httpTellers: Teller[] = [...requestsTellers, ...httpxTellers, ...aiohttpTellers, ...urllibTellers];
