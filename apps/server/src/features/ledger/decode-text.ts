/**
 * Turns the bytes of a CSV file into text without a single guessed character. The encoding is told by its mark, else it
 * is UTF-8 where the bytes allow that, else GB 18030, in which Excel and WPS save CSV in China.
 */
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
const SHOWN: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB 18030',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** The text, or undefined; `open` allows the last character to be cut in two. */
function decode(bytes: Buffer, encoding: Encoding, open = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: open });
  } catch {
    return undefined;
  }
}

/**
 * Which of two encodings a text was meant to be in that is whole in neither. By lines: one bad byte spoils one line, and
 * lines of Chinese in GB 18030 are hardly ever UTF-8 by chance, while the reverse happens.
 */
function isMostlyUtf8(bytes: Buffer): boolean {
  let utf8 = 0;
  let foreign = 0;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, feed < 0 ? bytes.length : feed);
    if (line.some((byte) => byte > 0x7f)) {
      if (decode(line, 'utf-8') === undefined) foreign += 1;
      else utf8 += 1;
    }
    start += line.length + 1;
  }
  return utf8 > foreign;
}

function encodingOf(bytes: Buffer): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const hasUtf8Mark = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  return hasUtf8Mark || decode(bytes, 'utf-8') !== undefined || isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** Index of the first byte that starts no whole character. */
function findStrayByte(bytes: Buffer, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decode(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle;
    else good = middle;
  }
  // The prefix may end inside the character that turns out wrong; no encoding here has more than four bytes to one.
  while (good > 0 && decode(bytes.subarray(0, good), encoding) === undefined) good -= 1;
  return good;
}

const CHARACTERS_SHOWN_BEFORE = 10;

function strayByte(bytes: Buffer, encoding: Encoding, fileName: string): Refused {
  const at = findStrayByte(bytes, encoding);
  const lines = (decode(bytes.subarray(0, at), encoding) ?? '').split(/\r\n|\r|\n/);
  return new Refused(
    ledgerFileRefusals.strayByte({
      file: fileName,
      line: lines.length,
      byte: at + 1,
      value: `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
      before: [...(lines.at(-1) ?? '')].slice(-CHARACTERS_SHOWN_BEFORE).join(''),
      encoding: SHOWN[encoding],
    }),
  );
}

export function decodeText(bytes: Buffer, fileName: string): string {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text === undefined) throw strayByte(bytes, encoding, fileName);
  return text;
}
