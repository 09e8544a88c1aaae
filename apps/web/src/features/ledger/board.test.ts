import { expect, it } from 'vitest';
import { boardRows, kindsOf } from './board.ts';
import { ledgerWords } from './ledger.words.ts';
import type { Look } from './shapes.ts';

const nothing = {
  rows: 0,
  acceptable: 0,
  fresh: 0,
  matched: 0,
  same: 0,
  merged: 0,
  ask: 0,
  waiting: 0,
  refused: 0,
  skipped: 0,
  partly: 0,
  monthOnly: 0,
};
const said = (kind: Parameters<typeof boardRows>[0], counts: Partial<typeof nothing>) =>
  boardRows(kind, { ...nothing, ...counts }).map(({ label, count }) => [label.zh, count]);

it('says what is new even when it is nothing, and no other nought', () => {
  expect(said('leaders', { rows: 34, acceptable: 34, matched: 34, same: 34 })).toEqual([
    ['新增', 0],
    ['与现有相同', 34],
  ]);
});

it('counts rows that ask and rows that wait for another answer together', () => {
  expect(said('representatives', { rows: 84, acceptable: 62, fresh: 61, matched: 1, ask: 1, waiting: 21 })).toEqual([
    ['新增', 61],
    ['补充现有的', 1],
    ['等您定', 22],
  ]);
});

it('counts people as people and rows as rows', () => {
  const [people] = boardRows('representatives', { ...nothing, fresh: 1 });
  const [talks] = boardRows('talks', { ...nothing, fresh: 1 });
  expect([people?.unit, talks?.unit]).toEqual([ledgerWords.people, ledgerWords.rows]);
});

it('shows the kinds of which the file has a sheet, in their own order', () => {
  const sheets = [{ kind: 'talks' }, { kind: null }, { kind: 'representatives' }] as unknown as Look['sheets'];
  expect(kindsOf({ sheets })).toEqual(['representatives', 'talks']);
});
