/** Refusals of this room: whose answer it is not, whose list, whose draft; by the application and, apart, by the database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import {
  changeDraft,
  createDraft,
  discardDraft,
  moveInDraft,
  previewUndo,
  readDraft,
  sendDraft,
} from '@zhengyou/domain/pairing/draft.contract.ts';
import { listAdjustments, readCoverage, readPortfolio } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import {
  askForAnother,
  confirmPairing,
  declinePairing,
  keepPairing,
  listProposals,
  publishPairings,
  readMyPairings,
  readMyProposals,
  readPairing,
  recommendPairing,
  requestChange,
  withdrawPairing,
} from '@zhengyou/domain/pairing/proposal.contract.ts';
import { changeFacts, readHandover } from '@zhengyou/domain/pairing/renewal.contract.ts';
import { startSolve } from '@zhengyou/domain/pairing/solve.contract.ts';
import {
  addWish,
  declareConflict,
  listConflicts,
  listWishes,
  removeWish,
} from '@zhengyou/domain/pairing/wish.contract.ts';
import { createPerson } from '@zhengyou/domain/person/person.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction, type Settings } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

const TODAY = plainDate('2026-11-23');

let house: TestHouse;
let office: Caller;
let children: Id;
let friend: Id;
let waiting: Id;
let lin: Id;
let active: Id;
beforeAll(async () => {
  house = await openHouse();
  office = await house.as('周敏');
  const { items } = await office.call(listUnits);
  children = items.find((unit) => unit.name === '附属儿童医院')?.id as Id;
  friend = (await office.call(createPerson, { body: { name: '何静', unitId: children } })).id;
  const leaderId = await house.personId('许霞');
  waiting = (await office.call(recommendPairing, { body: { leaderId, representativeId: friend, reason: '同一学科' } }))
    .id;
  lin = await house.personId('林远');
  active = (await (await house.as('林远')).call(readMyPairings)).items[0]?.id as Id;
});
afterAll(() => house.close());

const at = (pairingId: Id) => ({ params: { pairingId }, ifMatch: 1 });
const codeOf = (response: { statusCode: number; json(): { code?: string } }) => [
  response.statusCode,
  response.json().code,
];

describe('an answer is the leader’s own', () => {
  test('no other leader, no officer and no representative gives it', async () => {
    const attempts = [
      ['田文建', 404],
      ['顾晓芸', 403],
      ['周敏', 403],
      ['何静', 403],
      // Whoever checks is a leader too, sees the proposal, and yet it is not theirs.
      ['王敏', 403],
    ] as const;
    for (const [name, status] of attempts) {
      const caller = await house.as(name);
      for (const answer of [
        caller.try(confirmPairing, { ...at(waiting), body: {} }),
        caller.try(declinePairing, { ...at(waiting), body: { cause: 'load' } }),
        caller.try(askForAnother, { ...at(waiting), body: { cause: 'load' } }),
      ])
        expect([name, (await answer).statusCode]).toEqual([name, status]);
    }
    const checker = await (await house.as('王敏')).try(confirmPairing, { ...at(waiting), body: {} });
    expect(codeOf(checker)).toEqual([403, 'pairing.notYoursToAnswer']);
  });

  test('and waits for that leader alone', async () => {
    expect((await (await house.as('许霞')).call(readMyProposals)).items.map((item) => item.id)).toEqual([waiting]);
    expect((await (await house.as('田文建')).call(readMyProposals)).items).toEqual([]);
    expect((await (await house.as('何静')).try(readMyProposals)).statusCode).toBe(403);
  });
});

describe('a request is the representative’s own', () => {
  test('nobody else asks for another leader, and it is asked of one’s own pair', async () => {
    for (const [name, status] of [
      ['周敏', 403],
      ['田文建', 403],
      ['冯飞梅', 404],
    ] as const) {
      const caller = await house.as(name);
      const asked = await caller.try(requestChange, { ...at(active), body: { cause: 'time' } });
      expect([name, asked.statusCode]).toEqual([name, status]);
    }
    const early = await (await house.as('何静')).try(requestChange, { ...at(waiting), body: { cause: 'time' } });
    expect(codeOf(early)).toEqual([409, 'pairing.notAtThisStep']);
  });
});

describe('a list is its keeper’s', () => {
  test('a unit’s officer keeps the unit’s alone, and the institution’s recommendations are the office’s', async () => {
    const officer = await house.as('顾晓芸');
    const leaderId = await house.personId('田文建');
    const above = await officer.try(recommendPairing, { body: { leaderId, representativeId: friend } });
    expect(above.statusCode).toBe(404);
    expect(codeOf(await officer.try(withdrawPairing, { ...at(waiting), body: { reason: '另有安排' } }))).toEqual([
      403,
      'pairing.notYourLeader',
    ]);
    expect(codeOf(await officer.try(publishPairings, { body: { items: [{ id: waiting, version: 1 }] } }))).toEqual([
      403,
      'pairing.notYourLeader',
    ]);
    const own = await officer.try(declareConflict, { body: { leaderId, representativeId: friend, kind: 'declared' } });
    expect(own.statusCode).toBe(404);
  });

  test('whoever checks looks and takes no step', async () => {
    const checker = await house.as('孙力');
    expect((await checker.call(listProposals)).items.map((item) => [item.id, item.can])).toEqual([[waiting, []]]);
    for (const attempt of [
      checker.try(publishPairings, { body: { items: [{ id: waiting, version: 1 }] } }),
      checker.try(withdrawPairing, { ...at(waiting), body: { reason: '另有安排' } }),
      checker.try(keepPairing, { ...at(active), body: { reason: '暂不' } }),
      checker.try(createDraft, { body: { name: '草案', effectiveOn: TODAY } }),
    ])
      expect((await attempt).statusCode).toBe(403);
  });

  test('no list for a leader or a representative; each reads one’s own pair', async () => {
    for (const name of ['田文建', '林远']) {
      const caller = await house.as(name);
      for (const attempt of [caller.try(listProposals), caller.try(readCoverage), caller.try(listAdjustments)])
        expect([name, (await attempt).statusCode]).toEqual([name, 403]);
      expect((await caller.try(readPairing, { params: { pairingId: active } })).statusCode).toBe(200);
      expect((await caller.try(readPairing, { params: { pairingId: waiting } })).statusCode).toBe(404);
    }
    const leader = await house.as('田文建');
    expect((await leader.try(readPortfolio, { params: { leaderId: await house.personId('许霞') } })).statusCode).toBe(
      404,
    );
    expect(
      (await leader.call(readPortfolio, { params: { leaderId: await house.personId('田文建') } })).friends,
    ).toHaveLength(1);
  });
});

describe('a wish', () => {
  test('is read by whoever wishes and whoever keeps the list: not by the friend, not by whoever checks', async () => {
    const self = await house.as('林远');
    const { id } = await self.call(addWish, { body: { kind: 'change' } });
    expect((await office.call(listWishes)).items.map((item) => item.id)).toContain(id);
    const leader = await house.as('田文建');
    expect((await leader.call(listWishes, { query: { person: lin } })).items).toEqual([]);
    expect((await leader.try(removeWish, { params: { wishId: id }, ifMatch: 1 })).statusCode).toBe(404);
    expect((await (await house.as('孙光军')).try(addWish, { body: { kind: 'stay', personId: lin } })).statusCode).toBe(
      404,
    );
    expect(codeOf(await leader.try(addWish, { body: { kind: 'stay', personId: lin } }))).toEqual([
      403,
      'pairing.noWishFor',
    ]);
  });

  test('a tie is read by the two and by the keepers', async () => {
    const leaderId = await house.personId('马洋');
    await office.call(declareConflict, { body: { leaderId, representativeId: lin, kind: 'declared' } });
    expect((await (await house.as('林远')).call(listConflicts)).items).toHaveLength(1);
    expect((await (await house.as('马洋')).call(listConflicts)).items).toHaveLength(1);
    expect((await (await house.as('冯飞梅')).call(listConflicts)).items).toEqual([]);
  });
});

describe('a draft', () => {
  let whole: Id;
  let own: Id;
  beforeAll(async () => {
    whole = (await office.call(createDraft, { body: { name: '全院', effectiveOn: TODAY } })).id;
    const officer = await house.as('顾晓芸');
    own = (await officer.call(createDraft, { body: { name: '儿童医院', unitId: children, effectiveOn: TODAY } })).id;
  });

  test('of the institution is not a unit’s to see; the unit plans its own', async () => {
    const officer = await house.as('顾晓芸');
    const missing = await officer.try(createDraft, { body: { name: '全院', effectiveOn: TODAY } });
    expect(codeOf(missing)).toEqual([400, 'draft.unitMissing']);
    const elsewhere = (await office.call(listUnits)).items.find((unit) => unit.name === '药学院')?.id as Id;
    const foreign = await officer.try(createDraft, { body: { name: '药学院', unitId: elsewhere, effectiveOn: TODAY } });
    expect(codeOf(foreign)).toEqual([403, 'draft.notYours']);
    const params = { draftId: whole };
    for (const attempt of [
      officer.try(readDraft, { params }),
      officer.try(changeDraft, { params, ifMatch: 1, body: { name: '我的' } }),
      officer.try(sendDraft, { params, ifMatch: 1, body: {} }),
      officer.try(discardDraft, { params, ifMatch: 1 }),
      officer.try(previewUndo, { params }),
      officer.try(startSolve, { params, body: {} }),
      officer.try(readHandover, { params }),
      officer.try(changeFacts, { params, ifMatch: 1, body: { add: [] } }),
    ])
      expect((await attempt).statusCode).toBe(404);
    expect(
      (await officer.call(readDraft, { params: { draftId: own } })).leaders.every(
        (leader) => leader.unit.id === children,
      ),
    ).toBe(true);
  });

  test('takes no leader from outside its board, and no fact without a sandbox', async () => {
    const officer = await house.as('顾晓芸');
    const moves = [{ op: 'add' as const, leaderId: waiting, representativeId: friend }];
    const outside = await officer.try(moveInDraft, { params: { draftId: own }, ifMatch: 1, body: { moves } });
    expect(codeOf(outside)).toEqual([422, 'draft.outsideBoard']);
    const facts = await officer.try(changeFacts, { params: { draftId: own }, ifMatch: 1, body: { add: [] } });
    expect(codeOf(facts)).toEqual([422, 'draft.noSandbox']);
    const nothing = await officer.try(sendDraft, { params: { draftId: own }, ifMatch: 1, body: {} });
    expect(codeOf(nothing)).toEqual([422, 'draft.nothingToSend']);
  });
});

describe('the database alone', () => {
  const as = <T>(settings: Settings, work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(house.pool, { institution: house.institutionId, ...settings }, work);

  test('lets a leader write an answer to what waits, and nothing else', async () => {
    const leader = await house.personId('许霞');
    const own: Settings = { actor: leader, self: [leader], people: [leader] };
    const set = (status: string, id: Id) =>
      as(own, async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('pairing')
          .set({ status })
          .where('pairing_id', '=', id)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    await expect(set('active', waiting)).rejects.toMatchObject({ code: '42501' });
    expect(await set('confirmed', active)).toBe(0);
    const step = (action: string, actorId: Id) =>
      as(own, (db) =>
        db
          .insertInto('pairing_step')
          .values({
            institution_id: house.institutionId,
            pairing_id: waiting,
            ordinal: 9,
            leader_id: leader,
            representative_id: friend,
            unit_id: children,
            action,
            on_day: TODAY,
            actor_id: actorId,
          })
          .execute(),
      );
    await expect(step('publish', leader)).rejects.toMatchObject({ code: '42501' });
    await expect(step('confirm', lin)).rejects.toMatchObject({ code: '42501' });
  });

  test('hides wishes from whoever checks, drafts from other units, and ties from third persons', async () => {
    const checker: Settings = { actor: lin, whole: true, keeps: false };
    expect(await as(checker, (db) => db.selectFrom('pairing_wish').select('wish_id').execute())).toEqual([]);
    const officer: Settings = { actor: lin, units: [children] };
    const drafts = await as(officer, (db) => db.selectFrom('pairing_draft').select(['name', 'unit_id']).execute());
    expect(drafts.every((draft) => draft.unit_id === children)).toBe(true);
    const stranger = await house.personId('冯飞梅');
    expect(
      await as({ actor: stranger, self: [stranger] }, (db) =>
        db.selectFrom('pairing_conflict').select('kind').execute(),
      ),
    ).toEqual([]);
    const wish = (personId: Id) =>
      as({ actor: stranger, self: [stranger] }, (db) =>
        db
          .insertInto('pairing_wish')
          .values({
            institution_id: house.institutionId,
            wish_id: newId(),
            person_id: personId,
            unit_id: children,
            kind: 'change',
            since_on: TODAY,
          })
          .execute(),
      );
    await expect(wish(lin)).rejects.toMatchObject({ code: '42501' });
  });
});
