/** Small zip files made on the spot, broken ones too (APPNOTE 4.3). */
import { deflateRawSync } from 'node:zlib';

export type ZipMember = {
  name: string;
  content: string | Uint8Array;
  /** What the directory says of the size, where that is a lie. */
  says?: number;
  encrypted?: boolean;
  /** Kept as it is instead of packed. */
  stored?: boolean;
};

export function zip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says, encrypted = false, stored = false } of members) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(says ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    locals.push(local);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), shared, place, Buffer.from(name)]));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}
