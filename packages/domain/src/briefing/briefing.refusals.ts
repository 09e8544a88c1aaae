/** Why a step on a briefing is refused, each with what to do. */
import { refusal } from '../kit/refusal.ts';

export const briefingRefusals = {
  notNow: refusal('briefing.notNow', 'conflict', {
    zh: '这一期已经往下走了一步，这里现在做不了。请刷新看看。',
    en: 'This briefing has moved on, so that is not possible now. Please reload.',
  }),
  secondPerson: refusal('briefing.secondPerson', 'forbidden', {
    zh: '审定要由没有动过稿子的第二个人来做。',
    en: 'Approval is given by a second person who has not written in it.',
  }),
  nothingChosen: refusal('briefing.nothingChosen', 'invalid', {
    zh: '请先选至少一件，或者写一条情况。',
    en: 'Please choose at least one matter, or write one item.',
  }),
  textMissing: refusal('briefing.textMissing', 'unprocessable', {
    zh: '第 {items} 条还没有写好概括的文字。',
    en: 'Item {items} has no generalised wording yet.',
  }),
  namesUnnamed: refusal('briefing.namesUnnamed', 'unprocessable', {
    zh: '第 {item} 条里有「{name}」，本人没有同意署名。请改掉再存。',
    en: 'Item {item} holds “{name}”, who has not agreed to be named. Please take it out.',
  }),
  tellsWho: refusal('briefing.tellsWho', 'unprocessable', {
    zh: '有 {count} 处虽不署名，也看得出是谁。请改得更概括；确有必要这样写，请写明理由，审的人会看到。',
    en: 'In {count} places the text tells who it was without the name. Please word it more generally, or give the reason why it must stand, for whoever approves.',
  }),
  namingChanged: refusal('briefing.namingChanged', 'conflict', {
    zh: '{number} 的提出人改成了不署名。请退回修改。',
    en: 'Whoever raised {number} no longer wishes to be named. Please return it to draft.',
  }),
  withdrawn: refusal('briefing.withdrawn', 'conflict', {
    zh: '{number} 已由本人撤回，不能再报。请退回，把这一条拿掉。',
    en: '{number} was withdrawn by the person and cannot be reported. Please return it and take the item out.',
  }),
  unknownMatter: refusal('briefing.unknownMatter', 'missing', {
    zh: '有一件没有找到，或者已经撤回、并入别的一件。',
    en: 'One matter was not found, or was withdrawn or merged.',
  }),
  nobodyToReceive: refusal('briefing.nobodyToReceive', 'unprocessable', {
    zh: '没有收件人：名册里没有班子成员，或者一位也没有选。',
    en: 'There is nobody to receive it: no member of the leadership team is listed or chosen.',
  }),
  notAMember: refusal('briefing.notAMember', 'unprocessable', {
    zh: '有一位收件人不是同级班子成员，专报只送班子成员。',
    en: 'One recipient is not a member of the leadership team; briefings go to its members only.',
  }),
  notARecipient: refusal('briefing.notARecipient', 'forbidden', {
    zh: '批示由收到这一期的班子成员写。',
    en: 'Instructions are given by those who received this briefing.',
  }),
  unknownInstruction: refusal('briefing.unknownInstruction', 'missing', {
    zh: '没有找到这条批示，请刷新。',
    en: 'That instruction was not found; please reload.',
  }),
  passedAlready: refusal('briefing.passedAlready', 'conflict', {
    zh: '这条批示已经转到要办的事上了。',
    en: 'This instruction has already been passed on.',
  }),
  notOfThis: refusal('briefing.notOfThis', 'unprocessable', {
    zh: '批示只能转到这一期里的事。',
    en: 'An instruction is passed on to matters of the same briefing.',
  }),
  lineTells: refusal('briefing.lineTells', 'unprocessable', {
    zh: '第 {lines} 行看得出是谁说的。请改得更概括再发。',
    en: 'Line {lines} tells who said it. Please word it more generally.',
  }),
  periodAhead: refusal('briefing.periodAhead', 'unprocessable', {
    zh: '这半年还没有开始，没有可说的。',
    en: 'That half-year has not begun.',
  }),
};
