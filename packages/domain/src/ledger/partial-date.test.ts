import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { boundsOf, boundsText, endOfPartial, findDateInText, partialText, readDate, readTerm } from './partial-date.ts';

const textOf = (text: string) => {
  const read = readDate(text);
  return read.kind === 'date' ? partialText(read.date) : read.kind;
};

describe('a date', () => {
  it.each([
    ['2026/3/21', '2026-03-21'],
    ['2026.4.24', '2026-04-24'],
    ['2026-08-11', '2026-08-11'],
    ['2026年7月4日', '2026-07-04'],
    ['2026年7月4号', '2026-07-04'],
    ['２０２６．４．２４', '2026-04-24'],
    ['２０２６年７月４日', '2026-07-04'],
    ['2026 年 7 月 4 日', '2026-07-04'],
    ['2026—7—4', '2026-07-04'],
    ['2026-03-21 00:00:00', '2026-03-21'],
    ['2026-03-21T00:00:00.000Z', '2026-03-21'],
    ['2026年3月6日（星期五）', '2026-03-06'],
    ['20260704', '2026-07-04'],
    ['2024-02-29', '2024-02-29'],
    ['2025年9月', '2025-09'],
    ['2025年9月份', '2025-09'],
    ['2025.9', '2025-09'],
    ['1984-04', '1984-04'],
    ['1965.2', '1965-02'],
    ['196502', '1965-02'],
    ['2026年', '2026'],
    ['2026.2.30', 'impossibleDay'],
    ['2025-02-29', 'impossibleDay'],
    ['2026/13/1', 'impossibleMonth'],
    ['2026年0月', 'impossibleMonth'],
    ['', 'blank'],
    ['　', 'blank'],
    ['26.3.4', 'unreadable'],
    ['1026/3/4', 'unreadable'],
    ['上周', 'unreadable'],
    ['3月4日', 'unreadable'],
  ])('%j is %s', (text, read) => expect(textOf(text)).toBe(read));

  it('says what is impossible, for the sentence', () => {
    expect(readDate('2026.2.30')).toEqual({ kind: 'impossibleDay', year: 2026, month: 2, day: 30 });
    expect(readDate('2026/13/1')).toEqual({ kind: 'impossibleMonth', year: 2026, month: 13 });
  });

  it('only proposes what is a guess: a part of a month, the day count of a date cell saved as text', () => {
    expect(readDate('2025年9月上旬')).toEqual({ kind: 'unreadable', proposal: '2025-09' });
    expect(readDate('46134')).toEqual({ kind: 'unreadable', proposal: '2026-04-22' });
  });

  it('knows an ISO date from another spelling', () => {
    expect(readDate('2026-08-11')).toMatchObject({ respelt: false });
    expect(readDate('2026-8-11')).toMatchObject({ respelt: true });
  });

  it('ends after the last day that it can mean', () => {
    const endOf = (text: string) => {
      const read = readDate(text);
      return read.kind === 'date' ? endOfPartial(read.date) : null;
    };
    expect([endOf('2025年12月'), endOf('2024年2月'), endOf('2025年'), endOf('2025-12-31')]).toEqual([
      '2026-01-01',
      '2024-03-01',
      '2026-01-01',
      '2026-01-01',
    ]);
  });
});

describe('a term', () => {
  it.each([
    ['2021年12月—2026年12月', '2021-12—2026-12', '2021-12-01', '2027-01-01', 'month'],
    ['2022-2027', '2022—2027', '2022-01-01', '2028-01-01', 'year'],
    ['2022.6-2027.6', '2022-06—2027-06', '2022-06-01', '2027-07-01', 'month'],
    ['2022-06—2027-06', '2022-06—2027-06', '2022-06-01', '2027-07-01', 'month'],
    ['2022-06-2027-06', '2022-06—2027-06', '2022-06-01', '2027-07-01', 'month'],
    ['2022年6月1日至2027年5月31日', '2022-06-01—2027-05-31', '2022-06-01', '2027-06-01', 'day'],
    ['２０２２～２０２７', '2022—2027', '2022-01-01', '2028-01-01', 'year'],
    ['2022年12月到2027年', '2022—2027', '2022-12-01', '2028-01-01', 'year'],
    ['2023年起', '2023—', '2023-01-01', null, 'year'],
    ['自2023年3月至今', '2023-03—', '2023-03-01', null, 'month'],
    ['至2027年', '—2027', null, '2028-01-01', 'year'],
  ])('%j', (text, shown, startsOn, endsOn, precision) => {
    const read = readTerm(text);
    const bounds = read.kind === 'term' ? boundsOf(read.from, read.until) : null;
    expect(bounds).toEqual({ startsOn, endsOn, precision });
    expect(bounds && boundsText(bounds)).toBe(shown);
  });

  it.each([
    ['', 'blank'],
    ['—', 'blank'],
    ['第十四届', 'unreadable'],
    ['2022年', 'unreadable'],
    ['2022-27', 'unreadable'],
    ['2022.13-2027.1', 'unreadable'],
    ['2027-2022', 'reversed'],
  ])('%j is %s', (text, kind) => expect(readTerm(text).kind).toBe(kind));
});

it.each([
  ['2026.6已解决', '2026-06'],
  ['已于2026年6月3日答复', '2026-06-03'],
  ['2026年解决', '2026'],
  ['正在办理', undefined],
  ['6月已解决', undefined],
  ['1234.5 元', undefined],
])('the date inside %j is %j', (text, date) => {
  const found = findDateInText(text);
  expect(found && partialText(found)).toBe(date);
});

describe('for any text', () => {
  const pieces = fc.constantFrom('2026', '2', '30', '年', '月', '日', '-', '.', '/', '—', '至', '起', ' ', '１', '1');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
  );

  it('reading never fails, and what was read reads the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readDate(text);
        if (read.kind === 'date')
          expect(readDate(partialText(read.date))).toMatchObject({
            kind: 'date',
            date: read.date,
            respelt: read.date.precision === 'year' ? expect.anything() : false,
          });
        const term = readTerm(text);
        if (term.kind === 'term') {
          const { startsOn, endsOn } = boundsOf(term.from, term.until);
          if (startsOn !== null && endsOn !== null) expect(startsOn < endsOn).toBe(true);
        }
        findDateInText(text);
      }),
    );
  });

  it('every day is read back in every spelling', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (instant) => {
        const iso = plainDate(instant.toISOString().slice(0, 10));
        const [year, month, day] = iso.split('-').map(Number);
        for (const text of [
          `${year}/${month}/${day}`,
          `${year}.${month}.${day}`,
          `${year}-${month}-${day}`,
          `${year}年${month}月${day}日`,
          iso,
        ])
          expect(textOf(text)).toBe(iso);
        expect(textOf(`${year}年${month}月`)).toBe(iso.slice(0, 7));
      }),
    );
  });
});
