/** What the dry run says. `PROBLEM_WORDS` is what is wrong, `ADVICE_WORDS` what to do, `FIX_WORDS` the choices. */
import { words, type Words } from '../kit/words.ts';
import type { LedgerField, SheetKind } from './headings.ts';
import type { FixKind, ProblemLevel, TidyKind } from './plan.types.ts';
import type { PostKind } from './posts.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { DatedFactKind } from './remarks.ts';

export const SHEET_KIND_WORDS = words({
  representatives: { zh: '党外代表人士', en: 'Non-Party representatives' },
  leaders: { zh: '领导干部', en: 'Leading cadres' },
  talks: { zh: '联谊交友记录', en: 'Liaison records' },
}) satisfies Record<SheetKind, Words>;

/** Before a cell: 人士 88, 记录 A152. */
export const SHEET_SHORT_WORDS = words({
  representatives: { zh: '人士', en: 'Person' },
  leaders: { zh: '领导', en: 'Leader' },
  talks: { zh: '记录', en: 'Record' },
}) satisfies Record<SheetKind, Words>;

export const LEVEL_WORDS = words({
  refused: { zh: '不能收', en: 'Cannot be taken' },
  ask: { zh: '要您看', en: 'For you to decide' },
  note: { zh: '照收，请知道', en: 'Taken, please note' },
}) satisfies Record<ProblemLevel, Words>;

export const FIELD_WORDS = words({
  serial: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'name' },
  sex: { zh: '性别', en: 'sex' },
  birth: { zh: '出生年月', en: 'month of birth' },
  party: { zh: '党派', en: 'party' },
  unit: { zh: '工作单位', en: 'unit' },
  duty: { zh: '职务', en: 'duty' },
  title: { zh: '职称', en: 'professional title' },
  standing: { zh: '代表性身份', en: 'standing' },
  term: { zh: '任期', en: 'term' },
  phone: { zh: '联系电话', en: 'telephone' },
  leader: { zh: '联系领导', en: 'leader' },
  remark: { zh: '备注', en: 'remark' },
  post: { zh: '职务', en: 'post' },
  since: { zh: '任职时间', en: 'in post since' },
  charge: { zh: '分管工作', en: 'in charge of' },
  date: { zh: '日期', en: 'date' },
  people: { zh: '党外代表人士', en: 'representatives' },
  channel: { zh: '方式', en: 'way' },
  place: { zh: '地点', en: 'place' },
  text: { zh: '主要内容', en: 'what was talked about' },
  opinions: { zh: '意见建议', en: 'opinions and suggestions' },
  difficulties: { zh: '实际困难', en: 'difficulties' },
  handling: { zh: '办理反馈情况', en: 'handling and feedback' },
  recorder: { zh: '记录人', en: 'recorded by' },
}) satisfies Record<LedgerField, Words>;

export const POST_KIND_WORDS = words({
  partySecretary: { zh: '党委书记', en: 'Party secretary' },
  deputySecretary: { zh: '党委副书记', en: 'deputy secretary' },
  assistingDeputy: { zh: '协管副书记', en: 'assisting deputy secretary' },
  president: { zh: '院长', en: 'president' },
  vicePresident: { zh: '副院长', en: 'vice-president' },
  standingMember: { zh: '党委常委', en: 'standing committee member' },
  unitedFrontHead: { zh: '统战部部长', en: 'head of the United Front Work Department' },
  disciplineSecretary: { zh: '纪委书记', en: 'discipline secretary' },
  other: { zh: '其他职务', en: 'other post' },
}) satisfies Record<PostKind, Words>;

export const DATED_FACT_WORDS = words({
  retired: { zh: '退休', en: 'retired' },
  abroad: { zh: '在境外', en: 'abroad' },
  leave: { zh: '请假', en: 'on leave' },
}) satisfies Record<DatedFactKind, Words>;

export const TIDY_WORDS = words({
  fullWidthPhone: { zh: '全角电话', en: 'Full-width telephone numbers' },
  phoneGaps: { zh: '电话里的空格', en: 'Gaps in telephone numbers' },
  unitShortForm: { zh: '单位简称', en: 'Short or long forms of units' },
  blanksAfterName: { zh: '姓名前后的空格', en: 'Blanks around names' },
  blanksInName: { zh: '姓名中间的空格', en: 'Blanks within names' },
  fullWidthName: { zh: '姓名里的全角字', en: 'Full-width letters in names' },
  middleDot: { zh: '姓名里的间隔点', en: 'Middle dots in names' },
  postAfterName: { zh: '姓名后的职务', en: 'Posts behind names' },
  partyAsMember: { zh: '党派写成成员', en: 'Parties written as member' },
  dateSpelling: { zh: '日期写法', en: 'Spellings of dates' },
  birthSpelling: { zh: '出生年月写法', en: 'Spellings of birth months' },
  termSpelling: { zh: '任期写法', en: 'Spellings of terms' },
  standingsSplit: { zh: '一格几个身份', en: 'Several standings in one cell' },
  namesSplit: { zh: '一格几个人', en: 'Several people in one cell' },
  pointsSplit: { zh: '一格几条意见', en: 'Several points in one cell' },
  mergedCell: { zh: '合并的单元格', en: 'Merged cells' },
  repeatedRow: { zh: '重复的行', en: 'Repeated rows' },
}) satisfies Record<TidyKind, Words>;

export const PROBLEM_WORDS = words({
  nothingRecognised: {
    zh: '没有认出一张表：找不到“姓名”“联系领导”“日期”这样的表头',
    en: 'No table was recognised: no headings such as “姓名”, “联系领导” or “日期”',
  },
  sheetNotRecognised: {
    zh: '这张表的表头没有认出来，没有读',
    en: 'The headings of this sheet were not recognised; it was not read',
  },
  columnMissing: {
    zh: '没有找到“{field}”一列，这张表读不了',
    en: 'The column “{field}” was not found; this sheet cannot be read',
  },
  columnNotTaken: {
    zh: '“{field}”一列不收：用不到的不存',
    en: 'The column “{field}” is not taken: what is not needed is not kept',
  },
  columnUnrecognised: { zh: '不认得这一列，没有收', en: 'This column was not recognised and is not taken' },
  formulaCell: { zh: '这一格是公式，按上次保存时显示的字读', en: 'This cell is a formula; it was read as last shown' },
  errorValue: { zh: '这一格是出错的公式，当作空白', en: 'This cell is a broken formula; it counts as blank' },
  missingName: { zh: '这一行没有姓名', en: 'This row has no name' },
  nameOdd: { zh: '不像一个人的姓名', en: 'This does not look like one person’s name' },
  duplicatePerson: { zh: '与第 {row} 行{agreement}', en: 'Compared with row {row}: {agreement}' },
  sameNameApart: {
    zh: '另有一位同名的在{otherUnit}，靠单位分开',
    en: 'Another person of this name is at {otherUnit}; the unit tells them apart',
  },
  sameNameUnclear: {
    zh: '现有 {count} 位{name}（{units}），分不清是不是同一位',
    en: '{count} people called {name} are known ({units}); it is not clear who is meant',
  },
  fieldDiffers: {
    zh: '“{field}”与现有的“{held}”不同，先不动',
    en: '“{field}” differs from “{held}” already held; nothing is changed yet',
  },
  unitUnknown: { zh: '不认得这个单位，{rows} 行这样写', en: 'This unit is not known; {rows} rows say so' },
  unitMissing: { zh: '没有写单位', en: 'No unit is given' },
  birthUnreadable: {
    zh: '读不出是哪年哪月，出生年月留空',
    en: 'Year and month cannot be read; the month of birth stays blank',
  },
  phoneOdd: { zh: '不像一个电话号码，照原样留着', en: 'This does not look like a telephone number; kept as written' },
  phoneShared: { zh: '与{other}的电话相同', en: 'The same number as {other}' },
  partyNone: {
    zh: '写的是无党派归属，不等于认定的无党派人士',
    en: 'States no party; that is not the certified status of a non-affiliate',
  },
  partyUnknown: { zh: '不认得这个党派，先空着', en: 'This party is not known; left blank for now' },
  partyCommunist: {
    zh: '写的是中共党员，不是党外人士',
    en: 'Given as a member of the Communist Party, so not a non-Party person',
  },
  partyContradicts: {
    zh: '党派写“{written}”，身份里又有“{standing}”，两样都照写的留着',
    en: 'The party is “{written}”, a standing says “{standing}”; both are kept as written',
  },
  standingNone: { zh: '没有写代表性身份', en: 'No standing is given' },
  standingUnknown: {
    zh: '“{standing}”归不进办法所列的身份，记作其他',
    en: '“{standing}” fits none of the kinds of standing; kept as other',
  },
  standingLevelMissing: {
    zh: '“{standing}”看不出级别或担任什么，照写的留着',
    en: 'Level or role of “{standing}” cannot be told; kept as written',
  },
  termUnreadable: { zh: '读不出起止，任期留空', en: 'Start and end cannot be read; the term stays blank' },
  termShared: {
    zh: '一格任期，用于这一行的 {count} 个身份',
    en: 'One term, used for all {count} standings of the row',
  },
  remarkRetired: { zh: '看来是退休{when}，等您定', en: 'This seems to mean retirement{when}; for you to decide' },
  remarkAbroad: {
    zh: '看来是在境外{when}，等您定',
    en: 'This seems to mean an absence abroad{when}; for you to decide',
  },
  remarkLeave: { zh: '看来是请假{when}，等您定', en: 'This seems to mean a leave{when}; for you to decide' },
  remarkDuplicate: {
    zh: '备注说重复，前面没有同名的一行',
    en: 'The remark says duplicate; no earlier row has this name',
  },
  remarkNotTaken: {
    zh: '备注没有收：本人看不到的话不存',
    en: 'The remark is not taken: nothing is held that the person may not read',
  },
  leaderUnknown: { zh: '领导名单里没有这个名字', en: 'This name is not in the list of leaders' },
  leaderAmbiguous: { zh: '领导里叫{name}的有 {count} 位', en: '{count} leaders are called {name}' },
  pairedWithOther: {
    zh: '{name}现在由{others}联系，这里写的是{leader}',
    en: '{name} is paired with {others}; here it says {leader}',
  },
  postMissing: { zh: '没有写职务', en: 'No post is given' },
  postUnknown: { zh: '“{title}”照写的留着，记作其他职务', en: '“{title}” is kept as written, as another post' },
  sinceUnreadable: { zh: '读不出日期，任职时间留空', en: 'The date cannot be read; it stays blank' },
  dateMissing: { zh: '没有写日期', en: 'No date is given' },
  dateUnreadable: { zh: '读不出是哪一天', en: 'The date cannot be read' },
  impossibleDate: { zh: '{year} 年 {month} 月没有 {day} 日', en: 'Month {month} of {year} has no day {day}' },
  impossibleMonth: { zh: '一年里没有 {month} 月', en: 'There is no month {month}' },
  futureDate: { zh: '还没到的日子，不能记成谈过', en: 'This day has not come; it cannot count as a talk held' },
  monthOnly: { zh: '只有月份，日子留空', en: 'Only the month; the day stays blank' },
  yearOnly: { zh: '只有年份，看不出是哪个月', en: 'Only the year; the month cannot be told' },
  leaderMissing: { zh: '没有写领导', en: 'No leader is given' },
  leaderSeveral: {
    zh: '一格里有几位领导，一次谈话记一位',
    en: 'Several leaders in one cell; one talk is of one leader',
  },
  peopleMissing: { zh: '没有写和谁谈', en: 'Nobody is given to have talked with' },
  personUnknown: { zh: '人士名单里没有“{name}”', en: '“{name}” is not in the list of representatives' },
  personAmbiguous: { zh: '{name}有 {count} 位：{units}', en: 'There are {count} called {name}: {units}' },
  personSettled: {
    zh: '{name}有 {count} 位，按结对认作{unit}的一位',
    en: 'Of {count} called {name}, the one at {unit} is paired with this leader and is taken',
  },
  notPaired: { zh: '{leader}与{name}没有结对，照收', en: '{leader} and {name} are not paired; taken all the same' },
  channelMissing: { zh: '没有写方式', en: 'The way is not given' },
  channelUnknown: { zh: '看不出是哪一种方式', en: 'Which way this was cannot be told' },
  festivalFar: {
    zh: '日子在 {month} 月，记作走访，不算{festival}',
    en: 'The date is in month {month}; recorded as a visit, not for {festival}',
  },
  handlingEarlier: { zh: '早于这次谈话，照原样留着', en: 'Earlier than the talk; kept as written' },
  handlingShared: {
    zh: '一格办理情况，{count} 条各留一份',
    en: 'One cell on handling, kept with each of the {count} points',
  },
  placeSaysPhone: { zh: '地点写“电话”，方式仍记{channel}', en: 'The place says telephone; the way stays {channel}' },
  talkTwice: { zh: '与第 {row} 行完全相同，只记一次', en: 'The same as row {row}; recorded once' },
  talkTwiceDiffers: { zh: '与第 {row} 行同一次，提的事不同', en: 'The same talk as row {row}, with other points' },
}) satisfies Record<ProblemCode, Words>;

export const ADVICE_WORDS = words({
  nothingRecognised: { zh: '换一个文件，或自己对上列', en: 'Choose another file, or match the columns yourself' },
  sheetNotRecognised: { zh: '要读它，请对上列', en: 'To read it, match its columns' },
  columnMissing: { zh: '请对上这一列', en: 'Match this column' },
  columnNotTaken: { zh: '不用做什么', en: 'Nothing to do' },
  columnUnrecognised: { zh: '要收它，请对上列', en: 'To take it, match the column' },
  formulaCell: { zh: '看看显示的字对不对', en: 'Check that what it showed is right' },
  errorValue: { zh: '在原文件里改好再导入', en: 'Mend it in the file and import again' },
  missingName: { zh: '在原文件里补上，或不收这一行', en: 'Add it in the file, or leave the row out' },
  nameOdd: { zh: '写对姓名', en: 'Write the name' },
  duplicatePerson: { zh: '看看再定', en: 'Look and decide' },
  sameNameApart: { zh: '不用做什么', en: 'Nothing to do' },
  sameNameUnclear: { zh: '选一位', en: 'Choose one' },
  fieldDiffers: { zh: '选一个', en: 'Choose one' },
  unitUnknown: { zh: '选一个单位，以后都记得', en: 'Choose the unit; it will be remembered' },
  unitMissing: { zh: '选一个单位', en: 'Choose the unit' },
  birthUnreadable: { zh: '补上', en: 'Fill in' },
  phoneOdd: { zh: '在原文件里核对', en: 'Check it in the file' },
  phoneShared: { zh: '核对', en: 'Check' },
  partyNone: { zh: '若经认定，请改', en: 'Change it if the status is certified' },
  partyUnknown: { zh: '选一个党派', en: 'Choose the party' },
  partyCommunist: { zh: '改党派，或不收这一行', en: 'Change the party, or leave the row out' },
  partyContradicts: { zh: '核对哪一样写错了', en: 'Check which of them is a slip' },
  standingNone: { zh: '以后可以补', en: 'It can be added later' },
  standingUnknown: { zh: '以后可以改', en: 'It can be changed later' },
  standingLevelMissing: { zh: '以后可以补', en: 'It can be added later' },
  termUnreadable: { zh: '补上', en: 'Fill in' },
  termShared: { zh: '只给第一个', en: 'Only for the first' },
  remarkRetired: { zh: '看看再定', en: 'Look and decide' },
  remarkAbroad: { zh: '看看再定', en: 'Look and decide' },
  remarkLeave: { zh: '看看再定', en: 'Look and decide' },
  remarkDuplicate: { zh: '核对', en: 'Check' },
  remarkNotTaken: { zh: '不用做什么', en: 'Nothing to do' },
  leaderUnknown: { zh: '选一位', en: 'Choose one' },
  leaderAmbiguous: { zh: '选一位', en: 'Choose one' },
  pairedWithOther: { zh: '看看再定', en: 'Look and decide' },
  postMissing: { zh: '以后可以补', en: 'It can be added later' },
  postUnknown: { zh: '以后可以改', en: 'It can be changed later' },
  sinceUnreadable: { zh: '补上', en: 'Fill in' },
  dateMissing: { zh: '补日期', en: 'Give the date' },
  dateUnreadable: { zh: '改日期', en: 'Change the date' },
  impossibleDate: { zh: '改日期', en: 'Change the date' },
  impossibleMonth: { zh: '改日期', en: 'Change the date' },
  futureDate: { zh: '改成已约，或改日期', en: 'Make it an appointment, or change the date' },
  monthOnly: { zh: '补日子', en: 'Add the day' },
  yearOnly: { zh: '补月份', en: 'Add the month' },
  leaderMissing: { zh: '选一位', en: 'Choose one' },
  leaderSeveral: { zh: '选一位', en: 'Choose one' },
  peopleMissing: { zh: '在原文件里补上，或不收这一行', en: 'Add it in the file, or leave the row out' },
  personUnknown: { zh: '选一位', en: 'Choose one' },
  personAmbiguous: { zh: '选一位', en: 'Choose one' },
  personSettled: { zh: '不对就改', en: 'Change it if wrong' },
  notPaired: { zh: '不用做什么', en: 'Nothing to do' },
  channelMissing: { zh: '选方式', en: 'Choose the way' },
  channelUnknown: { zh: '选方式', en: 'Choose the way' },
  festivalFar: { zh: '核对日期', en: 'Check the date' },
  handlingEarlier: { zh: '核对', en: 'Check' },
  handlingShared: { zh: '以后可以改', en: 'It can be changed later' },
  placeSaysPhone: { zh: '核对', en: 'Check' },
  talkTwice: { zh: '不用做什么', en: 'Nothing to do' },
  talkTwiceDiffers: { zh: '两次都记，或不收这一行', en: 'Record both, or leave the row out' },
}) satisfies Record<ProblemCode, Words>;

export const FIX_WORDS = words({
  useDate: { zh: '用这个日期', en: 'Use this date' },
  useTerm: { zh: '用这个任期', en: 'Use this term' },
  useMonth: { zh: '用这个年月', en: 'Use this month' },
  asPlanned: { zh: '改成已约', en: 'Make it an appointment' },
  chooseLeader: { zh: '选一位领导', en: 'Choose a leader' },
  choosePerson: { zh: '选一位', en: 'Choose a person' },
  newPerson: { zh: '是新的一位', en: 'A new person' },
  dropName: { zh: '不记{name}，其余照收', en: 'Leave {name} out, take the rest' },
  chooseUnit: { zh: '选一个单位', en: 'Choose a unit' },
  createUnit: { zh: '新建“{unit}”', en: 'Create “{unit}”' },
  samePerson: { zh: '同一位，合在一起', en: 'The same person; join them' },
  twoPeople: { zh: '是两位', en: 'Two people' },
  acceptName: { zh: '就是这个姓名', en: 'The name is right' },
  useName: { zh: '用这个姓名', en: 'Use this name' },
  keepKnown: { zh: '留现有的', en: 'Keep what is held' },
  useFile: { zh: '用文件里的', en: 'Use the file’s' },
  chooseParty: { zh: '选一个党派', en: 'Choose a party' },
  noParty: { zh: '先不写党派', en: 'Leave the party blank' },
  chooseChannel: { zh: '选一种方式', en: 'Choose a way' },
  acceptFact: { zh: '是，记下', en: 'Yes, record it' },
  declineFact: { zh: '不记', en: 'Do not record it' },
  addPairing: { zh: '加一位联系领导', en: 'Add this leader' },
  noPairing: { zh: '先不结对', en: 'No pairing for now' },
  termForFirst: { zh: '只给第一个身份', en: 'Only for the first standing' },
  bothTalks: { zh: '是两次，都记', en: 'Two talks; record both' },
  skipRow: { zh: '不收这一行', en: 'Leave this row out' },
}) satisfies Record<FixKind, Words>;

/** The same choices where the fix already carries whom or what it chooses. */
export const FIX_WITH_VALUE_WORDS = words({
  useDate: { zh: '用 {date}', en: 'Use {date}' },
  chooseLeader: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  choosePerson: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  chooseUnit: { zh: '就是{unit}', en: 'This is {unit}' },
  chooseParty: { zh: '是{party}', en: '{party}' },
  chooseChannel: { zh: '{channel}', en: '{channel}' },
}) satisfies Partial<Record<FixKind, Words>>;

/** In what two rows of one name agree, put together in the sentence of `duplicatePerson`. */
export const AGREEMENT_WORDS = words({
  sameName: { zh: '同名', en: 'same name' },
  sameUnit: { zh: '同单位', en: 'same unit' },
  sameBirth: { zh: '同年月生', en: 'same month of birth' },
  samePhone: { zh: '电话相同', en: 'same telephone' },
  otherUnit: { zh: '单位不同', en: 'another unit' },
  otherBirth: { zh: '出生年月不同', en: 'another month of birth' },
  otherPhone: { zh: '电话不同', en: 'another telephone' },
});

export const WHEN_WORDS = words({
  from: { zh: '（{date}起）', en: ' (from {date})' },
  until: { zh: '（至 {date}）', en: ' (until {date})' },
  both: { zh: '（{from}至 {until}）', en: ' ({from} to {until})' },
  noParty: { zh: '无', en: 'none' },
  blankUnit: { zh: '未写单位', en: 'no unit given' },
});
