/** What the pages of importing say. Problems, choices and fields have their words in the domain. */
import type { LedgerClaim } from '@zhengyou/domain/matter/matter.ts';
import { words, type Words } from '@zhengyou/domain/kit/words.ts';
import type { FixKind } from '@zhengyou/domain/ledger/plan.types.ts';

export const ledgerWords = words({
  title: { zh: '导入', en: 'Import' },
  sub: {
    zh: '交来一份台账，先试读给您看。您点导入以前，什么都不写入。',
    en: 'Hand in a ledger and look at a dry run first. Nothing is written before you import it.',
  },
  importTitle: { zh: '导入台账', en: 'Import a ledger' },

  // handing in a file
  choose: { zh: '选一个文件', en: 'Choose a file' },
  orDrop: { zh: '或者拖到这里', en: 'or drop it here' },
  dropNow: { zh: '松手就交上', en: 'Let go to hand it in' },
  fileKinds: {
    zh: 'Excel 工作簿（.xlsx）或 CSV，不超过 {limit} MB。表头在第几行、叫什么都可以，会先对给您看。',
    en: 'An Excel workbook (.xlsx) or CSV of at most {limit} MB. Headings may stand on any row under any usual name; you see how they were matched.',
  },
  fileLabel: { zh: '台账文件', en: 'Ledger file' },
  oneFile: { zh: '一次交一个文件。', en: 'One file at a time.' },
  handingIn: { zh: '正在交上「{file}」', en: 'Handing in “{file}”' },
  sampleTry: { zh: '用示例台账试一试', en: 'Try it with the sample ledger' },
  sampleGet: { zh: '下载示例台账', en: 'Download the sample ledger' },
  sampleName: { zh: '示例台账.xlsx', en: 'sample-ledger.xlsx' },

  // earlier imports
  earlier: { zh: '以前的导入', en: 'Earlier imports' },
  earlierNone: { zh: '还没有导入过。', en: 'Nothing has been imported yet.' },
  earlierNoneText: {
    zh: '导入以后 30 天内可以整批撤回。',
    en: 'For 30 days an import can be taken back as a whole.',
  },
  file: { zh: '文件', en: 'File' },
  state: { zh: '到哪一步', en: 'Where it stands' },
  cameOf: { zh: '结果', en: 'Outcome' },
  what: { zh: '怎么办', en: 'What to do' },
  startedBy: { zh: '{when}，{name}', en: '{when}, {name}' },
  goOn: { zh: '接着看', en: 'Go on' },
  seeResult: { zh: '看结果', en: 'See the result' },
  seeWhy: { zh: '看原因', en: 'See why' },
  putAway: { zh: '不要了', en: 'Discard' },
  putAwaySure: { zh: '定过的也不留，确定不要了', en: 'Decisions go too: discard' },
  gone: { zh: '已经清掉，什么都没有留下', en: 'Discarded; nothing of it is left' },
  undoByShort: { zh: '{day}前可撤回', en: 'can be taken back until {day}' },

  // steps
  steps: { zh: '导入的几步', en: 'The steps of an import' },
  stepDone: { zh: '已过：', en: 'Done: ' },

  // reading
  reading: { zh: '正在读「{file}」', en: 'Reading “{file}”' },
  readingSafe: {
    zh: '只是读，还没有写入任何东西。离开这一页也会读完。',
    en: 'It is only being read; nothing has been written. It goes on when you leave this page.',
  },
  readingShare: { zh: '读了 {share}%', en: '{share}% read' },
  cancel: { zh: '取消', en: 'Cancel' },
  notRead: { zh: '这份文件没有读成', en: 'This file could not be read' },
  nothingWritten: { zh: '什么都没有写入。', en: 'Nothing was written.' },
  otherFile: { zh: '换一个文件', en: 'Another file' },
  toImports: { zh: '回导入', en: 'To imports' },

  // columns
  columnsSub: {
    zh: '{file}。看看每一列读作什么，不对的改过来，再试读。',
    en: '{file}. Check what each column was taken for, mend what is wrong, then read it again.',
  },
  sheetIs: { zh: '这张表是', en: 'This sheet holds' },
  notThisSheet: { zh: '不读这张表', en: 'Do not read this sheet' },
  sheetOdd: {
    zh: '没有认出这张表的表头。看看下面几行：它是哪一种，表头在第几行。',
    en: 'The headings of this sheet were not recognised. Look at the rows below: which kind is it, and on which row do its headings stand?',
  },
  sheetRows: { zh: '{rows} 行', en: '{rows} rows' },
  headingRow: { zh: '表头在第几行', en: 'Row of the headings' },
  headingRowWrong: { zh: '写一个行号，从 1 起', en: 'Give a row number, from 1' },
  headingRowNone: { zh: '表里没有第 {row} 行', en: 'The sheet has no row {row}' },
  noColumn: { zh: '没有这一列', en: 'No such column' },
  column: { zh: '{letter} 列', en: 'Column {letter}' },
  columnHeaded: { zh: '{letter}　{heading}', en: '{letter}  {heading}' },
  fieldMissing: { zh: '没有它，这张表读不了。请选一列', en: 'This sheet cannot be read without it. Choose a column' },
  fieldTwice: { zh: '与「{field}」对着同一列', en: 'The same column as “{field}”' },
  notTaken: {
    zh: '不收的列：{columns}。用不到的不存。',
    en: 'Columns not taken: {columns}. What is not needed is not kept.',
  },
  pairedFrom: { zh: '结对从哪天算起', en: 'Pairings count from' },
  pairedFromHint: {
    zh: '台账没有写，先按台账那一年的 1 月 1 日，可以改。',
    en: 'The ledger does not say; 1 January of its year is proposed and can be changed.',
  },
  pairedInFuture: { zh: '不能晚于今天', en: 'Not later than today' },
  pairedMissing: { zh: '写一个日期', en: 'Give a date' },
  dryRun: { zh: '按这样试读', en: 'Read it this way' },
  noSheet: { zh: '至少读一张表。', en: 'At least one sheet has to be read.' },
  mendColumns: {
    zh: '标出的 {count} 处对好，才能试读。',
    en: 'Mend the {count} places marked before it can be read.',
  },

  // the look
  lookSub: {
    zh: '{file}，{sheets} 张表，{when} 试读。还没有写入任何东西',
    en: '{file}, sheets read: {sheets}, on {when}. Nothing has been written yet',
  },
  exportProblems: { zh: '导出问题清单', en: 'Export the problems' },
  problemsName: { zh: '问题清单.xlsx', en: 'problems.xlsx' },
  importRows: { zh: '导入 {rows} 行', en: 'Import {rows} rows' },
  nothingNew: {
    zh: '和现有的一样，没有要写入的。',
    en: 'It is the same as what is there; there is nothing to write.',
  },
  noRows: {
    zh: '只有表头，下面没有写内容的行。请看看是不是选错了文件。',
    en: 'There are headings, but no rows under them. Perhaps it is the wrong file.',
  },
  nothingTaken: { zh: '没有一行能收，先看下面的问题。', en: 'No row can be taken; look at the problems first.' },
  ofRows: { zh: '/ {rows} 行可收', en: '/ {rows} rows' },
  people: { zh: '{count} 人', en: '{count}' },
  rows: { zh: '{count} 行', en: '{count}' },
  pairs: { zh: '{count} 对', en: '{count}' },
  places: { zh: '{count} 处', en: '{count}' },
  fresh: { zh: '新增', en: 'New' },
  same: { zh: '与现有相同', en: 'Same as held' },
  changedRows: { zh: '补充现有的', en: 'Adds to what is held' },
  merged: { zh: '与前面的行是一个', en: 'One with an earlier row' },
  monthOnly: { zh: '只有月份，照收', en: 'Only a month; taken' },
  askRows: { zh: '等您定', en: 'Waiting for you' },
  refusedRows: { zh: '不能收', en: 'Cannot be taken' },
  skipped: { zh: '您说不收', en: 'Left out by you' },
  tidied: { zh: '已替您理顺', en: 'Tidied for you' },
  tidiedUnit: { zh: '处写法', en: 'spellings' },
  tidiedNone: { zh: '写法都整齐', en: 'All is written evenly' },
  tidiedMore: { zh: '看怎么读的', en: 'See how it was read' },
  tidiedSub: {
    zh: '只是读法，您的原文件不动。每种先列几处。',
    en: 'This is how it was read; your file stays as it is. A few places of each kind.',
  },
  tidiedEmpty: { zh: '（空）', en: '(blank)' },
  readAs: { zh: '读作', en: 'read as' },
  channels: { zh: '方式', en: 'Ways' },
  parties: { zh: '党派', en: 'Parties' },
  ignored: { zh: '没有当数据的行', en: 'Rows that are no data' },
  rowAt: { zh: '第 {row} 行', en: 'Row {row}' },
  pairingsLine: {
    zh: '台账里的联系领导成为 {count} 对结对，从 {day}算起。',
    en: 'The leaders named make {count} pairings, counting from {day}.',
  },
  change: { zh: '改', en: 'Change' },

  // problems
  problems: { zh: '问题', en: 'Problems' },
  levelCount: { zh: '{level} {count}', en: '{level} {count}' },
  jk: { zh: '逐条看', en: 'one by one' },
  cell: { zh: '单元格', en: 'Cell' },
  written: { zh: '写的是', en: 'It says' },
  why: { zh: '为什么', en: 'Why' },
  todo: { zh: '怎么办', en: 'What to do' },
  cellOf: { zh: '{sheet} {cell}', en: '{sheet} {cell}' },
  allOf: { zh: '看全部 {count} 处', en: 'All {count}' },
  more: { zh: '再列 {count} 处', en: '{count} more' },
  noProblems: { zh: '没有要您看的，可以导入。', en: 'Nothing is left for you to decide; it can be imported.' },
  noneOfLevel: { zh: '这一类没有了。', en: 'None of this kind.' },
  allDecided: { zh: '都定了', en: 'all decided' },
  wholeFile: { zh: '说的是整个文件。', en: 'This concerns the whole file.' },
  decideAt: { zh: '{cell} 怎么办', en: '{cell}: what to do' },
  changeTo: { zh: '{cell} 改成', en: '{cell} becomes' },
  decided: { zh: '{cell}：{decision}', en: '{cell}: {decision}' },
  decidedShort: { zh: '已定', en: 'Decided' },
  alike: { zh: '写法一样的另外 {count} 处，也这样定', en: 'Decide the {count} others written the same way likewise' },
  again: { zh: '改', en: 'Change' },
  takeBack: { zh: '撤销', en: 'Undo' },
  decisionRefused: {
    zh: '原来定的「{decision}」做不到，请另定。',
    en: 'The decision “{decision}” could not be followed; please decide anew.',
  },
  proposed: { zh: '建议', en: 'proposed' },
  onlyFile: {
    zh: '改动只记在这次试读里，您的原文件不动。导入以后 {days} 天内可整批撤回，撤回前先看会动到谁。',
    en: 'Changes are kept in this dry run only; your file stays as it is. For {days} days after importing it can be taken back as a whole, and you see first whom that concerns.',
  },
  nothingToDo: { zh: '不用做什么，知道就好。', en: 'Nothing to do; just so that you know.' },
  mendInFile: { zh: '这里没有可选的。{advice}。', en: 'Nothing can be chosen here. {advice}.' },
  matchColumns: { zh: '去对上列', en: 'Match the columns' },
  stale: {
    zh: '别人刚改过这次试读，已经重新读出。请再看一眼。',
    en: 'Someone else just changed this dry run; it was read anew. Please look again.',
  },
  notSent: {
    zh: '没有连上，刚才定的没有记下。请再点一次。',
    en: 'No connection; what you just decided was not kept. Please press once more.',
  },
  from: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'Until' },
  date: { zh: '日期', en: 'Date' },
  month: { zh: '年月', en: 'Month' },
  name: { zh: '姓名', en: 'Name' },
  pickFirst: { zh: '先选一个', en: 'Choose one first' },
  pickLeader: { zh: '领导', en: 'Leader' },
  pickPerson: { zh: '代表人士', en: 'Representative' },
  pickUnit: { zh: '单位', en: 'Unit' },
  search: { zh: '写名字找', en: 'Type a name' },
  searching: { zh: '正在找', en: 'Searching' },
  noMatch: { zh: '没有叫「{search}」的', en: 'Nobody and nothing called “{search}”' },
  matches: { zh: '{count} 个，上下键选', en: '{count}; use the arrow keys' },
  chosenOne: { zh: '已选的一位', en: 'the one chosen' },

  // bulk
  bulkLine: { zh: '{what}：{count} 处有建议。', en: '{what}: {count} with a proposal.' },
  bulkLook: { zh: '一起看', en: 'Look at them together' },
  bulkTitle: { zh: '{what}，{count} 处', en: '{what}, {count}' },
  bulkDo: { zh: '全部照建议，{count} 处', en: 'Take all {count} proposals' },
  bulkHint: {
    zh: '不对的先去掉勾，回头单独定。',
    en: 'Untick what is wrong, and decide it on its own afterwards.',
  },
  bulkDone: { zh: '{count} 处照建议定了', en: '{count} decided as proposed' },

  // applying
  applyTitle: { zh: '导入 {rows} 行', en: 'Import {rows} rows' },
  applyWhat: { zh: '会写入', en: 'Will be written' },
  applySame: {
    zh: '{count} 行和现有的一样，不动。',
    en: '{count} rows are the same as what is held and stay as they are.',
  },
  applyOpen: {
    zh: '还有 {count} 行没定，先不收，以后可以再导入。',
    en: '{count} rows are not decided; they stay out and can be imported later.',
  },
  applyPartly: {
    zh: '{count} 行里还有没定的，先收定得下的部分。',
    en: '{count} rows hold something undecided; what is certain in them is taken.',
  },
  applyRefused: { zh: '{count} 行不能收，也先不收。', en: '{count} rows cannot be taken and stay out as well.' },
  applyAll: { zh: '一次写完，成则都成，不成则一行都不写。', en: 'It is written in one go: all of it, or none.' },
  apply: { zh: '导入', en: 'Import' },
  applying: { zh: '正在写入，请等一下', en: 'Writing, one moment' },
  back: { zh: '再看看', en: 'Look again' },
  willPeople: { zh: '人士和领导', en: 'People' },
  willTalks: { zh: '谈话记录', en: 'Talks' },
  willPairings: { zh: '结对，从 {day}算起', en: 'Pairings, from {day}' },

  // the result
  resultTitle: { zh: '导入好了', en: 'Imported' },
  resultLead: { zh: '导入好了：{parts}。', en: 'Imported: {parts}.' },
  resultNothing: { zh: '导入好了，没有新的。', en: 'Imported; nothing was new.' },
  resultSub: { zh: '{file}，{when} 由{name}导入', en: '{file}, imported on {when} by {name}' },
  resultSubAlone: { zh: '{file}，{when} 导入', en: '{file}, imported on {when}' },
  made: { zh: '写入了', en: 'Written' },
  undoBy: { zh: '{day}前可以整批撤回。', en: 'It can be taken back as a whole until {day}.' },
  undoOver: {
    zh: '已过 {days} 天，不能整批撤回；可以逐条改。',
    en: 'After {days} days it can no longer be taken back whole; records can be changed one by one.',
  },
  undo: { zh: '撤回这次导入', en: 'Take this import back' },
  seePeople: { zh: '看人员', en: 'See the people' },
  seePairings: { zh: '看结对', en: 'See the pairings' },
  seeYear: { zh: '看一年的联系', en: 'See the year of contact' },
  next: { zh: '接下来', en: 'Next' },
  another: { zh: '再导入一份', en: 'Import another' },

  // taking back
  undoTitle: { zh: '撤回这次导入', en: 'Take this import back' },
  undoLooking: { zh: '正在看会动到谁', en: 'Looking at whom it concerns' },
  undoRemoves: { zh: '会拿掉', en: 'Will be removed' },
  undoRestores: { zh: '会改回原样', en: 'Will be put back as it was' },
  undoKeeps: { zh: '留着不动，因为导入以后有人动过', en: 'Stays, because something was done with it since' },
  undoNothing: { zh: '没有可拿掉的：都有人动过了。', en: 'Nothing can be removed: all of it was worked on since.' },
  undoDo: { zh: '撤回', en: 'Take back' },
  undoDont: { zh: '不撤回', en: 'Leave it' },
  undoing: { zh: '正在撤回，请等一下', en: 'Taking back, one moment' },
  undone: { zh: '已撤回', en: 'Taken back' },
  undoneLead: { zh: '这次导入已撤回。', en: 'This import was taken back.' },
  undoneSub: { zh: '{file}，{when} 交来', en: '{file}, handed in on {when}' },
  undoneText: {
    zh: '它写入的都拿掉了；导入以后有人动过的留着。',
    en: 'What it had written is gone; what was worked on since has stayed.',
  },
  keptMore: { zh: '还有 {count} 个', en: '{count} more' },
  records: { zh: '处', en: 'places' },
  other: { zh: '其他', en: 'Other' },
  matters: { zh: '意见和困难', en: 'Opinions and difficulties' },
  mattersOf: { zh: '意见和困难：台账写{claim}', en: 'Opinions and difficulties: {claim} in the ledger' },
  mattersUnit: { zh: '件，各有编号', en: 'numbered one by one' },
  mattersCount: { zh: '{count} 件', en: '{count}' },
  mattersSub: {
    zh: '每条意见、每个困难记成一件。台账写办过的，照写的留着，不算这里答复过；本人说还没有，就重新办。',
    en: 'Each becomes a matter of its own. What the ledger calls done is kept as it says and does not count as answered here; if the person says otherwise it is taken up again.',
  },
  matterAt: { zh: '第 {row} 行 · {day} · {people}对{leader}', en: 'Row {row} · {day} · {people} to {leader}' },
  handlingSays: { zh: '台账写“{text}”', en: 'the ledger says “{text}”' },
  handlingBlank: { zh: '台账没有写', en: 'the ledger says nothing' },
  exportTalks: { zh: '导出谈话台账', en: 'Export the talks' },
  exportTalksText: {
    zh: '日期、人、意见、困难和办理到哪一步，按台账的列。可以再导入，不会重复。文件里有姓名，请妥善保管。',
    en: 'Dates, people, opinions, difficulties and how far each got, in the columns of a ledger. It can be read in again without doubling. It holds names; please keep it safe.',
  },
});

/** The state in which a matter begins, by what the ledger claims. */
export const beginsAs = words({
  open: { zh: '已登记', en: 'Registered' },
  handedOn: { zh: '待交办', en: 'To hand over' },
  underWay: { zh: '办理中', en: 'In progress' },
  planned: { zh: '办理中（列入计划）', en: 'In progress (planned)' },
  notFeasible: { zh: '待答复（暂不可行）', en: 'To answer (not possible for now)' },
  answered: { zh: '台账已答复', en: 'Answered in the ledger' },
  solved: { zh: '台账已解决', en: 'Solved in the ledger' },
}) satisfies Record<LedgerClaim, Words>;

export const stepWords = words({
  file: { zh: '选文件', en: 'File' },
  columns: { zh: '对上列', en: 'Columns' },
  look: { zh: '试读', en: 'Dry run' },
  apply: { zh: '导入', en: 'Import' },
  undo: { zh: '可撤回 {days} 天', en: 'Undo for {days} days' },
});

export const statusWords = words({
  reading: { zh: '正在读', en: 'Being read' },
  read: { zh: '试读好了，还没导入', en: 'Read, not yet imported' },
  failed: { zh: '没有读成', en: 'Could not be read' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  applied: { zh: '已导入', en: 'Imported' },
  undone: { zh: '已撤回', en: 'Taken back' },
});

/** Of one kind in an outcome. */
export const outcomeWords = words({
  people: { zh: '新增 {count} 人', en: '{count} new people' },
  representatives: { zh: '{count} 位党外代表人士', en: '{count} representatives' },
  standings: { zh: '{count} 个代表性身份', en: '{count} standings' },
  posts: { zh: '{count} 个领导职务', en: '{count} leading posts' },
  pairings: { zh: '{count} 对结对', en: '{count} pairings' },
  talks: { zh: '{count} 次谈话', en: '{count} talks' },
  matters: { zh: '{count} 件意见和困难，都有编号', en: '{count} opinions and difficulties, each numbered' },
  points: { zh: '谈话里的 {count} 条意见和困难', en: '{count} opinions and difficulties within talks' },
  appointments: { zh: '{count} 次约好的谈话', en: '{count} appointments' },
  datedFacts: { zh: '{count} 件退休、在外等有日子的事', en: '{count} dated facts such as retirement' },
  units: { zh: '{count} 个单位和单位写法', en: '{count} units and forms of units' },
  changed: { zh: '补充了 {count} 处现有的', en: '{count} additions to what was held' },
});

export const removedWords = words({
  people: { zh: '{count} 人', en: '{count} people' },
  standings: { zh: '{count} 个代表性身份', en: '{count} standings' },
  posts: { zh: '{count} 个领导职务', en: '{count} leading posts' },
  pairings: { zh: '{count} 对结对', en: '{count} pairings' },
  talks: { zh: '{count} 次谈话', en: '{count} talks' },
  matters: {
    zh: '{count} 件意见和困难（编号留着，不再用）',
    en: '{count} opinions and difficulties (their numbers stay, unused)',
  },
  other: { zh: '{count} 处其他', en: '{count} others' },
});

/** What a proposal is about, where several are looked at together. */
export const bulkWords = words({
  chooseUnit: { zh: '单位写法', en: 'Forms of units' },
  acceptFact: { zh: '备注里的退休、在外', en: 'Retirement or absence in remarks' },
  keepKnown: { zh: '与现有的不同，留现有的', en: 'Differing from what is held; keep that' },
  useDate: { zh: '读不准的日期', en: 'Doubtful dates' },
  samePerson: { zh: '同一位写了两行', en: 'One person on two rows' },
  handledAs: { zh: '办理情况看不准', en: 'Handling in doubt' },
  other: { zh: '有建议的', en: 'With a proposal' },
}) satisfies Partial<Record<FixKind | 'other', Words>>;

/** What stayed and has no name of its own. */
export const keptWords = words({
  person: { zh: '一个人的资料', en: 'Facts of a person' },
  post: { zh: '一个领导职务', en: 'A leading post' },
  standing: { zh: '一个代表性身份', en: 'A standing' },
  representative: { zh: '一位党外代表人士', en: 'A representative' },
  pairing: { zh: '一对结对', en: 'A pairing' },
  talk: { zh: '一次谈话', en: 'A talk' },
  unit: { zh: '一个单位', en: 'A unit' },
  matter: { zh: '一件意见或困难', en: 'An opinion or difficulty' },
});
