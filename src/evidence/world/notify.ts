/** Sending notifications: to a webhook whose URL is a secret as a whole, or to the mail program of this machine. */
import { spawn } from 'node:child_process';
import type { Replay } from '../../model/evidence.ts';
import type { HeaderField, NetworkFailure } from '../../model/exchange.ts';
import { Secret } from '../../model/secret.ts';
import { masker } from './masks.ts';
import { send } from './send.ts';
import type { Environment } from './wire.ts';

export type NoticeSettings = {
  /** For the whole of it. */
  seconds: number;
  /** Where proxies and programs are looked up. */
  environment: Environment;
  /** Ends it before its time. */
  signal: AbortSignal;
  /** Origins that a server on loopback stands in for. */
  origins?: Readonly<Record<string, string>>;
};

/** What is posted: the URL, or the mask of one; header fields and a body of JSON that may hold masks of these secrets. */
export type Post = { url: string; headers: readonly HeaderField[]; body: string; secrets: readonly Secret[] };

const UNREADABLE: Replay = { failure: { kind: 'other', message: 'its URL cannot be read' } };

/** Posts a body, and gives the answer with masks in place of the secrets and of every part of the URL. It never rejects. */
export async function post({ url, headers, body, secrets }: Post, settings: NoticeSettings): Promise<Replay> {
  const whole = secrets.find(({ mask }) => mask === url);
  const value = whole ? whole.reveal() : url;
  if (!URL.canParse(value)) return UNREADABLE;
  const { protocol, host, username, password, pathname, search } = new URL(value);
  // A mask cannot stand for the host, by which it is decided who may receive the others.
  const user = new Secret('password', '[password#90001]', username + password === '' ? '' : `${username}:${password}`);
  const rest = new Secret('secret', '[secret#90002]', `${pathname.slice(1)}${search}`);
  const parts = whole ? [user, rest].filter((part) => !part.equals('')) : [];
  const authority = parts.includes(user) ? `${user.mask}@${host}` : host;
  const target = whole ? `${protocol}//${authority}/${parts.includes(rest) ? rest.mask : ''}` : url;
  return send({ method: 'POST', url: target, headers: [...headers], body }, [...secrets, ...parts], {
    credentialHosts: [host],
    environment: settings.environment,
    timeoutSeconds: settings.seconds,
    signal: settings.signal,
    maxBytes: 64 * 1024,
    ...(settings.origins && { origins: settings.origins }),
  });
}

/** Of what the mail program says of itself. */
const MOST_WORDS = 2_000;

/**
 * Hands a message to `sendmail` on the PATH; its recipients stand in the message. Gives what went wrong, if anything, with masks
 * in place of the secrets. It never rejects. A program that does not end in time is killed.
 */
export function sendmail(
  message: string,
  secrets: readonly Secret[],
  { seconds, environment, signal }: Omit<NoticeSettings, 'origins'>,
): Promise<NetworkFailure | undefined> {
  return new Promise((resolve) => {
    const child = spawn('sendmail', ['-i', '-t'], { env: { ...environment }, stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
    let words = '';
    const end = (failure: NetworkFailure | undefined): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      // A program that it left behind may hold the pipes open.
      child.stderr.destroy();
      child.stdin.destroy();
      resolve(failure && { ...failure, message: masker(secrets)(failure.message, words.length === MOST_WORDS) });
    };
    const kill = (failure: NetworkFailure): void => {
      child.kill('SIGKILL');
      child.unref();
      end(failure);
    };
    const interrupt = (): void => kill({ kind: 'other', message: 'interrupted' });
    const timer = setTimeout(() => kill({ kind: 'timeout', message: `no end within ${seconds} s` }), seconds * 1000);
    signal.addEventListener('abort', interrupt, { once: true });
    child.stderr.on('data', (chunk: Buffer) => void (words = `${words}${chunk.toString()}`.slice(0, MOST_WORDS)));
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) =>
      end({ kind: 'other', message: error.code === 'ENOENT' ? 'there is no sendmail on the PATH' : 'sendmail cannot be started' }),
    );
    child.on('exit', (code) =>
      end(code === 0 ? undefined : { kind: 'other', message: `sendmail ended with ${code ?? 'a signal'}${words && `: ${words}`}` }),
    );
    child.stdin.end(message);
  });
}
