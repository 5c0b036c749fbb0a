import { crc32 } from 'node:zlib';

/* The first moment that a ZIP file can tell: its bytes then depend on what it holds alone. */
const [time, date] = [0, 0x21];
/* Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const utf8 = 0x0800;

/**
 * Files as one ZIP file, each as it is (method 0), in order (PKWARE APPNOTE 6.3.10).
 * @param files by their names, with "/" between folders; less than 4 GB in all
 */
export function zipFiles(files: ReadonlyMap<string, Buffer>): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const named = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(utf8, 2);
    header.writeUInt16LE(time, 6);
    header.writeUInt16LE(date, 8);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(bytes.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(named.length, 22);
    parts.push(Buffer.from('PK\u0003\u0004'), header, named, bytes);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), header, where, named);
    offset += 30 + named.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end]);
}
