import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { aCadence } from '../policy/policy.build.ts';
import { aContact, aYear } from './year-of-contact.build.ts';
import { yearOfContact, type Contact, type YearFacts } from './year-of-contact.ts';
import { sayNext, sayYear } from './year-of-contact.words.ts';

const d = plainDate;
const today = d('2026-11-23');
const sentence = (name: string, change: Partial<YearFacts>, language: 'zh' | 'en' = 'zh') =>
  sayYear(name, yearOfContact(aYear(change)), change.today ?? today, language);
const on = (day: string, change: Partial<Contact> = {}) => aContact({ on: d(day), ...change });
const visit = (day: string) => on(day, { channel: 'visit' });
const event = (day: string) => on(day, { channel: 'activity', counts: false });

describe('a row as a sentence', () => {
  it.each<[string, Partial<YearFacts>, string]>([
    [
      '邓波琴',
      { contacts: [event('2026-05-04')], localFirstTalkBy: d('2026-10-31') },
      '过期未谈，今年谈了 0 次，望谈 2 次。5 月活动。下次：10 月 31 日前，已过 23 天',
    ],
    [
      '朱志',
      { contacts: [visit('2026-09-10'), event('2026-11-02')] },
      '如期，今年谈了 0 次，望谈 2 次。9 月走访，11 月活动。下次：12 月 31 日前，还有 38 天',
    ],
    [
      '冯飞梅',
      { contacts: [on('2026-09-15'), visit('2026-09-25'), on('2026-04-01'), visit('2026-02-10')] },
      '已谈，今年谈了 2 次，望谈 2 次。2 月走访，4 月交谈，9 月交谈，9 月走访。下次：三月中旬，半年一谈',
    ],
    [
      '吴嘉鹏',
      {
        contacts: [visit('2026-09-10')],
        planned: [{ on: d('2026-11-26'), channel: 'faceToFace' }],
        localFirstTalkBy: d('2026-12-14'),
      },
      '将到，今年谈了 0 次，望谈 2 次。9 月走访，11 月已约。下次：已约 11 月 26 日，面谈',
    ],
    [
      '许宇波',
      {
        contacts: [event('2026-06-10')],
        planned: [{ on: d('2026-12-02'), channel: 'phone' }],
        localFirstTalkBy: d('2026-11-30'),
      },
      '该谈了，今年谈了 0 次，望谈 2 次。6 月活动，12 月已约。下次：已约 12 月 2 日，过期限 2 天',
    ],
    [
      '林远',
      {
        contacts: [visit('2026-02-10'), on('2026-10-21')],
        requests: [{ on: d('2026-11-19'), answerBy: d('2026-11-26'), open: true }],
      },
      '已谈，今年谈了 1 次，望谈 2 次。2 月走访，10 月交谈，11 月约请。下次：约请谈话，周四前答复',
    ],
    [
      '彭桂',
      {
        contacts: [on('2026-01-08')],
        excuses: [{ from: d('2026-03-01'), until: d('2027-04-01'), reason: '国外访学' }],
      },
      '暂缓，今年谈了 1 次，望谈 1 次。1 月交谈。下次：国外访学，至 2027 年 3 月',
    ],
    [
      '叶琴勇',
      { pairing: { startsOn: d('2026-11-01'), endsOn: null }, localFirstTalkBy: d('2026-12-15') },
      '待首谈，今年谈了 0 次，望谈 1 次。今年还没有联系。下次：12 月 15 日前首谈',
    ],
    [
      '白灵',
      { pairing: { startsOn: d('2026-11-01'), endsOn: null } },
      '待首谈，今年谈了 0 次，望谈 1 次。今年还没有联系。下次：先谈一次',
    ],
    ['白灵', { cadence: aCadence({ floor: null, aim: null }) }, '今年谈了 0 次，没有定次数。今年还没有联系'],
    [
      '白灵',
      { today: d('2027-02-01') },
      '过期未谈，2026 年谈了 0 次，望谈 2 次。这一年没有联系。下次：2026 年 12 月 31 日前，已过 32 天',
    ],
    [
      '白灵',
      { today: d('2026-12-31') },
      '该谈了，今年谈了 0 次，望谈 2 次。今年还没有联系。下次：12 月 31 日前，就是今天',
    ],
    ['白灵', { contacts: [on('2026-02-03')] }, '已谈，今年谈了 1 次，望谈 2 次。2 月交谈。下次：随时可谈'],
    [
      '白灵',
      { contacts: [on('2026-10-03')], cadence: aCadence({ floor: 1, aim: 4 }) },
      '已谈，今年谈了 1 次，望谈 4 次。10 月交谈。下次：一月上旬，3 个月一谈',
    ],
    [
      '白灵',
      { excuses: [{ from: null, until: d('2026-12-11'), reason: '' }] },
      '暂缓，今年谈了 0 次，望谈 1 次。今年还没有联系。下次：至 12 月 10 日',
    ],
    [
      '白灵',
      { excuses: [{ from: null, until: null, reason: '本人请求' }] },
      '暂缓，今年谈了 0 次，望谈 1 次。今年还没有联系。下次：本人请求，没有定期限',
    ],
  ])('%s %#', (name, change, expected) => {
    expect(sentence(name, change)).toBe(`${name}，${expected}`);
  });

  it('says the same in English', () => {
    expect(sentence('Bai Ling', { contacts: [event('2026-05-04')], localFirstTalkBy: d('2026-10-31') }, 'en')).toBe(
      'Bai Ling, overdue, 0 talks this year, 2 hoped for. Event in May. Next: by 31 October, 23 days past',
    );
    expect(sentence('Bai Ling', { contacts: [on('2026-10-05')] }, 'en')).toBe(
      'Bai Ling, talked, 1 talk this year, 2 hoped for. Talk in October. Next: early April, twice a year',
    );
    expect(sentence('Bai Ling', { planned: [{ on: d('2026-11-26'), channel: 'phone' }] }, 'en')).toBe(
      'Bai Ling, on track, 0 talks this year, 2 hoped for. Arranged in November. Next: arranged for 26 November, phone',
    );
    expect(sentence('Bai Ling', { cadence: undefined }, 'en')).toBe(
      'Bai Ling, 0 talks this year, no numeric duty. No contact yet this year',
    );
  });

  it('tells a request whose answer is due or late', () => {
    const next = (answerBy: string) =>
      sayNext(
        yearOfContact(
          aYear({
            contacts: [on('2026-10-21')],
            requests: [{ on: d('2026-11-01'), answerBy: d(answerBy), open: true }],
          }),
        ),
        today,
        'zh',
      );
    expect(next('2026-11-23')).toEqual(['约请谈话', '今天答复']);
    expect(next('2026-11-20')).toEqual(['约请谈话', '答复已过 3 天']);
    expect(next('2026-12-04')).toEqual(['约请谈话', '12 月 4 日前答复']);
  });
});
