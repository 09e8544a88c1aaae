import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { findFestival, isNearFestival, readChannel } from './channels.ts';
import { boundsOf, boundsText, type PartialDate } from './partial-date.ts';
import { splitPoints } from './points.ts';
import { isInChargeOfUnitedFront, readPosts } from '../person/posts.ts';
import { readRemark } from './remarks.ts';

describe('a way of contact', () => {
  it.each([
    ['面谈', 'faceToFace'],
    ['访谈', 'faceToFace'],
    ['约谈', 'faceToFace'],
    ['电话', 'phone'],
    ['微信', 'online'],
    ['座谈会', 'symposium'],
    ['走访慰问', 'visit'],
    ['春节走访', 'visit'],
    ['教师节看望', 'visit'],
    ['考察途中谈心', 'activity'],
    [' 面 谈 ', 'faceToFace'],
    ['登门走访看望', 'visit'],
    ['打电话联系', 'phone'],
    ['中秋座谈', 'symposium'],
  ])('%s is %s', (written, channel) => expect(readChannel(written)).toEqual({ kind: 'channel', channel }));

  it.each([
    ['电话慰问', ['phone', 'visit']],
    ['走访座谈', ['symposium', 'visit']],
    ['其他', []],
    ['春节', []],
  ])('%s is asked', (written, candidates) => expect(readChannel(written)).toEqual({ kind: 'unclear', candidates }));

  it('is blank where nothing is written', () => expect(readChannel('　').kind).toBe('blank'));
});

describe('a festival in the wording', () => {
  const day = (on: string): PartialDate => ({ on: plainDate(on), precision: 'day' });
  const month = (on: string): PartialDate => ({ on: plainDate(`${on}-01`), precision: 'month' });

  it.each([
    ['春节走访', 'springFestival'],
    ['教师节看望', 'teachersDay'],
    ['走访慰问', undefined],
  ])('%s: %j', (written, festival) => expect(findFestival(written)).toBe(festival));

  // Spring Festival: 29 January 2025, 17 February 2026.
  it.each([
    [day('2026-02-16'), 'springFestival', true],
    [day('2026-01-18'), 'springFestival', true],
    [day('2026-01-17'), 'springFestival', false],
    [day('2026-03-04'), 'springFestival', true],
    [day('2026-03-05'), 'springFestival', false],
    [day('2025-01-10'), 'springFestival', true],
    [day('2024-12-31'), 'springFestival', true],
    [day('2026-10-27'), 'springFestival', false],
    [month('2026-08'), 'springFestival', false],
    [month('2026-03'), 'springFestival', true],
    [month('2026-09'), 'teachersDay', true],
    [day('2026-06-27'), 'teachersDay', false],
  ] as const)('%j near %s: %j', (on, festival, near) => expect(isNearFestival(on, festival)).toBe(near));
});

describe('posts', () => {
  it.each([
    ['党委书记', [['partySecretary', '党委书记', null]]],
    [
      '院长、党委副书记',
      [
        ['president', '院长', null],
        ['deputySecretary', '党委副书记', null],
      ],
    ],
    ['党委副书记（协管统战）', [['assistingDeputy', '党委副书记', '协管统战']]],
    ['党委副书记（分管统战）', [['deputySecretary', '党委副书记', '分管统战']]],
    [
      '党委副书记、纪委书记',
      [
        ['deputySecretary', '党委副书记', null],
        ['disciplineSecretary', '纪委书记', null],
      ],
    ],
    ['副院长（分管医疗、科研）', [['vicePresident', '副院长', '分管医疗、科研']]],
    [
      '党委常委、统战部部长',
      [
        ['standingMember', '党委常委', null],
        ['unitedFrontHead', '统战部部长', null],
      ],
    ],
    ['党总支书记', [['partySecretary', '党总支书记', null]]],
    ['中心主任', [['president', '中心主任', null]]],
    ['院长助理', [['other', '院长助理', null]]],
    ['', []],
  ])('%j', (written, posts) => {
    expect(readPosts(written).map(({ kind, title, charge }) => [kind, title, charge])).toEqual(posts);
  });

  it('tells who is in charge of united-front work', () => {
    expect(
      ['党委副书记（分管统战）', '党委副书记', '副院长（分管医疗）'].flatMap(readPosts).map(isInChargeOfUnitedFront),
    ).toEqual([true, false, false]);
  });
});

describe('a remark', () => {
  it.each([
    ['2026年9月退休', 'retired', '2026-09—'],
    ['已退休', 'retired', '—'],
    ['长期在国外访学至2027.3', 'abroad', '—2027-03'],
    ['2026.3-2027.3赴美国访学', 'abroad', '2026-03—2027-03'],
    ['病休至2027年1月', 'leave', '—2027-01'],
  ])('%s', (written, fact, shown) => {
    const read = readRemark(written);
    expect(read).toMatchObject({ kind: 'fact', fact });
    expect(read.kind === 'fact' && boundsText(boundsOf(read.from, read.until))).toBe(shown);
  });

  it.each([
    ['重复？', 'duplicate'],
    ['疑似重复', 'duplicate'],
    ['退休返聘', 'free'],
    ['性格直爽', 'free'],
    ['', 'blank'],
    ['无', 'blank'],
  ])('%j is %s', (written, kind) => expect(readRemark(written).kind).toBe(kind));
});

it.each([
  ['建议减少重复填表', ['建议减少重复填表']],
  ['1.建议减少填表；2.反映停车难', ['建议减少填表', '反映停车难']],
  ['① 建议减少填表 ② 反映停车难', ['建议减少填表', '反映停车难']],
  ['（一）减少填表\n（二）停车', ['减少填表', '停车']],
  ['2.5 万元经费报销慢', ['2.5 万元经费报销慢']],
  ['建议把 2.5 改为 3.0', ['建议把 2.5 改为 3.0']],
  ['无', []],
  ['', []],
])('points of %j', (written, points) => expect(splitPoints(written)).toEqual(points));

it('no wording makes any of them fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readChannel(text);
      readPosts(text);
      readRemark(text);
      for (const point of splitPoints(text)) expect(splitPoints(point).length).toBeGreaterThan(0);
    }),
  );
});
