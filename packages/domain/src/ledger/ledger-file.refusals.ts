/** Why an uploaded file cannot be read as a ledger, and what the office can do about it. */
import { refusal } from '../kit/refusal.ts';

export const ledgerFileRefusals = {
  empty: refusal('ledgerFileEmpty', 'unprocessable', {
    zh: '文件“{file}”是空的。请打开原文件确认里面有内容，保存后再上传。',
    en: 'The file “{file}” is empty. Please open the original, check that it holds a table, save it and upload again.',
  }),
  nothingWritten: refusal('ledgerFileNothingWritten', 'unprocessable', {
    zh: '文件“{file}”的工作表里一个字也没有。请确认上传的是填好的台账。',
    en: 'Not one cell of “{file}” has anything written in it. Please check that you chose the ledger that was filled in.',
  }),
  tooBig: refusal('ledgerFileTooBig', 'tooLarge', {
    zh: '文件“{file}”有 {size} MB，超过 {limit} MB。请删去图片和无关的工作表，或分成几个文件上传。',
    en: '“{file}” is {size} MB; the limit is {limit} MB. Please remove pictures and sheets that do not belong, or upload it in parts.',
  }),
  pdf: refusal('ledgerFilePdf', 'unprocessable', {
    zh: '“{file}”其实是 PDF 文件，读不出表格。请上传原来的 Excel 或 WPS 表格（.xlsx）。',
    en: '“{file}” is really a PDF, from which no table can be read. Please upload the spreadsheet it was made from (.xlsx).',
  }),
  legacyXls: refusal('ledgerFileLegacyXls', 'unprocessable', {
    zh: '“{file}”是旧格式（.xls 或 .et）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。',
    en: '“{file}” is in an old format (.xls or .et). Please open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.',
  }),
  binaryWorkbook: refusal('ledgerFileBinaryWorkbook', 'unprocessable', {
    zh: '“{file}”是二进制工作簿（.xlsb）。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”再上传。',
    en: '“{file}” is a binary workbook (.xlsb). Please open it in Excel, save it as “Excel Workbook (.xlsx)”, and upload that.',
  }),
  openDocument: refusal('ledgerFileOpenDocument', 'unprocessable', {
    zh: '“{file}”是 OpenDocument 文件。请用办公软件打开，另存为“Excel 工作簿（.xlsx）”再上传。',
    en: '“{file}” is an OpenDocument file. Please open it in your office programme, save it as “Excel Workbook (.xlsx)”, and upload that.',
  }),
  encrypted: refusal('ledgerFileEncrypted', 'unprocessable', {
    zh: '“{file}”设有打开密码。请打开后取消密码（文件 → 信息 → 保护工作簿 → 用密码进行加密，清空），保存再上传。请不要把密码发给任何人。',
    en: '“{file}” is protected by a password. Please open it, clear the password (File → Info → Protect Workbook → Encrypt with Password), save and upload again. Send the password to nobody.',
  }),
  otherDocument: refusal('ledgerFileOtherDocument', 'unprocessable', {
    zh: '“{file}”是文档或演示文稿，不是表格。请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx 再上传。',
    en: '“{file}” is a document or a presentation, not a spreadsheet. Please copy its table into a spreadsheet, save that as .xlsx, and upload it.',
  }),
  compressed: refusal('ledgerFileCompressed', 'unprocessable', {
    zh: '“{file}”是压缩包。请先解压，再上传里面的表格。',
    en: '“{file}” is a compressed archive. Please unpack it first and upload the spreadsheet inside.',
  }),
  image: refusal('ledgerFileImage', 'unprocessable', {
    zh: '“{file}”是图片，读不出表格。请上传表格文件（.xlsx 或 .csv）。',
    en: '“{file}” is a picture, from which no table can be read. Please upload a spreadsheet (.xlsx or .csv).',
  }),
  webPage: refusal('ledgerFileWebPage', 'unprocessable', {
    zh: '“{file}”里面是网页或 XML，常见于其他系统“导出 Excel”。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。',
    en: '“{file}” is really a web page or XML, as some systems export it under an Excel name. Please open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.',
  }),
  unknownKind: refusal('ledgerFileUnknownKind', 'unprocessable', {
    zh: '认不出“{file}”是什么文件。能读的是 Excel 工作簿（.xlsx）和 CSV 文本。',
    en: '“{file}” is of no kind that can be read here. Excel workbooks (.xlsx) and CSV text can.',
  }),
  damaged: refusal('ledgerFileDamaged', 'unprocessable', {
    zh: '“{file}”不完整或已损坏，读到一半读不下去。请用 Excel 或 WPS 打开原文件，重新另存为 .xlsx 再上传。',
    en: '“{file}” is incomplete or damaged and cannot be read to its end. Please open the original in Excel or WPS, save it anew as .xlsx, and upload that.',
  }),
  inflates: refusal('ledgerFileInflates', 'tooLarge', {
    zh: '“{file}”解开后会大得不合常理（超过 {limit} MB，或压缩比异常），为安全起见没有读它。请用 Excel 或 WPS 打开，删去末尾的空白行列，另存为 .xlsx 再上传。',
    en: '“{file}” would unpack to an unreasonable size (over {limit} MB, or far out of proportion), so it was not read. Please open it in Excel or WPS, delete the blank rows and columns at its end, save it as .xlsx, and upload that.',
  }),
  tooManyParts: refusal('ledgerFileTooManyParts', 'tooLarge', {
    zh: '“{file}”里有 {parts} 个部件，超过 {limit} 个。请把台账的工作表复制到一个新的工作簿里再上传。',
    en: '“{file}” consists of {parts} parts; the limit is {limit}. Please copy the ledger’s sheets into a new workbook and upload that.',
  }),
  unsafeNames: refusal('ledgerFileUnsafeNames', 'unprocessable', {
    zh: '“{file}”内部的部件名指向文件之外，或有重名，不是正常保存的工作簿。请用 Excel 或 WPS 打开，另存为新的 .xlsx 再上传。',
    en: 'Parts inside “{file}” point outside it or share a name; no spreadsheet programme saves such a workbook. Please open it in Excel or WPS, save it as a new .xlsx, and upload that.',
  }),
  declaresEntities: refusal('ledgerFileDeclaresEntities', 'unprocessable', {
    zh: '“{file}”内部含有外部引用声明（DOCTYPE），正常的工作簿没有它，为安全起见没有读。请用 Excel 或 WPS 打开，另存为新的 .xlsx 再上传。',
    en: '“{file}” carries a declaration of outside references (DOCTYPE), which no ordinary workbook has, so it was not read. Please open it in Excel or WPS, save it as a new .xlsx, and upload that.',
  }),
  tooManyRows: refusal('ledgerFileTooManyRows', 'tooLarge', {
    zh: '“{file}”一直用到第 {rows} 行，超过 {limit} 行。如果后面都是空行，请选中这些行，右键“删除”（不是清除内容），保存后再上传；确实有这么多内容，请分成几个文件。',
    en: '“{file}” reaches to row {rows}; the limit is {limit}. If the rows at its end are blank, select them, delete the rows (clearing them is not enough), save and upload again; if they are real, please split the file.',
  }),
  tooManyColumns: refusal('ledgerFileTooManyColumns', 'tooLarge', {
    zh: '“{file}”一直用到第 {columns} 列，超过 {limit} 列。请选中右边不用的列，右键“删除”，保存后再上传。',
    en: '“{file}” reaches to column {columns}; the limit is {limit}. Please select the unused columns on the right, delete them, save and upload again.',
  }),
  tooManyCells: refusal('ledgerFileTooManyCells', 'tooLarge', {
    zh: '“{file}”有超过 {limit} 个单元格（设了格式的空格也算）。请删去空白的行列和无关的工作表，或分成几个文件上传。',
    en: '“{file}” has more than {limit} cells (blank but formatted ones count). Please delete blank rows, blank columns and sheets that do not belong, or upload it in parts.',
  }),
  tooHeavy: refusal('ledgerFileTooHeavy', 'tooLarge', {
    zh: '读“{file}”需要的内存或时间超过了限度，已经停下，什么也没有导入。请把台账的工作表复制到一个新的工作簿，或分成几个文件上传。',
    en: 'Reading “{file}” took more memory or time than is allowed; it was stopped and nothing was imported. Please copy the ledger’s sheets into a new workbook, or upload it in parts.',
  }),
  strayByte: refusal('ledgerFileStrayByte', 'unprocessable', {
    zh: '“{file}”第 {line} 行（“{before}”之后，文件的第 {byte} 个字节，值 {value}）不是完整的 {encoding} 文字，可能传输时损坏或混用了编码。请在 Excel 或 WPS 里打开，改好这一行，另存为 .xlsx 或“CSV UTF-8”再上传。',
    en: 'Line {line} of “{file}” (after “{before}”, byte {byte} of the file, value {value}) is not whole {encoding} text; it was damaged on its way or two encodings were mixed. Please open it in Excel or WPS, mend that line, save it as .xlsx or “CSV UTF-8”, and upload that.',
  }),
  unclosedQuote: refusal('ledgerFileUnclosedQuote', 'unprocessable', {
    zh: '“{file}”第 {line} 行有一个英文双引号没有配对，后面的内容无法可靠地分列。请改好这一行，或用 Excel、WPS 另存为 .xlsx 再上传。',
    en: 'A double quote on line {line} of “{file}” is not matched, so that the columns after it cannot be told apart. Please mend that line, or save the table as .xlsx in Excel or WPS, and upload that.',
  }),
} as const;
