/** What an import answers when something cannot be done, beside what a file itself is refused for. */
import { refusal } from '../kit/refusal.ts';

export const importRefusals = {
  interrupted: refusal('importInterrupted', 'conflict', {
    zh: '读到一半中断了，什么都没有写入。请再选一次文件。',
    en: 'The reading was interrupted; nothing was written. Please choose the file again.',
  }),
  notRead: refusal('importNotRead', 'conflict', {
    zh: '这份台账还没有读好，或者已经收起，不能这样做。请刷新看看。',
    en: 'This ledger has not been read yet, or was put away, so that cannot be done. Please reload.',
  }),
  nothingNew: refusal('importNothingNew', 'conflict', {
    zh: '和现有的一样，没有要写入的。',
    en: 'It is the same as what is there; there is nothing to write.',
  }),
  notApplied: refusal('importNotApplied', 'conflict', {
    zh: '这次导入没有写入过，或者已经撤回，没有可撤的。',
    en: 'This import was not applied, or was taken back already; there is nothing to take back.',
  }),
  undoTooLate: refusal('importUndoTooLate', 'conflict', {
    zh: '导入已经超过 {days} 天，不能整批撤回了。可以逐条改。',
    en: 'The import is more than {days} days old and cannot be taken back whole. Records can be changed one by one.',
  }),
  pasteTooBig: refusal('importPasteTooBig', 'tooLarge', {
    zh: '粘贴的内容太多：一次最多 {rows} 行、{cells} 格。请分几次粘贴，或把表格存成文件再导入。',
    en: 'Too much was pasted: at most {rows} rows and {cells} cells at once. Please paste it in parts, or save the table as a file and import that.',
  }),
  pasteEmpty: refusal('importPasteEmpty', 'invalid', {
    zh: '没有粘贴到内容，请复制以后再粘一次。',
    en: 'Nothing was pasted. Please copy it and paste again.',
  }),
  sheetMissing: refusal('importSheetMissing', 'invalid', {
    zh: '文件里没有叫「{sheet}」的表，请刷新后再对一次列。',
    en: 'The file has no sheet called “{sheet}”. Please reload and map the columns again.',
  }),
  pairedInFuture: refusal('importPairedInFuture', 'invalid', {
    zh: '结对的日子不能晚于今天。',
    en: 'The day from which pairings count cannot be later than today.',
  }),
  exportTooMany: refusal('ledger.exportTooMany', 'tooLarge', {
    zh: '超过 {most} 次谈话，一个文件放不下。',
    en: 'More than {most} talks do not fit into one file.',
  }),
};
