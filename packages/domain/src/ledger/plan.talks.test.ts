import { describe, expect, it } from 'vitest';
import { demoKnown, leaders, people, person, plan, problemsOf, talks, type TalkRow } from './plan.build.ts';
import type { Decisions, LedgerPlan } from './plan.types.ts';

const lead = leaders({}, { name: '马洋', post: '纪委书记' }, { name: '区力', unit: '药学院', post: '党委书记' });
const paired = people(
  { leader: '田文建' },
  { name: '马然', leader: '马洋' },
  { name: '杜力', unit: '药学院', birth: '1986-05', leader: '马洋' },
  { name: '杜力', birth: '1976-04', leader: '田文建' },
);
const planTalks = (rows: readonly TalkRow[], decisions: Decisions = {}) =>
  plan([lead, paired, talks(...rows)], { decisions });
const raised = (made: LedgerPlan) => made.problems.filter(({ kind }) => kind === 'talks');
const lines = (made: LedgerPlan) => problemsOf(made).filter((line) => line.startsWith('记录'));
const one = (row: TalkRow, decisions: Decisions = {}) => planTalks([row], decisions).talks[0];

describe('a talk', () => {
  it('is taken whole: day, leader, people, way, place, words, points with their handling, who wrote it', () => {
    const row = {
      date: '2026年4月24日',
      people: '林远、马然',
      channel: '微信',
      place: '科室',
      text: '就病房改造进度交换意见',
      opinions: '1.建议减少填表；2.反映停车难',
      handling: '正在办理',
      recorder: '办公室 小周',
    };
    expect(one(row)).toEqual({
      key: 'talks!2',
      action: 'create',
      source: { sheet: '记录', row: 2 },
      leader: 'leaders!2',
      people: ['representatives!2', 'representatives!3'],
      on: '2026-04-24',
      precision: 'day',
      channel: 'online',
      channelWritten: '微信',
      festival: null,
      text: '就病房改造进度交换意见',
      place: '科室',
      points: [
        { kind: 'opinion', words: '建议减少填表', handling: '正在办理', claim: 'underWay' },
        { kind: 'opinion', words: '反映停车难', handling: '正在办理', claim: 'underWay' },
      ],
      handling: null,
      recorder: '办公室 小周',
    });
  });

  it('of a month keeps the month, until somebody adds the day', () => {
    expect(one({ date: '2025年9月' })).toMatchObject({ on: '2025-09-01', precision: 'month' });
    expect(one({ date: '2026年11月' })).toMatchObject({ on: '2026-11-01', precision: 'month' });
    expect(planTalks([{ date: '2025年9月' }]).counts.talks.monthOnly).toBe(1);
    expect(one({ date: '2025年9月' }, { 'talks!A2:monthOnly': { fix: 'useDate', value: '2025-09-12' } })).toMatchObject(
      { on: '2025-09-12', precision: 'day' },
    );
  });

  it('of today is taken, of tomorrow refused; of next month refused', () => {
    expect(one({ date: '2026-11-23' })).toBeDefined();
    expect(lines(planTalks([{ date: '2026-11-24' }, { date: '2026年12月' }]))).toEqual([
      '记录 A2 refused futureDate',
      '记录 A3 refused futureDate',
    ]);
  });

  it('keeps handling where nothing was raised', () => {
    expect(one({ handling: '已答复' })).toMatchObject({ points: [], handling: '已答复' });
  });

  it('counts as the festival only near it', () => {
    expect(one({ date: '2026-02-16', channel: '春节走访' })).toMatchObject({
      channel: 'visit',
      festival: 'springFestival',
    });
    expect(one({ date: '2026-10-27', channel: '春节走访' })).toMatchObject({ channel: 'visit', festival: null });
  });

  it('knows the leader with a post behind the name, and a person with a unit in brackets', () => {
    const made = planTalks([{ leader: '马洋书记', people: '杜力（护理学院）' }]);
    expect(made.talks).toMatchObject([{ leader: 'leaders!3', people: ['representatives!5'] }]);
    expect(lines(made)).toEqual(['记录 C2 note notPaired']);
    expect(made.tidied.find(({ kind }) => kind === 'postAfterName')).toMatchObject({ count: 1 });
  });
});

describe('two people of one name', () => {
  it('are settled by the leader’s pairing, which is said and can be changed', () => {
    expect(one({ people: '杜力' })?.people).toEqual(['representatives!5']);
    expect(one({ leader: '马洋', people: '杜力' })?.people).toEqual(['representatives!4']);
    expect(
      one({ people: '杜力' }, { 'talks!C2:personSettled:杜力': { fix: 'choosePerson:representatives!4' } })?.people,
    ).toEqual(['representatives!4']);
  });
  it('are asked where the leader is paired with neither, and where with both', () => {
    const made = planTalks([{ leader: '区力', people: '马然、杜力' }]);
    expect(lines(made)).toEqual(['记录 C2 ask personAmbiguous']);
    expect([made.talks.length, made.counts.talks.ask]).toEqual([0, 1]);
    const both = plan([
      lead,
      people({ name: '杜力', unit: '药学院', leader: '田文建' }, { name: '杜力', leader: '田文建' }),
      talks({ people: '杜力' }),
    ]);
    expect(problemsOf(both)).toContain('记录 C2 ask personAmbiguous');
    const decided = planTalks([{ leader: '区力', people: '马然、杜力' }], {
      'talks!C2:personAmbiguous:杜力': { fix: 'choosePerson:representatives!4' },
    });
    expect(decided.talks).toMatchObject([{ people: ['representatives!3', 'representatives!4'] }]);
    const dropped = planTalks([{ leader: '区力', people: '马然、杜力' }], {
      'talks!C2:personAmbiguous:杜力': { fix: 'dropName' },
    });
    expect(dropped.talks).toMatchObject([{ people: ['representatives!3'] }]);
  });
});

describe('a refused row', () => {
  it('comes in with a corrected date, as an appointment, or not at all', () => {
    expect(
      one({ date: '2026.2.30' }, { 'talks!A2:impossibleDate': { fix: 'useDate', value: '2026-02-28' } }),
    ).toMatchObject({ on: '2026-02-28' });
    const planned = planTalks([{ date: '2027.1.5', channel: '电话' }], { 'talks!A2:futureDate': { fix: 'asPlanned' } });
    expect([planned.talks, planned.open]).toEqual([[], 0]);
    expect(planned.appointments).toMatchObject([{ on: '2027-01-05', channel: 'phone', people: ['representatives!2'] }]);
    const skipped = planTalks([{ date: '2027.1.5' }], { 'talks!A2:futureDate': { fix: 'skipRow' } });
    expect(skipped.counts.talks).toMatchObject({ rows: 1, skipped: 1, refused: 0 });
  });
  it('stays refused where the correction is wrong too', () => {
    for (const value of ['2026-02-31', '2027-01-01', '2026', '', 'x']) {
      const made = planTalks([{ date: '2026.2.30' }], { 'talks!A2:impossibleDate': { fix: 'useDate', value } });
      expect(raised(made)[0]).toMatchObject({ settled: false, decisionRefused: true });
      expect(made.talks).toEqual([]);
    }
  });
  it('names who may be meant: those paired with the people of the row, and names like it', () => {
    const fixes = raised(planTalks([{ leader: '查无此人' }]))[0]?.fixes.map(({ id }) => id);
    expect(fixes).toEqual(['chooseLeader:leaders!2', 'chooseLeader', 'skipRow']);
    expect(one({ leader: '查无此人' }, { 'talks!B2:leaderUnknown': { fix: 'chooseLeader:leaders!2' } })?.leader).toBe(
      'leaders!2',
    );
    expect(
      planTalks([{ leader: '查无此人' }], { 'talks!B2:leaderUnknown': { fix: 'chooseLeader:representatives!2' } })
        .talks,
    ).toEqual([]);
  });
  it('does not tell of what else was noted or tidied in it', () => {
    const made = planTalks([{ date: '2026.2.30', leader: '马洋书记', place: '电话' }]);
    expect(lines(made)).toEqual(['记录 A2 refused impossibleDate']);
    expect(made.tidied.some(({ kind }) => kind === 'postAfterName')).toBe(false);
  });
});

describe('a talk that names somebody whose row waits', () => {
  it('waits too', () => {
    const made = plan([lead, people({ unit: '精卫中心' }), talks({}, { leader: '马洋' })]);
    expect([made.counts.talks.waiting, made.talks.length, problemsOf(made)]).toEqual([
      2,
      0,
      ['人士 D2 ask unitUnknown'],
    ]);
  });
  it('waits where the waiting row may be another person of that name, not where it is the same in all', () => {
    const row = { birth: '1976.3', phone: '13854440679' };
    expect(plan([lead, people(row, { ...row, phone: '13900000000' }), talks({})]).counts.talks).toMatchObject({
      waiting: 1,
    });
    expect(plan([lead, people(row, row), talks({})]).counts.talks).toMatchObject({ waiting: 0, fresh: 1 });
  });
});

describe('a talk already held', () => {
  const known = demoKnown({
    people: [
      person('p1', '林远', '护理学院'),
      person('l1', '田文建', '医学院本部', { isLeader: true, isRepresentative: false }),
    ],
    talks: [
      {
        id: 't1',
        leader: 'l1',
        people: ['p1'],
        on: '2026-05-06' as never,
        precision: 'day',
        channel: 'faceToFace',
        text: '就学科建设 交换意见',
      },
    ],
  });
  it('is the same where leader, people, date, way and words agree', () => {
    const rows = [
      { text: '就学科建设交换意见' },
      { date: '2026年5月', text: '就学科建设交换意见' },
      { channel: '电话', text: '就学科建设交换意见' },
      { text: '另一次' },
    ] as const;
    const made = plan([talks(...rows)], { known });
    expect(made.talks.map(({ key, action }) => [key, action])).toEqual([
      ['t1', 'same'],
      ['talks!3', 'create'],
      ['talks!4', 'create'],
      ['talks!5', 'create'],
    ]);
    expect(made.counts.talks).toMatchObject({ matched: 1, same: 1, fresh: 3 });
  });
  it('whose day somebody added is still the talk of that month', () => {
    const rows = [
      { date: '2026年5月', text: '就学科建设交换意见' },
      { date: '2026年4月', text: '就学科建设交换意见' },
    ];
    expect(plan([talks(...rows)], { known }).talks.map(({ key, action }) => [key, action])).toEqual([
      ['t1', 'same'],
      ['talks!3', 'create'],
    ]);
  });
  it('twice the same in one file is one; two that differ in points are asked and can both be kept', () => {
    expect(planTalks([{}, {}]).talks).toHaveLength(1);
    const rows: readonly TalkRow[] = [{ opinions: '反映停车难' }, { opinions: '减少填表' }];
    expect(planTalks(rows).talks).toHaveLength(1);
    expect(planTalks(rows, { 'talks!A3:talkTwiceDiffers': { fix: 'bothTalks' } }).talks).toHaveLength(2);
    expect(planTalks(rows, { 'talks!A3:talkTwiceDiffers': { fix: 'skipRow' } }).counts.talks).toMatchObject({
      fresh: 1,
      skipped: 1,
    });
  });
});
