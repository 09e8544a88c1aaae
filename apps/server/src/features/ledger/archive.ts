/**
 * Checks a workbook's archive before a spreadsheet reader sees it, and hands on a fresh archive of the few parts that
 * hold cells. Two readers of one archive can be made to see different files in it; a fresh one has a single meaning,
 * and pictures, charts, macros and links never reach the reader at all.
 */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Readable } from 'node:stream';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { ledgerFileRefusals as refusals } from '@zhengyou/domain/ledger/ledger-file.refusals.ts';
import { MEGABYTE, type FileLimits } from './file-limits.ts';
import { newTally, scanXml, type Tally } from './scan-xml.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

export type CheckedWorkbook = { readonly archive: Buffer; readonly tally: Tally };

const CELL_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const XML_PART = /\.(xml|rels|vml)$/i;
// What yauzl says of names that leave the archive, and of parts that unpack to more than they declare.
const UNSAFE_NAME = /absolute path|relative path|invalid characters/;
const MORE_THAN_DECLARED = /too many bytes/;

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );

const openPart = (zip: ZipFile, entry: Entry) =>
  new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );

function listParts(zip: ZipFile, fileName: string, limits: FileLimits): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const refuse = (refusal: Refusal) => reject(new Refused(refusal));
    const parts: Entry[] = [];
    if (zip.entryCount > limits.parts)
      return refuse(refusals.tooManyParts({ file: fileName, parts: zip.entryCount, limit: limits.parts }));
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return refuse(refusals.encrypted({ file: fileName }));
      parts.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** An archive is a workbook if it holds one, not if it is named like one. */
function findRefusal(names: ReadonlySet<string>, fileName: string): Refusal | undefined {
  const file = { file: fileName };
  if (names.has('xl/workbook.xml')) return undefined;
  if (names.has('xl/workbook.bin')) return refusals.binaryWorkbook(file);
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) return refusals.otherDocument(file);
  if (names.has('content.xml') && names.has('META-INF/manifest.xml')) return refusals.openDocument(file);
  return refusals.compressed(file);
}

/** The part as it lies in the archive, still compressed: behind a local header of 30 bytes, its name and its extras. */
function compressedBytes(bytes: Buffer, entry: Entry): Buffer {
  const header = entry.relativeOffsetOfLocalHeader;
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  return bytes.subarray(start, start + entry.compressedSize);
}

const inflates = (fileName: string, limits: FileLimits) =>
  new Refused(refusals.inflates({ file: fileName, limit: Math.round(limits.inflatedBytes / MEGABYTE) }));

function asRefused(error: unknown, fileName: string, limits: FileLimits): Refused {
  if (error instanceof Refused) return error;
  const message = error instanceof Error ? error.message : '';
  if (UNSAFE_NAME.test(message)) return new Refused(refusals.unsafeNames({ file: fileName }));
  if (MORE_THAN_DECLARED.test(message)) return inflates(fileName, limits);
  return new Refused(refusals.damaged({ file: fileName }));
}

export type OnBytes = (done: number, total: number) => void;

async function check(bytes: Buffer, fileName: string, limits: FileLimits, onBytes: OnBytes): Promise<CheckedWorkbook> {
  const zip = await open(bytes);
  const entries = await listParts(zip, fileName, limits);
  const names = new Set(entries.map((entry) => entry.fileName));
  const refusal = findRefusal(names, fileName);
  if (refusal) throw new Refused(refusal);
  if (names.size < entries.length) throw new Refused(refusals.unsafeNames({ file: fileName }));

  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > limits.inflatedBytes) throw inflates(fileName, limits);

  const tally = newTally();
  const kept: ZipPart[] = [];
  let inflated = 0;
  let done = 0;
  for (const entry of entries) {
    const holdsCells = CELL_PARTS.test(entry.fileName);
    // Cells are counted only where the reader will build them; declarations are looked for everywhere.
    const scan = XML_PART.test(entry.fileName) ? scanXml(fileName, limits, holdsCells ? tally : newTally()) : undefined;
    let size = 0;
    for await (const chunk of (await openPart(zip, entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      inflated += chunk.length;
      const grown = size > limits.ratioFromBytes && size > entry.compressedSize * limits.ratio;
      if (grown || inflated > limits.inflatedBytes) throw inflates(fileName, limits);
      scan?.read(chunk);
    }
    if (holdsCells)
      kept.push({
        name: entry.fileName,
        compressed: compressedBytes(bytes, entry),
        method: entry.compressionMethod === 0 ? 0 : 8,
        crc32: entry.crc32,
        size,
      });
    done += entry.compressedSize;
    onBytes(done, bytes.length);
  }
  return { archive: writeZip(kept), tally };
}

/** Refuses with the reason; whatever else an archive does to its reader means that it is damaged. */
export async function checkArchive(
  bytes: Buffer,
  fileName: string,
  limits: FileLimits,
  onBytes: OnBytes = () => undefined,
): Promise<CheckedWorkbook> {
  try {
    return await check(bytes, fileName, limits, onBytes);
  } catch (error) {
    throw asRefused(error, fileName, limits);
  }
}
