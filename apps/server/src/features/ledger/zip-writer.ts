/** Lays parts that are already compressed into a new archive, header by header, nothing taken over from the old one. */
export type ZipPart = {
  readonly name: string;
  readonly compressed: Buffer;
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly size: number;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;

/** The 26 bytes that a local and a central header share. */
function sharedHeader(part: ZipPart, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(NAMES_IN_UTF8, 2);
  header.writeUInt16LE(part.method, 4);
  header.writeUInt32LE(part.crc32, 10);
  header.writeUInt32LE(part.compressed.length, 14);
  header.writeUInt32LE(part.size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

const uint = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** Application note of PKWARE, 4.3.7, 4.3.12 and 4.3.16; sizes stay far below what would need ZIP64. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const shared = sharedHeader(part, name);
    bodies.push(uint(LOCAL, 4), shared, name, part.compressed);
    directory.push(uint(CENTRAL, 4), uint(VERSION, 2), shared, Buffer.alloc(10), uint(offset, 4), name);
    offset += 4 + shared.length + name.length + part.compressed.length;
  }
  const central = Buffer.concat(directory);
  const count = uint(parts.length, 2);
  const end = [uint(END, 4), uint(0, 4), count, count, uint(central.length, 4), uint(offset, 4), uint(0, 2)];
  return Buffer.concat([...bodies, central, ...end]);
}
