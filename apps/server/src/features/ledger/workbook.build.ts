/** Makes small workbooks for tests, whole ones by default, and bad ones on request. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { writeZip, type ZipPart } from './zip-writer.ts';

export const part = (name: string, content: string | Uint8Array): ZipPart => {
  const bytes = Buffer.from(content);
  return { name, compressed: deflateRawSync(bytes), method: 8, crc32: crc32(bytes), size: bytes.length };
};

/** A part that unpacks to so many megabytes of zeros; it takes a kilobyte each and is never whole in memory. */
export function bombPart(name: string, megabytes: number, declaredBytes = megabytes * 1024 * 1024): ZipPart {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const compressed = Buffer.concat([...Array.from({ length: megabytes }, () => block), end]);
  return { name, compressed, method: 8, crc32: 0, size: declaredBytes };
}

type SheetPlan = { name: string; body: string; state?: 'hidden' | 'veryHidden'; kind?: 'worksheet' | 'chartsheet' };
type WorkbookPlan = {
  sheets?: readonly SheetPlan[];
  /** Number formats by style index from 1; a number is the id of a built-in one. */
  formats?: readonly (string | number)[];
  sharedStrings?: string;
  date1904?: boolean;
  doctype?: string;
  more?: readonly ZipPart[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="${PACKAGE}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function stylesXml(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, index) => (typeof format === 'number' ? format : 170 + index));
  const custom = formats.flatMap((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${170 + index}" formatCode="${format}"/>` : [],
  );
  const styles = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`).join('');
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellXfs>${styles}</cellXfs></styleSheet>`;
}

/** `body` is what stands within `<worksheet>`; `rows(...)` writes a plain one. */
export function workbookParts(plan: WorkbookPlan = {}): ZipPart[] {
  const sheets = plan.sheets ?? [{ name: '表一', body: rows('<c r="A1"><v>1</v></c>') }];
  const path = (sheet: SheetPlan, index: number) => `${sheet.kind ?? 'worksheet'}s/sheet${index + 1}.xml`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  return [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/workbook.xml',
      `<?xml version="1.0"?>${plan.doctype ?? ''}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${plan.date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((sheet, index) => [`rId${index + 1}`, sheet.kind ?? 'worksheet', path(sheet, index)] as const),
        ['rId901', 'sharedStrings', 'sharedStrings.xml'],
        ['rId902', 'styles', 'styles.xml'],
      ]),
    ),
    part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${plan.sharedStrings ?? ''}</sst>`),
    part('xl/styles.xml', stylesXml(plan.formats ?? [])),
    ...sheets.map((sheet, index) =>
      part(`xl/${path(sheet, index)}`, `<worksheet xmlns="${MAIN}">${sheet.body}</worksheet>`),
    ),
    ...(plan.more ?? []),
  ];
}

export const workbook = (plan: WorkbookPlan = {}): Buffer => writeZip(workbookParts(plan));

/** Rows from 1, each given as its cells. */
export const rows = (...cells: readonly string[]): string =>
  `<sheetData>${cells.map((row, index) => `<row r="${index + 1}">${row}</row>`).join('')}</sheetData>`;
