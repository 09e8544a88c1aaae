/** Another institution’s rule counts by rank and by kind of counterpart: every page says the same of a leader. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { readOverview } from '@zhengyou/domain/interaction/year.contract.ts';
import { createDraft, readDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { readCoverage, readPortfolio } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import { openHouse, type TestHouse } from '../../../../../tests/support/server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ institution: 'university-five-tiers' });
});
afterAll(() => house.close());

test('roster, coverage, portfolio, board and overview count alike', async () => {
  const office = await house.as('柏小舟');
  const { groups } = await office.call(readRoster, { query: {} });
  const leaders = groups.flatMap((group) => group.leaders);
  expect(leaders.length).toBeGreaterThan(3);
  // The rule tells ranks apart here, or there would be nothing to agree on.
  expect(new Set(leaders.map((leader) => leader.quota.required)).size).toBeGreaterThan(1);

  const short = leaders
    .filter((leader) => leader.quota.short > 0)
    .map(({ id, quota }) => [id, quota.required, quota.short]);
  expect(short.length).toBeGreaterThan(0);
  const coverage = await office.call(readCoverage, { query: {} });
  expect(coverage.short.map(({ id, required, short: by }) => [id, required, by]).sort()).toEqual(short.sort());

  for (const leader of leaders) {
    const { quota } = await office.call(readPortfolio, { params: { leaderId: leader.id } });
    expect(quota).toMatchObject({ required: leader.quota.required, short: leader.quota.short });
  }

  const { id: draftId } = await office.call(createDraft, {
    body: { name: '看一看', effectiveOn: plainDate('2026-11-23') },
  });
  const board = await office.call(readDraft, { params: { draftId } });
  expect(board.leaders.map(({ id, quota }) => [id, quota.required, quota.short])).toEqual(
    leaders.map(({ id, quota }) => [id, quota.required, quota.short]),
  );

  const overview = await office.call(readOverview);
  expect(overview.leaders).toMatchObject({ all: leaders.length, enough: leaders.length - short.length });
});
