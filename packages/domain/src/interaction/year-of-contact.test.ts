/** Every state of the year of contact, as tables of cases. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { sayAll } from '../policy/arithmetic.ts';
import { aCadence } from '../policy/policy.build.ts';
import { findRequirement } from '../policy/policy.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { aContact, aYear } from './year-of-contact.build.ts';
import { yearOfContact, type YearFacts } from './year-of-contact.ts';

const d = plainDate;
const judge = (change: Partial<YearFacts> = {}) => yearOfContact(aYear(change));
const talk = (on: string) => aContact({ on: d(on) });

describe('8.2 — the state of a pair on 23 November 2026', () => {
  it.each<[string, Partial<YearFacts>, string, string | null, number | null]>([
    ['nothing yet, 38 days left', {}, 'onTrack', '2026-12-31', 38],
    ['31 days left', { today: d('2026-11-30') }, 'onTrack', '2026-12-31', 31],
    ['30 days left', { today: d('2026-12-01') }, 'dueSoon', '2026-12-31', 30],
    ['8 days left', { today: d('2026-12-23') }, 'dueSoon', '2026-12-31', 8],
    ['7 days left', { today: d('2026-12-24') }, 'due', '2026-12-31', 7],
    ['the last day of the year', { today: d('2026-12-31') }, 'due', '2026-12-31', 0],
    ['the day after the year', { today: d('2027-01-01') }, 'late', '2026-12-31', -1],
    ['one talk', { contacts: [talk('2026-03-02')] }, 'met', null, null],
    [
      'a talk on the last day, seen next year',
      { contacts: [talk('2026-12-31')], today: d('2027-02-01') },
      'met',
      null,
      null,
    ],
    ['a talk of last year only', { contacts: [talk('2025-12-31')] }, 'onTrack', '2026-12-31', 38],
    [
      'a talk of the next year, seen then',
      { contacts: [talk('2027-01-01')], today: d('2027-01-02') },
      'late',
      '2026-12-31',
      -2,
    ],
    ['own date passed', { localFirstTalkBy: d('2026-10-31') }, 'late', '2026-10-31', -23],
    ['own date in a week', { localFirstTalkBy: d('2026-11-30') }, 'due', '2026-11-30', 7],
    ['own date in three weeks', { localFirstTalkBy: d('2026-12-14') }, 'dueSoon', '2026-12-14', 21],
    [
      'own date passed, talked since',
      { localFirstTalkBy: d('2026-10-31'), contacts: [talk('2026-11-20')] },
      'met',
      null,
      null,
    ],
    [
      'own date from before the pairing',
      { localFirstTalkBy: d('2026-10-31'), pairing: { startsOn: d('2026-06-01'), endsOn: null } },
      'late',
      '2026-10-31',
      -23,
    ],
    [
      'own date, pairing begun after it',
      { localFirstTalkBy: d('2026-01-31'), pairing: { startsOn: d('2026-06-01'), endsOn: null } },
      'firstPending',
      '2026-12-31',
      38,
    ],
    ['own date of another year', { localFirstTalkBy: d('2027-01-31') }, 'onTrack', '2026-12-31', 38],
    [
      'own date in a time of excuse',
      { localFirstTalkBy: d('2026-03-31'), excuses: [{ from: d('2026-03-01'), until: d('2026-04-15'), reason: '' }] },
      'onTrack',
      '2026-12-31',
      38,
    ],
    ['begun on 1 March', { pairing: { startsOn: d('2026-03-01'), endsOn: null } }, 'firstPending', '2026-12-31', 38],
    [
      'begun on 1 March, a week left',
      { pairing: { startsOn: d('2026-03-01'), endsOn: null }, today: d('2026-12-24') },
      'due',
      '2026-12-31',
      7,
    ],
    [
      'begun on 1 March, unmet',
      { pairing: { startsOn: d('2026-03-01'), endsOn: null }, today: d('2027-01-01') },
      'late',
      '2026-12-31',
      -1,
    ],
    ['begun on 1 January', { pairing: { startsOn: d('2026-01-01'), endsOn: null } }, 'onTrack', '2026-12-31', 38],
    [
      'begun 90 days before the end',
      { pairing: { startsOn: d('2026-10-03'), endsOn: null } },
      'firstPending',
      '2026-12-31',
      38,
    ],
    [
      'begun 89 days before the end',
      { pairing: { startsOn: d('2026-10-04'), endsOn: null } },
      'firstPending',
      null,
      null,
    ],
    [
      'begun 89 days before the end, seen next year',
      { pairing: { startsOn: d('2026-10-04'), endsOn: null }, today: d('2027-01-05') },
      'firstPending',
      null,
      null,
    ],
    [
      'begun late, with an own date',
      { pairing: { startsOn: d('2026-11-01'), endsOn: null }, localFirstTalkBy: d('2026-12-15') },
      'firstPending',
      '2026-12-15',
      22,
    ],
    [
      'begun late, talked',
      { pairing: { startsOn: d('2026-11-01'), endsOn: null }, contacts: [talk('2026-11-20')] },
      'met',
      null,
      null,
    ],
    ['not begun', { pairing: { startsOn: d('2026-12-01'), endsOn: null } }, 'firstPending', null, null],
    ['ended in August, unmet', { pairing: { startsOn: null, endsOn: d('2026-09-01') } }, 'late', '2026-08-31', -84],
    ['ended in February', { pairing: { startsOn: null, endsOn: d('2026-02-01') } }, 'onTrack', null, null],
    ['ended before the year', { pairing: { startsOn: null, endsOn: d('2025-02-01') } }, 'onTrack', null, null],
    [
      'excused now',
      { excuses: [{ from: d('2026-09-01'), until: d('2027-04-01'), reason: '国外访学' }] },
      'excused',
      null,
      null,
    ],
    [
      'excused though met',
      { contacts: [talk('2026-01-10')], excuses: [{ from: null, until: null, reason: '' }] },
      'excused',
      null,
      null,
    ],
    [
      'excused, own date passed',
      { localFirstTalkBy: d('2026-08-31'), excuses: [{ from: d('2026-09-01'), until: null, reason: '' }] },
      'excused',
      null,
      null,
    ],
    [
      'the excuse ended yesterday',
      { excuses: [{ from: d('2026-09-01'), until: d('2026-11-23'), reason: '' }] },
      'onTrack',
      '2026-12-31',
      38,
    ],
    [
      'excused for most of the year',
      { excuses: [{ from: d('2026-01-15'), until: d('2026-11-20'), reason: '' }] },
      'onTrack',
      null,
      null,
    ],
    [
      'excused at the end, seen next year',
      { excuses: [{ from: d('2026-12-01'), until: d('2027-01-10'), reason: '' }], today: d('2027-02-01') },
      'excused',
      null,
      null,
    ],
    [
      'excused only next year',
      { excuses: [{ from: d('2027-01-01'), until: null, reason: '' }], today: d('2027-02-01') },
      'late',
      '2026-12-31',
      -32,
    ],
    [
      'no number, nothing done',
      { cadence: aCadence({ floor: null, aim: null }), localFirstTalkBy: d('2026-02-01') },
      'noNumber',
      null,
      null,
    ],
    [
      'no number, seen next year',
      { cadence: aCadence({ floor: null, aim: null }), today: d('2027-06-01') },
      'noNumber',
      null,
      null,
    ],
    ['no rule at all', { cadence: undefined }, 'noNumber', null, null],
    [
      'no number, excused',
      { cadence: undefined, excuses: [{ from: null, until: null, reason: '' }] },
      'excused',
      null,
      null,
    ],
    ['an attempt', { contacts: [aContact({ attempt: true })], today: d('2026-12-31') }, 'due', '2026-12-31', 0],
    ['a visit', { contacts: [aContact({ channel: 'visit' })] }, 'onTrack', '2026-12-31', 38],
    ['a talk of tomorrow', { contacts: [talk('2026-11-24')] }, 'onTrack', '2026-12-31', 38],
    ['a talk of today', { contacts: [talk('2026-11-23')] }, 'met', null, null],
    [
      'a talk this month, the day unknown',
      { contacts: [aContact({ on: d('2026-11-30'), precision: 'month' })] },
      'met',
      null,
      null,
    ],
    [
      'a talk next month, the day unknown',
      { contacts: [aContact({ on: d('2026-12-01'), precision: 'month' })] },
      'onTrack',
      '2026-12-31',
      38,
    ],
    [
      'one of two asked',
      { cadence: aCadence({ floor: 2, aim: 4 }), contacts: [talk('2026-03-02')] },
      'onTrack',
      '2026-12-31',
      38,
    ],
    [
      'one of two asked, own first date met',
      { cadence: aCadence({ floor: 2, aim: 4 }), contacts: [talk('2026-11-02')], localFirstTalkBy: d('2026-10-31') },
      'onTrack',
      '2026-12-31',
      38,
    ],
  ])('%s', (_, change, state, dueOn, days) => {
    expect(judge(change)).toMatchObject({ state, dueOn, days });
  });

  it('marks an own date as such, and only where it is the earlier one', () => {
    expect(judge({ localFirstTalkBy: d('2026-10-31') }).dueIsLocal).toBe(true);
    expect(judge({ localFirstTalkBy: d('2026-12-31') }).dueIsLocal).toBe(false);
    expect(judge().dueIsLocal).toBe(false);
  });
});

describe('the share of a year', () => {
  it.each<[string, number, number, Partial<YearFacts>, number, number]>([
    ['a whole year', 1, 2, {}, 1, 2],
    ['from 1 July', 1, 2, { pairing: { startsOn: d('2026-07-01'), endsOn: null } }, 1, 1],
    ['from 1 March', 1, 2, { pairing: { startsOn: d('2026-03-01'), endsOn: null } }, 1, 2],
    ['ninety days', 1, 2, { pairing: { startsOn: d('2026-10-03'), endsOn: null } }, 1, 1],
    ['eighty-nine days', 1, 2, { pairing: { startsOn: d('2026-10-04'), endsOn: null } }, 0, 1],
    ['a half year of four', 4, 6, { pairing: { startsOn: d('2026-07-01'), endsOn: null } }, 2, 3],
    [
      'a week of leave in a year of two',
      2,
      2,
      { excuses: [{ from: d('2026-05-01'), until: d('2026-05-08'), reason: '' }] },
      2,
      2,
    ],
    [
      'half a year of leave, told twice',
      2,
      4,
      {
        excuses: [
          { from: d('2026-01-01'), until: d('2026-06-01'), reason: '' },
          { from: d('2026-03-01'), until: d('2026-07-01'), reason: '' },
        ],
      },
      1,
      2,
    ],
    [
      'a leap year, ninety days',
      1,
      2,
      { year: 2028, today: d('2028-11-23'), pairing: { startsOn: d('2028-10-03'), endsOn: null } },
      1,
      1,
    ],
    ['a rule in force from June', 2, 2, { cadence: aCadence({ floor: 2, aim: 2 }, { from: d('2026-06-07') }) }, 1, 1],
    ['an aim below the duty', 2, 1, {}, 2, 2],
  ])('%s', (_, floor, aim, change, required, hoped) => {
    expect(judge({ cadence: aCadence({ floor, aim }), ...change })).toMatchObject({ required, aim: hoped });
  });

  it('judges 29 February as any day', () => {
    const leap = { year: 2028, today: d('2028-02-29'), contacts: [talk('2028-02-29')] };
    expect(judge(leap)).toMatchObject({ state: 'met', done: 1, next: { kind: 'suggested', on: '2028-08-29' } });
    expect(judge({ ...leap, contacts: [], localFirstTalkBy: d('2028-02-29') })).toMatchObject({
      state: 'due',
      days: 0,
    });
    expect(judge({ ...leap, contacts: [], localFirstTalkBy: d('2028-02-28') })).toMatchObject({
      state: 'late',
      days: -1,
    });
  });
});

describe('marks and the last talk', () => {
  it('draws what happened, what was asked and what is arranged, in the order of the year', () => {
    const year = judge({
      contacts: [
        aContact({ on: d('2026-10-21'), channel: 'phone' }),
        aContact({ on: d('2026-02-01'), precision: 'month', channel: 'visit' }),
        aContact({ on: d('2026-05-04'), channel: 'activity', counts: false }),
        aContact({ on: d('2026-06-01'), attempt: true }),
        aContact({ on: d('2025-10-21') }),
      ],
      requests: [{ on: d('2026-11-19'), answerBy: d('2026-11-26'), open: true }],
      planned: [
        { on: d('2026-12-02'), channel: 'faceToFace' },
        { on: d('2026-08-02'), channel: 'faceToFace' },
      ],
    });
    expect(year.marks).toEqual([
      { on: '2026-02-15', precision: 'month', kind: 'visit' },
      { on: '2026-05-04', precision: 'day', kind: 'event' },
      { on: '2026-10-21', precision: 'day', kind: 'talk' },
      { on: '2026-11-19', precision: 'day', kind: 'request' },
      { on: '2026-12-02', precision: 'day', kind: 'planned' },
    ]);
    expect(year.last).toEqual({ on: '2026-10-21', precision: 'day', channel: 'phone' });
  });

  it('8.4 — counts a talk during a tour, 7.1 — and a symposium for each pair, unless the rule says otherwise', () => {
    const contacts = [aContact({ channel: 'activity' }), aContact({ channel: 'symposium', group: true })];
    const shipped = findRequirement(shippedPolicy(), 'cadence', d('2026-11-23'), 'unit');
    expect(judge({ cadence: shipped, contacts }).done).toBe(2);
    const strict = judge({ cadence: aCadence({ groupEventsCount: false }), contacts });
    expect([strict.done, strict.marks.map((mark) => mark.kind)]).toEqual([1, ['event', 'talk']]);
  });

  it('tells one last talk of two known by their month only, whichever comes first', () => {
    const contacts = [
      aContact({ on: d('2026-05-01'), precision: 'month' }),
      aContact({ on: d('2026-05-31'), precision: 'month' }),
    ];
    expect(judge({ contacts }).last).toEqual({ on: '2026-05-15', precision: 'month', channel: 'faceToFace' });
    expect(judge({ contacts: contacts.toReversed() }).last).toEqual(judge({ contacts }).last);
  });

  it('takes the last talk from before the year where none is newer', () => {
    const before = { on: d('2025-11-25'), precision: 'day', channel: 'phone' } as const;
    expect(judge({ talkedBefore: before }).last).toEqual(before);
    expect(judge({ talkedBefore: before, contacts: [talk('2026-01-02')] }).last?.on).toBe('2026-01-02');
    expect(judge({ talkedBefore: before, pairing: { startsOn: d('2026-06-01'), endsOn: null } }).state).toBe('onTrack');
  });
});

describe('what comes next', () => {
  const planned = [{ on: d('2026-12-02'), channel: 'faceToFace' }] as const;
  const request = (answerBy: string | null) => [
    { on: d('2026-11-19'), answerBy: answerBy === null ? null : d(answerBy), open: true },
  ];
  it.each<[string, Partial<YearFacts>, Record<string, unknown>]>([
    ['the due day', {}, { kind: 'due', on: '2026-12-31' }],
    ['what is arranged', { planned }, { kind: 'planned', on: '2026-12-02', channel: 'faceToFace' }],
    [
      'the earliest of what is arranged',
      { planned: [{ on: d('2026-12-20'), channel: 'phone' }, ...planned] },
      { kind: 'planned', on: '2026-12-02' },
    ],
    ['a request to answer', { requests: request('2026-11-26') }, { kind: 'request', on: '2026-11-26' }],
    [
      'a request that was answered',
      { requests: [{ on: d('2026-11-19'), answerBy: null, open: false }] },
      { kind: 'due' },
    ],
    ['the due day before a request without one', { requests: request(null) }, { kind: 'due', on: '2026-12-31' }],
    [
      'the late duty before a request',
      { localFirstTalkBy: d('2026-11-15'), requests: request('2026-11-26') },
      { kind: 'due', on: '2026-11-15' },
    ],
    [
      'a request though met',
      { contacts: [talk('2026-10-21')], requests: request(null) },
      { kind: 'request', on: null },
    ],
    [
      'half a year after the last',
      { contacts: [talk('2026-10-05')] },
      { kind: 'suggested', on: '2027-04-05', everyMonths: 6 },
    ],
    ['a month end that the month lacks', { contacts: [talk('2026-08-31')] }, { kind: 'suggested', on: '2027-02-28' }],
    ['any time, when half a year has passed', { contacts: [talk('2026-02-05')] }, { kind: 'anytime', on: null }],
    [
      'the end of the excuse',
      { planned, excuses: [{ from: d('2026-09-01'), until: d('2027-04-01'), reason: '国外访学' }] },
      { kind: 'resumes', on: '2027-04-01' },
    ],
    [
      'the end of excuses that touch',
      {
        excuses: [
          { from: d('2026-12-01'), until: d('2027-02-01'), reason: 'b' },
          { from: d('2026-09-01'), until: d('2026-12-01'), reason: 'a' },
        ],
      },
      { kind: 'resumes', on: '2027-02-01' },
    ],
    [
      'nothing in a year that is over and met',
      { contacts: [talk('2026-02-05')], today: d('2027-02-05') },
      { kind: 'none', on: null },
    ],
    [
      'the first talk',
      { pairing: { startsOn: d('2026-11-01'), endsOn: null }, localFirstTalkBy: d('2026-12-15') },
      { kind: 'firstTalk', on: '2026-12-15' },
    ],
    ['nothing where no rule is', { cadence: undefined }, { kind: 'none' }],
  ])('%s', (_, change, next) => {
    expect(judge(change).next).toMatchObject(next);
  });
});

describe('the arithmetic', () => {
  const told = (change: Partial<YearFacts>) => sayAll(judge(change).arithmetic, 'zh');
  const cadence = findRequirement(shippedPolicy(), 'cadence', d('2026-11-23'), 'unit');
  it.each<[Partial<YearFacts>, string]>([
    [{ cadence }, '2026 年应谈 1 次，望谈 2 次，已谈 0 次，依据 8.2。'],
    [
      { cadence, contacts: [aContact({ channel: 'visit' })] },
      '2026 年应谈 1 次，望谈 2 次，已谈 0 次，依据 8.2。走访 1 次另记，不算交谈。',
    ],
    [
      { cadence, localFirstTalkBy: d('2026-10-31') },
      '2026 年应谈 1 次，望谈 2 次，已谈 0 次，依据 8.2。10 月 31 日是自定的首谈日，不是办法的规定。',
    ],
    [
      { cadence, pairing: { startsOn: d('2026-07-01'), endsOn: null } },
      '2026 年应谈 1 次，已谈 0 次，依据 8.2。当年结对 184 天，全年 365 天，按所占天数计。',
    ],
    [
      { cadence, pairing: { startsOn: d('2026-11-01'), endsOn: null } },
      '2026 年不计应谈次数，已谈 0 次，依据 8.2。当年结对 61 天，全年 365 天，按所占天数计。余下 61 天，不足 90 天，当年不计。',
    ],
    [
      { cadence, excuses: [{ from: d('2026-03-01'), until: d('2026-04-01'), reason: '病假' }] },
      '2026 年应谈 1 次，望谈 2 次，已谈 0 次，依据 8.2。其中暂缓 31 天，不计在内。',
    ],
    [{ cadence: aCadence({ floor: null, aim: null }) }, '依据 2，没有定次数；2026 年已谈 0 次。'],
    [{ cadence: undefined }, '没有定次数；2026 年已谈 0 次。'],
    [{ cadence, pairing: { startsOn: null, endsOn: d('2025-01-01') } }, '2026 年没有结对。'],
  ])('%#', (change, expected) => {
    expect(told(change)).toBe(expected);
  });
});
