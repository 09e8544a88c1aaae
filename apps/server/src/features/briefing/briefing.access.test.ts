/** Who reads and writes briefings, with either lock alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBriefings } from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import * as contract from '@zhengyou/domain/briefing/briefing.contract.ts';
import * as youSaid from '@zhengyou/domain/briefing/you-said.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { inTransaction } from '../../store/database.ts';
import { peopleOf, raised, type People } from '../matter/matter.build.ts';
import { findBriefing, listInstructionRows, listItems, listRecipientRows } from './briefing.reads.ts';

let house: TestHouse;
let people: People;
let draft: Id;
let issued: Id;
/** Received it, and another of the team who did not. */
let member: { id: Id; name: string };
let outsider: { id: Id; name: string };
const at = (briefingId: Id) => ({ params: { briefingId } });

beforeAll(async () => {
  house = await openHouse();
  people = await peopleOf(house);
  const { office, second } = people;
  const make = async () => {
    const matterId = await raised(people);
    const made = await office.call(contract.draftBriefing, { body: { matterIds: [matterId] } });
    const body = { title: '班车', items: [{ matterId, heading: '班车', text: '加一班' }] };
    await office.call(contract.writeBriefing, { ...at(made.id), ifMatch: 1, body });
    return made.id;
  };
  draft = await make();
  issued = await make();
  // Those who check as well see everything that was issued.
  const all = (await office.call(contract.listRecipients)).items;
  const team = all.filter((one) => !['王敏', '孙力'].includes(one.name));
  [member, outsider] = [team[0], team[1]] as unknown as [typeof member, typeof outsider];
  await office.call(contract.handOverBriefing, { ...at(issued), ifMatch: 2, body: {} });
  await second.call(contract.approveBriefing, { ...at(issued), ifMatch: 3, body: {} });
  await office.call(contract.issueBriefing, { ...at(issued), ifMatch: 4, body: { recipientIds: [member.id] } });
  const reader = await house.as(member.name);
  await reader.call(contract.instructOnBriefing, { ...at(issued), body: { words: '请研究。' } });
});
afterAll(() => house.close());

const status = async (caller: Caller, id: Id) => (await caller.try(contract.readBriefing, at(id))).statusCode;

describe('who knocks', () => {
  test.each(['林远', '顾晓芸', '贺明'])('%s reads no briefing and no list of sources', async (name) => {
    const caller = await house.as(name);
    const answers = await Promise.all([status(caller, issued), status(caller, draft)]);
    // A member of staff may also be a leader: then it is not there for them.
    for (const answer of answers) expect([403, 404]).toContain(answer);
    expect((await caller.try(contract.listSources, {})).statusCode).toBe(403);
    expect((await caller.try(contract.draftBriefing, { body: {} })).statusCode).toBe(403);
    expect((await caller.try(youSaid.proposeYouSaid, { params: { period: '2026-H2' } })).statusCode).toBe(403);
    expect(
      (await caller.try(youSaid.issueYouSaid, { params: { period: '2026-H2' }, body: { lines: [] } })).statusCode,
    ).toBe(403);
  });

  test('nobody without a session', async () => {
    const { callerOf } = await import('../../../../../tests/support/server.ts');
    const nobody = callerOf(house.app, '');
    expect((await nobody.try(listBriefings, {})).statusCode).toBe(401);
    expect((await nobody.try(youSaid.readYouSaid)).statusCode).toBe(401);
  });
});

describe('a member of the leadership team', () => {
  test('reads what was issued to them, never a draft, and not what went to another', async () => {
    const reader = await house.as(member.name);
    expect([await status(reader, issued), await status(reader, draft)]).toEqual([200, 404]);
    const other = await house.as(outsider.name);
    expect((await other.call(listBriefings, {})).items.map((one) => one.id)).not.toContain(draft);
    const refused = await other.try(contract.instructOnBriefing, { ...at(issued), body: { words: '不归我' } });
    expect([403, 404]).toContain(refused.statusCode);
    expect([403, 404]).toContain((await other.try(contract.markBriefingRead, { ...at(issued), body: {} })).statusCode);
  });

  test('writes for nobody else, passes nothing on, and takes no step of the office', async () => {
    const reader = await house.as(member.name);
    const forAnother = { words: '代写', personId: outsider.id };
    expect((await reader.try(contract.instructOnBriefing, { ...at(issued), body: forAnother })).statusCode).toBe(403);
    const steps = [contract.handOverBriefing, contract.approveBriefing, contract.issueBriefing] as const;
    for (const one of steps)
      expect(
        (await reader.try(one as typeof contract.approveBriefing, { ...at(draft), ifMatch: 2, body: {} })).statusCode,
      ).toBe(403);
  });
});

describe('whoever checks', () => {
  test('reads what was issued with its instructions, and no draft', async () => {
    const checker = await house.as('孙力');
    const shown = await checker.call(contract.readBriefing, at(issued));
    expect(shown.instructionList).toHaveLength(1);
    expect(shown.can.filter((one) => one !== 'instruct' && one !== 'markRead')).toEqual(['download']);
    expect(await status(checker, draft)).toBe(404);
  });
});

const NOBODY = { whole: false, units: [], self: [], people: [], desks: [] };
const EVERYTHING = { reach: { ...NOBODY, whole: true }, keeps: true };

describe('either lock alone', () => {
  const as = <T>(settings: object, work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(house.pool, { institution: house.institutionId, ...settings }, work);

  test('the database hides drafts and what went to others, with the application’s conditions away', async () => {
    const ask = (settings: object, id: Id) =>
      as(settings, async (db) => [
        (await findBriefing(db, house.institutionId, EVERYTHING, id)) !== undefined,
        (await listItems(db, house.institutionId, EVERYTHING, id)).length,
        (await listRecipientRows(db, house.institutionId, EVERYTHING, id)).length,
        (await listInstructionRows(db, house.institutionId, EVERYTHING, id)).length,
      ]);
    expect(await ask({ self: [member.id] }, issued)).toEqual([true, 1, 1, 1]);
    expect(await ask({ self: [member.id] }, draft)).toEqual([false, 0, 0, 0]);
    expect(await ask({ self: [outsider.id] }, issued)).toEqual([false, 0, 0, 0]);
    expect(await ask({ whole: true, keeps: false }, draft)).toEqual([false, 0, 0, 0]);
    expect(await ask({}, issued)).toEqual([false, 0, 0, 0]);
  });

  test('the application hides them with the database’s lock open', async () => {
    const ask = (reader: { reach: typeof NOBODY; keeps: boolean }, id: Id) =>
      as({ whole: true, keeps: true }, async (db) => [
        (await findBriefing(db, house.institutionId, reader, id)) !== undefined,
        (await listItems(db, house.institutionId, reader, id)).length,
        (await listRecipientRows(db, house.institutionId, reader, id)).length,
        (await listInstructionRows(db, house.institutionId, reader, id)).length,
      ]);
    const of = (id: Id) => ({ reach: { ...NOBODY, self: [id] as never[] }, keeps: false });
    expect(await ask(of(member.id), issued)).toEqual([true, 1, 1, 1]);
    expect(await ask(of(outsider.id), issued)).toEqual([false, 0, 0, 0]);
    expect(await ask(of(member.id), draft)).toEqual([false, 0, 0, 0]);
    expect(await ask({ reach: { ...NOBODY, whole: true }, keeps: false }, draft)).toEqual([false, 0, 0, 0]);
  });

  test('the database takes no step and no instruction from whoever may not', async () => {
    const write = (settings: object, table: 'briefing_step' | 'briefing_instruction', personId: Id) =>
      as(settings, (db) =>
        table === 'briefing_step'
          ? db
              .insertInto('briefing_step')
              .values({
                institution_id: house.institutionId,
                briefing_id: draft,
                ordinal: 99,
                action: 'issue',
                actor_id: personId,
                actor_name: 'x',
                on_day: '2026-11-23',
                at: new Date(),
                request_key: 'k',
              })
              .execute()
          : db
              .insertInto('briefing_instruction')
              .values({
                institution_id: house.institutionId,
                briefing_id: issued,
                instruction_id: draft,
                person_id: personId,
                person_name: 'x',
                words: 'x',
                on_day: '2026-11-23',
                at: new Date(),
              })
              .execute(),
      );
    await expect(write({ whole: true, keeps: false }, 'briefing_step', member.id)).rejects.toThrow(
      /row-level security/,
    );
    await expect(write({ self: [member.id] }, 'briefing_instruction', outsider.id)).rejects.toThrow(
      /row-level security/,
    );
    // Not a recipient: the key refuses it.
    await expect(write({ self: [outsider.id] }, 'briefing_instruction', outsider.id)).rejects.toThrow(/foreign key/);
  });

  test('nobody rewrites a step or an instruction', async () => {
    for (const sql of [
      'update briefing_step set words = null',
      'delete from briefing_step',
      `update briefing_instruction set words = ''`,
    ]) {
      const client = await house.pool.connect();
      try {
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      } finally {
        client.release();
      }
    }
  });
});
