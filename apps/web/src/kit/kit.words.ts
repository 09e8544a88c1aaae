import { words } from '@zhengyou/domain/kit/words.ts';

export const kitWords = words({
  clauseGlyph: { zh: '文', en: '§' },
  clauseTitle: { zh: '看这一条', en: 'Read this clause' },
  clauseLabel: { zh: '文{clause}，看依据', en: 'Clause {clause}, read the basis' },
  local: { zh: '自定', en: 'Local' },
  localTitle: { zh: '本院自定，不是办法原文', en: 'Set here, not in the measures' },
  comma: { zh: '，', en: ', ' },
  /** Between the items of a list. */
  and: { zh: '、', en: ', ' },
  /** Between two sentences that are set in different faces. */
  gap: { zh: '', en: ' ' },
  close: { zh: '收起', en: 'Close' },
  undo: { zh: '撤销', en: 'Undo' },
  actionSeconds: { zh: '{action}（{seconds} 秒）', en: '{action} ({seconds} s)' },
  optional: { zh: '可不写', en: 'optional' },
  retry: { zh: '再试一次', en: 'Try again' },
  cancel: { zh: '取消', en: 'Cancel' },
  loading: { zh: '正在读', en: 'Loading' },
  readFailed: { zh: '没有读出来。', en: 'This could not be read.' },
  savedStays: { zh: '已存的都在。', en: 'What was saved is safe.' },
  requestId: { zh: '编号 {id}', en: 'Number {id}' },
  requestIdAt: { zh: '编号 {id}，{at}', en: 'Number {id}, {at}' },
  offline: { zh: '没有网络', en: 'No network' },
  offlinePending: { zh: '没有网络，待上传 {count}', en: 'No network, {count} waiting to upload' },
  offlineSafe: { zh: '。记的都在这台设备里', en: '. What you noted is kept on this device' },
  pending: { zh: '待上传 {count}', en: '{count} waiting to upload' },
  share: { zh: '{of} 中的 {count}', en: '{count} of {of}' },
  termLeft: { zh: '还有 {days} 天', en: '{days} days left' },
  termEnded: { zh: '已届满', en: 'Term ended' },
  termUnknown: { zh: '缺任期', en: 'Term not known' },
  rowNumber: { zh: '行', en: 'Row' },
  sheetTitle: { zh: '原表，{sheet}', en: 'The workbook, {sheet}' },
  rowRange: { zh: '第 {from} 至 {until} 行', en: 'Rows {from} to {until}' },
  signDate: { zh: '年　　月　　日', en: 'Date' },
  months: { zh: '十二个月', en: 'Twelve months' },
});

export const stateWords = words({
  met: { zh: '已谈', en: 'Met' },
  onTrack: { zh: '如期', en: 'On track' },
  dueSoon: { zh: '将到', en: 'Due soon' },
  due: { zh: '该谈了', en: 'Due' },
  late: { zh: '过期未谈', en: 'Late' },
  firstPending: { zh: '待首谈', en: 'First talk pending' },
  excused: { zh: '暂缓', en: 'Excused' },
});
