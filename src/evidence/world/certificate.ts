/** The certificates that servers show while requests are sent: read from the sockets that carry them, no handshake more. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { TLSSocket } from 'node:tls';

/** What a server's certificate says of its end: ISO 8601 UTC. */
export type Certificate = { validTo: string };

export type CertificateWatch = {
  /** The last certificate of a host, with the port where it is not the scheme's own; undefined where none was shown, or it was refused. */
  of(host: string): Certificate | undefined;
  stop(): void;
};

/** What undici publishes on this channel (its documentation, "Diagnostics Channel Support"). */
const CONNECTED = 'undici:client:connected';
type Connected = { connectParams: { host: string }; socket: unknown };

/** Watches every connection of this process until `stop`. */
export function watchCertificates(): CertificateWatch {
  const certificates = new Map<string, Certificate>();
  const note = (message: unknown): void => {
    const { connectParams, socket } = message as Connected;
    if (!(socket instanceof TLSSocket)) return;
    const end = Date.parse(socket.getPeerCertificate().valid_to);
    if (!Number.isNaN(end)) certificates.set(connectParams.host, { validTo: new Date(end).toISOString() });
  };
  subscribe(CONNECTED, note);
  return { of: (host) => certificates.get(host), stop: () => void unsubscribe(CONNECTED, note) };
}
