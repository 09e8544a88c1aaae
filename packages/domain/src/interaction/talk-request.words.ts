import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { RequestStatus, Urgency } from './talk-request.ts';

export const REQUEST_STATUS_WORDS: Readonly<Record<RequestStatus, Words>> = words({
  asked: { zh: '等答复', en: 'Waiting for an answer' },
  offered: { zh: '已提出时间', en: 'A time is offered' },
  withOffice: { zh: '统战部在安排', en: 'The office is arranging it' },
  agreed: { zh: '已约好', en: 'Arranged' },
  met: { zh: '已谈', en: 'Talked' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});

export const URGENCY_WORDS: Readonly<Record<Urgency, Words>> = words({
  anyTime: { zh: '不急', en: 'No hurry' },
  thisMonth: { zh: '这个月', en: 'This month' },
  thisWeek: { zh: '这几天', en: 'These days' },
});

export const requestRefusals = {
  notYourLeader: refusal('request.notYourLeader', 'forbidden', {
    zh: '只能约联系您的领导；想约别的领导，请告诉统战部。',
    en: 'You can ask the leaders who keep in touch with you; for another, please tell the office.',
  }),
  openAlready: refusal('request.openAlready', 'conflict', {
    zh: '您已经约过这位领导，还没有谈。可以在那一条里改时间。',
    en: 'You have already asked this leader and have not met yet; change the times there.',
  }),
  slotPast: refusal('request.slotPast', 'invalid', {
    zh: '时间已经过去了，请换一个。',
    en: 'That time has passed; please name another.',
  }),
  noSlot: refusal('request.noSlot', 'invalid', {
    zh: '没有这个时间。请从对方给的时间里选，或者另提一个。',
    en: 'There is no such time; choose one of those given, or name another.',
  }),
  notNow: refusal('request.notNow', 'conflict', {
    zh: '这一条的情况已经变了，请看看现在是怎样的。',
    en: 'This request has moved on; please look how it stands now.',
  }),
  reasonMissing: refusal('request.reasonMissing', 'invalid', {
    zh: '请写一句原因，对方和统战部会看到。',
    en: 'Please say why; the other side and the office will read it.',
  }),
} as const;
