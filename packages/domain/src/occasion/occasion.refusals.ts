import { refusal } from '../kit/refusal.ts';

export const occasionRefusals = {
  notPaired: refusal('occasion.notPaired', 'unprocessable', {
    zh: '这位还没有联系人，没有人可以托付。有难处，可以先记成困难，请统战部办。',
    en: 'Nobody is paired with this person yet, so there is nobody to turn to. A difficulty can be raised for the office to handle.',
  }),
  noSuchPerson: refusal('occasion.noSuchPerson', 'missing', {
    zh: '没有找到这位代表人士，或者不在您能看的范围里。',
    en: 'This representative was not found, or is not within what you may see.',
  }),
  onlyAsTold: refusal('occasion.onlyAsTold', 'forbidden', {
    zh: '身体和家里的事，只能由本人自己说，或由单位在本人同意后转告。',
    en: 'Health and family are told by the person alone, or by the unit with the person’s leave.',
  }),
  noConsent: refusal('occasion.noConsent', 'unprocessable', {
    zh: '请先问过本人：愿不愿意让联系人和统战部知道。本人同意了再转告。',
    en: 'Please ask the person first whether the leader and the office may know. Pass it on once they agree.',
  }),
  inFuture: refusal('occasion.inFuture', 'unprocessable', {
    zh: '还没到那一天。事情发生以后再说。',
    en: 'That day is still to come. Tell it once it has happened.',
  }),
  tooLongAgo: refusal('occasion.tooLongAgo', 'unprocessable', {
    zh: '{year} 年的事离今天太远，像是写错了。请看看日期。',
    en: '{year} is too long ago; it looks like a slip. Please check the date.',
  }),
  noWords: refusal('occasion.noWords', 'invalid', {
    zh: '请写一句是什么事。',
    en: 'Please say in a few words what it is.',
  }),
  wordsTooLong: refusal('occasion.wordsTooLong', 'tooLarge', {
    zh: '写了 {length} 字，最多 {limit} 字。说个大概就好，细节当面说。',
    en: '{length} characters; {limit} are the most. The gist is enough, the rest is for a talk.',
  }),
  noReason: refusal('occasion.noReason', 'invalid', {
    zh: '请写一句原因，告诉的人会看到。',
    en: 'Please say why; whoever told it will read it.',
  }),
  notNow: refusal('occasion.notNow', 'conflict', {
    zh: '这件事的情况已经变了，请看看现在是怎样的。',
    en: 'This has moved on; please look how it stands now.',
  }),
  notYours: refusal('occasion.notYours', 'forbidden', {
    zh: '这件事不由您来办。',
    en: 'This is not yours to do.',
  }),
  whichLeader: refusal('occasion.whichLeader', 'unprocessable', {
    zh: '这位有 {count} 位联系人，请选告诉哪一位。',
    en: '{count} leaders keep in touch with this person; choose whom to tell.',
  }),
} as const;

export const roundRefusals = {
  noFestival: refusal('round.noFestival', 'unprocessable', {
    zh: '办法里没有这个节日，或者不是这一天。请从列出的节日里选。',
    en: 'The measures name no such festival on that day; choose one of those listed.',
  }),
  openAlready: refusal('round.openAlready', 'conflict', {
    zh: '这个节日的走访已经开始了。',
    en: 'The round of this festival is open already.',
  }),
  badWindow: refusal('round.badWindow', 'invalid', {
    zh: '走访的日子要把节日当天包在里面，前后各不超过 {days} 天。',
    en: 'The window must hold the festival itself, and reach at most {days} days before and after.',
  }),
  hasVisits: refusal('round.hasVisits', 'conflict', {
    zh: '已经有人按这一轮勾过走访，不能整轮撤掉。请先撤销那几次勾选。',
    en: 'Visits have been ticked in this round; take those back first.',
  }),
  dayOutside: refusal('round.dayOutside', 'unprocessable', {
    zh: '{day} 不在这一轮走访的日子里（{from} 至 {last}）。别的日子请用「记一次」。',
    en: '{day} is outside this round ({from} to {last}). Log other days one by one.',
  }),
  inFuture: refusal('round.inFuture', 'unprocessable', {
    zh: '还没到那一天。走访过再勾。',
    en: 'That day is still to come. Tick a visit once it has been.',
  }),
  notInRound: refusal('round.notInRound', 'unprocessable', {
    zh: '选的人里有 {count} 位不在这一轮的名单里，或者不归您记。',
    en: '{count} of those chosen are not in this round, or are not yours to log.',
  }),
  undoTooLate: refusal('round.undoTooLate', 'conflict', {
    zh: '已经过了 {days} 天，不能再整批撤销。',
    en: 'More than {days} days have passed; it can no longer be taken back as a whole.',
  }),
  undoneAlready: refusal('round.undoneAlready', 'conflict', {
    zh: '这一批已经撤销了。',
    en: 'This was taken back already.',
  }),
  noSuchGift: refusal('gift.noSuchKind', 'unprocessable', {
    zh: '没有这种慰问品，或者那一天不在有效期里。种类和限额由统战部按本单位的规定来定。',
    en: 'There is no such kind on that day. Kinds and limits are set by the office after the institution’s own rules.',
  }),
  overEach: refusal('gift.overEach', 'unprocessable', {
    zh: '{name} 每人每次不超过 {limit} 元，填的是 {asked} 元。',
    en: '{name}: at most {limit} yuan for one person at one visit; {asked} was given.',
  }),
  overYear: refusal('gift.overYear', 'unprocessable', {
    zh: '{name} 每人每年不超过 {limit} 元，今年已有 {before} 元，再加 {asked} 元就超了。',
    en: '{name}: at most {limit} yuan for one person in a year; {before} this year already, {asked} more is too much.',
  }),
  badLimit: refusal('gift.badLimit', 'invalid', {
    zh: '一年的限额不能比一次的少。',
    en: 'The limit of a year cannot be below that of one visit.',
  }),
} as const;
