/** The text of base64 or base64url, with or without padding; undefined where it is none or too long to be a header's. */
export function base64Text(encoded: string): string | undefined {
  const plain = encoded.trim().replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (plain === '' || plain.length > 64 * 1024 || !/^[A-Za-z0-9+/]+$/.test(plain)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(plain), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** The JSON value that base64 text holds; undefined where it holds none. */
export function base64Json(encoded: string): unknown {
  const text = base64Text(encoded);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
