/** Time limits. */

/**
 * A signal that aborts with a TimeoutError after so many milliseconds; it keeps no process alive. As AbortSignal.timeout(), but its
 * timer holds it: inside of AbortSignal.any(), Node 20 loses that one at the next garbage collection, and the limit with it.
 */
export function expiryAfter(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const expire = (): void => controller.abort(new DOMException('The time limit has passed', 'TimeoutError'));
  setTimeout(expire, milliseconds).unref();
  return controller.signal;
}
