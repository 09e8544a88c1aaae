/** What a file is, told from its bytes alone: a name says what somebody hoped. */
export type FileKind =
  | 'empty'
  | 'archive'
  | 'text'
  | 'pdf'
  | 'legacyXls'
  | 'encrypted'
  | 'otherDocument'
  | 'compressed'
  | 'image'
  | 'unknownKind';

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
const says = (bytes: Buffer, text: string, at: number) => bytes.toString('latin1', at, at + text.length) === text;

const isImage = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  says(bytes, 'GIF8', 0) ||
  (says(bytes, 'RIFF', 0) && says(bytes, 'WEBP', 8)) ||
  says(bytes, 'II*\0', 0) ||
  says(bytes, 'MM\0*', 0) ||
  says(bytes, 'ftyphei', 4) ||
  // A text may begin with BM as well; only a bitmap has these four bytes empty.
  (says(bytes, 'BM', 0) && says(bytes, '\0\0\0\0', 6));

const isCompressed = (bytes: Buffer): boolean =>
  says(bytes, 'Rar!', 0) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x1f, 0x8b);

/** The container of Office before 2007, in which a newer workbook with a password is wrapped as well. */
function insideOle(bytes: Buffer): FileKind {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument') || holds('PowerPoint Document')) return 'otherDocument';
  return holds('Workbook') || holds('Book') ? 'legacyXls' : 'unknownKind';
}

const hasUtf16Mark = (bytes: Buffer) => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);

export function sniff(bytes: Buffer): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'archive';
  // Readers of PDF accept its mark anywhere in the first kilobyte, and files that pose as two kinds use that.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return insideOle(bytes);
  if (isImage(bytes)) return 'image';
  if (isCompressed(bytes)) return 'compressed';
  if (says(bytes, '{\\rtf', 0)) return 'otherDocument';
  if (!hasUtf16Mark(bytes) && bytes.includes(0)) return 'unknownKind';
  return 'text';
}
