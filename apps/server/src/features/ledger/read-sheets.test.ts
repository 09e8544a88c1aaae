import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { FILE_LIMITS } from './file-limits.ts';
import { readSheets } from './read-sheets.ts';
import { bombPart, part, rows, workbook, workbookParts } from './workbook.build.ts';
import { writeZip } from './zip-writer.ts';

const LEDGER = readFileSync(new URL('../../../seeds/demo/ledger-2026.xlsx', import.meta.url));

async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  const outcome: unknown = await readSheets(Buffer.from(bytes), '台账.xlsx', FILE_LIMITS).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof Refused) return outcome.refusal;
  throw new Error('expected a refusal', { cause: outcome });
}

describe('refused, each with its own reason', () => {
  const ole = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
  const withPart = (name: string) => writeZip([...workbookParts(), part(name, 'x')]);
  const encryptedParts = () => {
    const zip = workbook();
    // Bit 0 of the general flags in the first header of the central directory.
    const flags = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8;
    zip.writeUInt16LE(zip.readUInt16LE(flags) | 1, flags);
    return zip;
  };
  const entity = '<!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const many = (count: number, one: (index: number) => string) => Array.from({ length: count }, (_, i) => one(i + 1));

  const cases: [what: string, bytes: () => Uint8Array, code: string][] = [
    ['an empty file', () => Buffer.alloc(0), 'ledgerFileEmpty'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'latin1'), 'ledgerFilePdf'],
    ['a PDF behind a table', () => Buffer.from('姓名,党派\n%PDF-1.7\n'), 'ledgerFilePdf'],
    ['a workbook of before 2007', () => ole('Workbook'), 'ledgerFileLegacyXls'],
    ['a workbook with a password', () => ole('EncryptedPackage'), 'ledgerFileEncrypted'],
    ['a document of before 2007', () => ole('WordDocument'), 'ledgerFileOtherDocument'],
    ['a document', () => writeZip([part('word/document.xml', '<w/>')]), 'ledgerFileOtherDocument'],
    ['a binary workbook', () => writeZip([part('xl/workbook.bin', 'x')]), 'ledgerFileBinaryWorkbook'],
    [
      'an OpenDocument sheet',
      () => writeZip([part('content.xml', '<x/>'), part('META-INF/manifest.xml', '<x/>')]),
      'ledgerFileOpenDocument',
    ],
    ['an archive of anything', () => writeZip([part('台账.csv', '姓名')]), 'ledgerFileCompressed'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'ledgerFileImage'],
    ['a web page named xls', () => Buffer.from('<html><table><tr><td>姓名'), 'ledgerFileWebPage'],
    ['a programme', () => Buffer.from('7f454c46020101000000000000000000', 'hex'), 'ledgerFileUnknownKind'],
    ['blank sheets', () => workbook({ sheets: [{ name: '空', body: '<sheetData/>' }] }), 'ledgerFileNothingWritten'],
    ['spaces', () => Buffer.from(' \n　\n'), 'ledgerFileNothingWritten'],
    ['half a workbook', () => LEDGER.subarray(0, LEDGER.length / 2), 'ledgerFileDamaged'],
    [
      'a workbook with broken XML',
      () => workbook({ sheets: [{ name: '表', body: '<sheetData><row r="1"><c r="A1' }] }),
      'ledgerFileDamaged',
    ],
    ['a part with a password', encryptedParts, 'ledgerFileEncrypted'],
    ['a name that climbs out', () => withPart('../../etc/cron.d/x'), 'ledgerFileUnsafeNames'],
    ['an absolute name', () => withPart('/etc/passwd'), 'ledgerFileUnsafeNames'],
    ['two parts of one name', () => withPart('xl/workbook.xml'), 'ledgerFileUnsafeNames'],
    ['an outside entity', () => workbook({ doctype: entity }), 'ledgerFileDeclaresEntities'],
    [
      'an outside entity in a part that is not read',
      () => writeZip([...workbookParts(), part('docProps/core.xml', entity)]),
      'ledgerFileDeclaresEntities',
    ],
    [
      'too many parts',
      () => writeZip([...workbookParts(), ...many(2_000, (i) => `x/${i}`).map((name) => part(name, ''))]),
      'ledgerFileTooManyParts',
    ],
    [
      'a bomb that says so',
      () => writeZip([...workbookParts(), bombPart('xl/media/a.png', 900)]),
      'ledgerFileInflates',
    ],
    [
      'a bomb that lies',
      () => writeZip([...workbookParts(), bombPart('xl/media/a.png', 900, 1000)]),
      'ledgerFileInflates',
    ],
    [
      'a part out of all proportion',
      () => writeZip([...workbookParts(), bombPart('xl/media/a.png', 20)]),
      'ledgerFileInflates',
    ],
    [
      'a cell far down',
      () => workbook({ sheets: [{ name: '表', body: '<sheetData><row r="1048576"/></sheetData>' }] }),
      'ledgerFileTooManyRows',
    ],
    [
      'a cell far right',
      () => workbook({ sheets: [{ name: '表', body: rows('<c r="XFD1"><v>1</v></c>') }] }),
      'ledgerFileTooManyColumns',
    ],
    [
      'a tag without end',
      () => workbook({ sheets: [{ name: '表', body: `<x ${many(30_000, (i) => `a${i}=""`).join(' ')}/>` }] }),
      'ledgerFileTooHeavy',
    ],
  ];

  test.each(cases)('%s', async (what, bytes, code) => {
    const refusal = await refusalOf(bytes());
    expect(refusal.code, what).toBe(code);
    for (const language of ['zh', 'en'] as const) {
      const sentence = say(refusal.words, language, refusal.facts);
      expect(sentence).toContain('台账.xlsx');
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
