import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { ClockShown, MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { describe, expect, it } from 'vitest';
import { clockState, clockWords, lyingStops, shortClock, uprightStops } from './said-matter.ts';

const on = plainDate;
const reader = { language: 'zh', today: on('2026-11-23') } as const;

const clock = (part: Partial<ClockShown> = {}): ClockShown => ({
  clock: 'reply',
  owner: 'lead',
  state: 'running',
  round: 1,
  startedOn: on('2026-11-02'),
  dueOn: on('2026-11-27'),
  endedOn: null,
  left: 4,
  pausedDays: 0,
  extended: false,
  estimated: false,
  local: false,
  requirement: null,
  clause: null,
  pledged: false,
  unit: null,
  ...part,
});

describe('a clock', () => {
  it.each([
    [{ left: 13 }, 'onTrack'],
    [{ left: 10 }, 'dueSoon'],
    [{ left: 5 }, 'due'],
    [{ left: 0 }, 'due'],
    [{ left: null }, 'onTrack'],
    [{ state: 'late', left: -3 }, 'late'],
    [{ state: 'paused', left: null }, 'excused'],
    [{ state: 'stopped', left: null }, 'excused'],
    [{ state: 'met', left: null }, 'met'],
    [{ state: 'metLate', left: null }, 'met'],
  ] as const)('%j is drawn as %s', (part, state) => {
    expect(clockState(clock(part))).toBe(state);
  });

  it.each([
    [{}, '11 月 27 日前答复，还有 4 个工作日'],
    [{ left: 0, dueOn: on('2026-11-23') }, '11 月 23 日前答复，就是今天'],
    [{ state: 'late', left: -3, dueOn: on('2026-11-18') }, '11 月 18 日前答复，已过 3 个工作日'],
    [{ clock: 'firstContact', state: 'met', left: null, endedOn: on('2026-11-03') }, '首次联系，11 月 3 日已做'],
    [{ state: 'paused', left: null, dueOn: null, pausedDays: 2 }, '答复，停表，停过 2 日'],
    [{ dueOn: null, left: null }, '答复，没有定日子'],
    [{ extended: true }, '11 月 27 日前答复，还有 4 个工作日，延过期'],
  ] as const)('%j is said as a sentence', (part, said) => {
    expect(clockWords(clock(part), reader)).toBe(said);
  });

  it('names the department where several have one of a kind', () => {
    const unit = { id: 'u' as never, name: '附属第一医院', shortName: '附一院' };
    expect(clockWords(clock({ clock: 'coOpinion', unit }), reader)).toMatch(/^附一院：/);
  });

  it('is short in a list, and absent where none runs', () => {
    expect(shortClock({ next: clock() }, reader)).toEqual({ state: 'due', words: '还有 4 日' });
    expect(shortClock({ next: clock({ state: 'late', left: -3 }) }, reader)?.words).toBe('过期 3 日');
    expect(shortClock({ next: clock({ state: 'paused', left: null }) }, reader)?.words).toBe('停表，等补充');
    expect(shortClock({ next: null }, reader)).toBeUndefined();
    expect(shortClock({ next: clock({ left: null }) }, reader)).toBeUndefined();
  });
});

const stop = (part: Partial<MatterLine['stops'][number]>): MatterLine['stops'][number] => ({
  stop: 'registered',
  state: 'reached',
  on: null,
  untilOn: null,
  dueOn: null,
  by: null,
  note: null,
  ...part,
});

const line = (stops: MatterLine['stops'], level: MatterLine['level']): MatterLine =>
  ({
    stops,
    level,
    lead: { id: 'u', name: '后勤处', shortName: '后勤处' },
    origin: {
      kind: 'talk',
      interactionId: null,
      leader: { id: 'l', name: '田文建' },
      channel: 'phone',
      on: on('2026-10-21'),
    },
    pointList: [{}, {}, {}],
    pauses: [{ from: on('2026-11-09'), until: on('2026-11-12'), question: '哪几天夜间出诊', workingDays: 3 }],
  }) as unknown as MatterLine;

const STOPS = [
  stop({ on: on('2026-10-21') }),
  stop({ stop: 'reported', on: on('2026-10-23') }),
  stop({ stop: 'assigned', on: on('2026-10-26'), by: '后勤处' }),
  stop({ stop: 'waiting', on: on('2026-11-09'), state: 'paused' }),
  stop({ stop: 'inProgress', on: on('2026-11-12'), state: 'now' }),
  stop({ stop: 'drafted', state: 'ahead' }),
  stop({ stop: 'reviewed', state: 'ahead' }),
  stop({ stop: 'replied', state: 'ahead', dueOn: on('2026-12-04') }),
  stop({ stop: 'confirmed', state: 'ahead' }),
];

describe('the stops', () => {
  it('speak to whoever raised it, and part drafting from review only once one has begun', () => {
    const said = uprightStops(line(STOPS, 'proposer'), reader);
    expect(said.map(({ name, at, status }) => [name, at, status])).toEqual([
      ['提出并登记', '10 月 21 日', 'reached'],
      ['报告同级党政班子', '10 月 23 日', 'reached'],
      ['交后勤处主办', '10 月 26 日', 'reached'],
      ['等您补充', '11 月 9 日', 'paused'],
      ['办理中', '11 月 12 日起', 'now'],
      ['拟复、审核', undefined, 'ahead'],
      ['答复您', '12 月 4 日前', 'ahead'],
      ['您说办到了没有', undefined, 'ahead'],
    ]);
    expect(said[0]?.note).toBe('与田文建通话时提出，共 3 点。');
    expect(said[3]?.note).toBe('停表 3 个工作日：哪几天夜间出诊');
  });

  it('are two words and a short day where they lie', () => {
    const said = lyingStops(line(STOPS, 'handler'), reader);
    expect(said).toHaveLength(STOPS.length);
    expect([said[0]?.at, said[4]?.at, said[7]?.at]).toEqual(['10.21', '11.12 起', '12.4 前']);
    expect(new Set(said.map(({ key }) => key)).size).toBe(said.length);
  });
});
