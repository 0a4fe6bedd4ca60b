/** The size of an image by the first bytes of its base64 text: nothing else of it is decoded, however long it is. */

export type ImageSize = { width: number; height: number };

/** What was read of the text, in characters; the caller's own count goes on. */
type Looked = { characters: number };

/** A JPEG's size stands behind its metadata: so many segments are skipped to reach it. */
const MOST_SEGMENTS = 64;

/** `length` bytes at an offset of what the base64 text holds; undefined where the text ends before, or is no base64. */
function bytesAt(base64: string, offset: number, length: number, looked: Looked): number[] | undefined {
  const from = Math.floor(offset / 3) * 4;
  const text = base64.slice(from, from + (Math.ceil(length / 3) + 1) * 4);
  looked.characters += text.length;
  const whole = text.slice(0, text.length - (text.length % 4));
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(whole)) return undefined;
  const bytes = Array.from(atob(whole), (char) => char.charCodeAt(0)).slice(offset % 3, (offset % 3) + length);
  return bytes.length === length ? bytes : undefined;
}

const big = (bytes: number[], at: number, length: number): number =>
  bytes.slice(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
const little = (bytes: number[], at: number, length: number): number => big([...bytes].reverse(), bytes.length - at - length, length);
const startsWith = (bytes: number[], text: string, at = 0): boolean => [...text].every((char, i) => bytes[at + i] === char.charCodeAt(0));

/** PNG (RFC 2083 §4.1.1), GIF (GIF89a §18), WebP (RFC 9649 §2), JPEG (ITU T.81 §B.2.2). Undefined for all else. */
export function imageSizeOf(base64: string, looked: Looked = { characters: 0 }): ImageSize | undefined {
  const head = bytesAt(base64, 0, 30, looked);
  if (!head) return undefined;
  if (startsWith(head, 'PNG', 1)) return sane(big(head, 16, 4), big(head, 20, 4));
  if (startsWith(head, 'GIF8')) return sane(little(head, 6, 2), little(head, 8, 2));
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return webpSize(head);
  return head[0] === 0xff && head[1] === 0xd8 ? jpegSize(base64, looked) : undefined;
}

const sane = (width: number, height: number): ImageSize | undefined =>
  width > 0 && height > 0 && width <= 100_000 && height <= 100_000 ? { width, height } : undefined;

function webpSize(head: number[]): ImageSize | undefined {
  if (startsWith(head, 'VP8X', 12)) return sane(little(head, 24, 3) + 1, little(head, 27, 3) + 1);
  if (startsWith(head, 'VP8 ', 12)) return sane(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff);
  if (!startsWith(head, 'VP8L', 12)) return undefined;
  const bits = little(head, 21, 4);
  return sane((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function jpegSize(base64: string, looked: Looked): ImageSize | undefined {
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    const bytes = bytesAt(base64, at, 9, looked);
    if (bytes?.[0] !== 0xff) return undefined;
    const marker = bytes[1]!;
    // The start of a frame, in any of its codings; the four that are left out are tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return sane(big(bytes, 7, 2), big(bytes, 5, 2));
    at += 2 + big(bytes, 2, 2);
  }
  return undefined;
}
