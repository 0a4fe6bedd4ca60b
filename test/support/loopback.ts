/** Servers on loopback for the tests of what is sent: each on a free port, and each remembers what reached it. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type Received = { method: string; url: string; headers: IncomingHttpHeaders; rawHeaders: string[]; body: string };
export type Loopback = { origin: string; host: string; port: number; received: Received[] };

/** Listens on a free port of 127.0.0.1 until the test is over. */
export async function listen(server: Server): Promise<{ host: string; port: number }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, port };
}

/** An HTTP server whose handler runs when the whole request is there. */
export async function serve(handle: (request: Received, response: ServerResponse) => void): Promise<Loopback> {
  const received: Received[] = [];
  const listener: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request;
      const whole = { method, url, headers, rawHeaders, body: Buffer.concat(chunks).toString() };
      received.push(whole);
      handle(whole, response);
    });
  };
  const at = await listen(createServer(listener));
  return { origin: `http://${at.host}`, ...at, received };
}

/** A TCP server that writes these bytes to whoever connects, once something was received. */
export async function serveBytes(bytes: string): Promise<{ host: string; port: number }> {
  return listen(createTcpServer((socket) => socket.once('data', () => socket.end(bytes, 'latin1'))));
}

/** An HTTP proxy: `lines` are the request lines that it got, `credentials` what came as Proxy-Authorization. */
export async function serveProxy(): Promise<{ url: string; port: number; lines: string[]; credentials: (string | undefined)[] }> {
  const lines: string[] = [];
  const credentials: (string | undefined)[] = [];
  const note = ({ method, url, headers }: IncomingMessage): void => {
    lines.push(`${method} ${url}`);
    credentials.push(headers['proxy-authorization']);
  };
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(200, { 'content-type': 'text/plain' }).end('by the proxy');
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request);
    const [host, port] = (request.url as string).split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  });
  const { host, port } = await listen(server);
  return { url: `http://${host}`, port, lines, credentials };
}

/** A SOCKS5 proxy (RFC 1928, RFC 1929): `targets` are the places that it was asked to connect to, `logins` "user:password". */
export async function serveSocks(): Promise<{ host: string; targets: string[]; logins: string[] }> {
  const targets: string[] = [];
  const logins: string[] = [];
  const server = createTcpServer((socket) => {
    socket.once('data', (greeting) => {
      const wantsLogin = greeting.subarray(2).includes(2);
      socket.write(Buffer.from([5, wantsLogin ? 2 : 0]));
      if (!wantsLogin) return connectNext();
      return socket.once('data', (login) => {
        const userLength = login[1] as number;
        logins.push([login.subarray(2, 2 + userLength), login.subarray(3 + userLength)].map(String).join(':'));
        socket.write(Buffer.from([1, 0]));
        connectNext();
      });
    });
    const connectNext = (): unknown =>
      socket.once('data', (asked) => {
        const isName = asked[3] === 3;
        const host = isName ? asked.subarray(5, -2).toString() : asked.subarray(4, 8).join('.');
        const port = asked.readUInt16BE(asked.length - 2);
        targets.push(`${host}:${port}`);
        const upstream = connect(port, host, () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
        socket.on('close', () => upstream.destroy());
      });
  });
  const { host } = await listen(server);
  return { host, targets, logins };
}
