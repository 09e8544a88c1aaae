/** Acting under a delegation: what it opens, that both names stay, and that it opens nothing else. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import * as delegation from '@zhengyou/domain/access/delegation.contract.ts';
import { NO_REACH } from '@zhengyou/domain/access/actor.ts';
import { readHelping } from '@zhengyou/domain/interaction/helping.contract.ts';
import {
  listTalks,
  logInteraction,
  readInteraction,
  undoInteraction,
} from '@zhengyou/domain/interaction/interaction.contract.ts';
import { changeText, confirmMine, listUnconfirmed } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { answerRequest, askTalk, listRequests } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { readHome } from '@zhengyou/domain/interaction/home.contract.ts';
import { readLogDefaults, readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { readMatter, listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { listPairings } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { openHouse, STORY_NOW, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

const BYPASSING = 'zhengyou_lending_unlocked';
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject('cluster').adminUrl });
  await admin.connect();
  await admin.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${BYPASSING}') then
      create role ${BYPASSING} bypassrls nologin inherit;
      grant zhengyou_app to ${BYPASSING};
    end if;
  end $$`);
  await admin.end();
});

const houses = {
  'both locks': () => openHouse(),
  'the database alone': () => openHouse({ locks: { reachOf: () => ({ ...NO_REACH, whole: true }) } }),
  'the application alone': () => openHouse({ role: BYPASSING }),
};

describe.each(Object.entries(houses))('%s', (_, open) => {
  let house: TestHouse;
  let tian: Caller, tang: Caller, xu: Caller, lin: Caller;
  let leader: Id, other: Id, friend: Id, theirs: Id, secretary: Id;
  let given: { id: Id; version: number };
  beforeAll(async () => {
    house = await open();
    tian = await house.as('田文建');
    tang = await house.as('唐杰秀');
    xu = await house.as('许文洁');
    lin = await house.as('林远');
    leader = await house.personId('田文建');
    other = await house.personId('唐杰秀');
    friend = await house.personId('林远');
    theirs = await house.personId('冯飞梅');
    secretary = await house.personId('许文洁');
    const [first] = (await tian.call(delegation.listDelegations)).items;
    if (!first) throw new Error('the demo has no delegation');
    given = first;
  });
  beforeEach(() => house.setNow(STORY_NOW));
  afterAll(() => house.close());

  const talk = (leaderId: Id, personId: Id, more: object = {}) => ({
    body: {
      leaderId,
      representativeIds: [personId],
      channel: 'phone' as const,
      when: { kind: 'now' as const },
      ...more,
    },
  });
  const code = async (who: Caller, input: ReturnType<typeof talk>) => {
    const reply = await who.try(logInteraction, input);
    return [reply.statusCode, reply.json().code];
  };
  const lend = (who: Caller, scopes: ('friends' | 'log' | 'arrange' | 'remind')[], more: object = {}) =>
    who.call(delegation.giveDelegation, {
      body: {
        delegateId: secretary,
        kind: 'secretary',
        scopes,
        firstOn: plainDate('2026-11-23'),
        lastOn: plainDate('2026-11-30'),
        ...more,
      },
    });
  const end = (who: Caller, one: { id: Id; version: number }) =>
    who.call(delegation.endDelegation, { params: { delegationId: one.id }, body: { version: one.version } });

  test('the sheet and the page open on the leader’s friends', async () => {
    const sheet = await xu.call(readLogDefaults, { query: {} });
    expect(sheet.self).toBeNull();
    expect(sheet.people.map((one) => [one.leader.name, one.person.name])).toEqual([['田文建', '林远']]);
    const page = await xu.call(readHelping);
    expect(page.helps).toMatchObject([
      { leader: { name: '田文建' }, lastOn: '2027-08-31', rows: [{ person: { name: '林远' } }] },
    ]);
  });

  test('both names stay, it counts at once, and the leader confirms in one tap', async () => {
    const body = talk(leader, friend, {
      words: '说了排班的事',
      points: [{ kind: 'opinion', words: '早班希望提前一周排好' }],
    });
    const logged = await xu.call(logInteraction, body);
    expect(logged.rows).toMatchObject([{ person: { name: '林远' }, year: { done: 1 } }]);
    const [written] = (await xu.call(readHelping)).helps[0]?.written ?? [];
    expect(written).toMatchObject({ id: logged.id, people: ['林远'], channel: 'phone' });
    const waiting = await tian.call(listUnconfirmed);
    expect(waiting.items).toMatchObject([
      { leader: { name: '田文建' }, recordedAs: '许文洁', awaitsLeader: true, words: '说了排班的事' },
    ]);
    expect((await xu.try(confirmMine, { body: { interactionIds: [logged.id] } })).statusCode).toBe(403);
    expect((await tian.call(confirmMine, { body: { interactionIds: [logged.id] } })).confirmed).toBe(1);
    const seen = await lin.call(readInteraction, { params: { interactionId: logged.id } });
    expect(seen).toMatchObject({ recordedAs: '许文洁', leader: { name: '田文建' }, awaitsLeader: false });
    expect((await xu.call(readHelping)).helps[0]?.written).toEqual([]);
    const { items } = await tian.call(delegation.listActs);
    expect(items).toContainEqual(
      expect.objectContaining({ name: '许文洁', action: 'log', subjectKind: 'interaction', on: '2026-11-23' }),
    );
    const asked = await tian.try(logInteraction, { body: { ...body.body, channel: 'visit' } });
    expect(asked.statusCode).toBe(200);
  });

  test('the question whether it is the same talk shows no text, and nothing goes into what the leader confirmed', async () => {
    const reply = await xu.try(logInteraction, talk(leader, friend));
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'log.mergeAsked']);
    const earlier = reply.json().extra.earlier;
    expect(earlier).toMatchObject({ text: 'withheld', words: null, points: [] });
    expect(reply.body).not.toContain('说了排班的事');
    const into = talk(leader, friend, { merge: { into: earlier.id, version: earlier.version } });
    expect(await code(xu, into)).toEqual([403, 'log.notYoursToMerge']);
  });

  test('it is taken back by whoever wrote it', async () => {
    const logged = await xu.call(logInteraction, talk(leader, friend, { channel: 'online' }));
    const undo = { params: { interactionId: logged.id }, ifMatch: logged.version };
    expect((await (await house.as('孙光军')).try(undoInteraction, undo)).statusCode).toBe(404);
    await xu.call(undoInteraction, undo);
    expect((await tian.call(listUnconfirmed)).total).toBe(0);
  });

  test('no text, no matter, no page of a person, no other list opens', async () => {
    const logged = await xu.call(logInteraction, talk(leader, friend, { channel: 'faceToFace', words: '私下的话' }));
    const at = { params: { interactionId: logged.id } };
    expect((await xu.try(readInteraction, at)).statusCode).toBe(404);
    expect((await xu.try(changeText, { ...at, ifMatch: 1, body: { words: '改' } })).statusCode).toBe(403);
    expect((await xu.call(listTalks, { query: { person: friend } })).total).toBe(0);
    expect((await xu.try(readHome)).statusCode).toBe(403);
    expect((await xu.try(readYear)).statusCode).toBe(403);
    expect([403, 404]).toContain((await xu.try(readPerson, { params: { personId: friend } })).statusCode);
    expect([200, 403]).toContain((await xu.try(listPairings, { query: { status: 'all' } })).statusCode);
    expect((await xu.try(listPairings, { query: { status: 'all' } })).body).not.toContain('林远');
    expect((await xu.try(listMatters, { query: {} })).body).not.toContain('早班');
    expect((await xu.try(readMatter, { params: { matterId: logged.id } })).statusCode).toBeGreaterThanOrEqual(403);
    expect(JSON.stringify(await xu.call(readHelping))).not.toContain('私下的话');
    await tian.call(confirmMine, { body: { interactionIds: [logged.id] } });
  });

  test('another leader’s pairs, another leader, a stranger to the leader', async () => {
    expect((await code(xu, talk(other, theirs)))[0]).toBe(404);
    expect((await code(xu, talk(leader, theirs)))[0]).toBe(404);
    expect((await code(tang, talk(leader, friend)))[0]).toBe(404);
  });

  test('taken back: refused in words, at once, and what was typed is not touched', async () => {
    const own = await lend(tang, ['log']);
    expect((await code(xu, talk(other, theirs)))[0]).toBe(200);
    await end(tang, own);
    const refused = await xu.try(logInteraction, talk(other, theirs, { channel: 'visit' }));
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'delegation.revoked']);
    expect(refused.json().title).toContain('唐杰秀已经收回');
    expect((await xu.call(readHelping)).others).toMatchObject([{ leader: { name: '唐杰秀' }, standing: 'revoked' }]);
  });

  test('not begun, over by the house’s own day, and for something else', async () => {
    house.setNow('2026-11-23T01:20:00Z');
    const ahead = await lend(tang, ['log'], { firstOn: '2026-11-25' });
    expect(await code(xu, talk(other, theirs))).toEqual([403, 'delegation.notBegun']);
    // Midnight of the house, not of Greenwich: the 25th begins at 16:00 of the 24th there.
    house.setNow('2026-11-24T15:59:00Z');
    expect(await code(xu, talk(other, theirs))).toEqual([403, 'delegation.notBegun']);
    house.setNow('2026-11-24T16:00:00Z');
    expect((await code(xu, talk(other, theirs, { channel: 'activity' })))[0]).toBe(200);
    house.setNow('2026-11-30T15:59:00Z');
    expect((await code(xu, talk(other, theirs, { channel: 'visit' })))[0]).toBe(200);
    house.setNow('2026-11-30T16:00:00Z');
    const over = await xu.try(logInteraction, talk(other, theirs, { channel: 'phone' }));
    expect([over.statusCode, over.json().code]).toEqual([403, 'delegation.over']);
    expect(over.json().title).toContain('2026-11-30');
    house.setNow(STORY_NOW);
    await end(tang, ahead);
    const looking = await lend(tang, ['friends']);
    expect(await code(xu, talk(other, theirs))).toEqual([403, 'delegation.noLogging']);
    expect((await xu.call(readLogDefaults, { query: {} })).people.map((one) => one.leader.name)).toEqual(['田文建']);
    await end(tang, looking);
  });

  test('a request is answered in the leader’s name: the times are seen, the matter of it is not', async () => {
    await lin.call(askTalk, {
      body: { leaderId: leader, topic: '想说说职称的事', slots: [{ on: plainDate('2026-11-26'), at: '15:30' }] },
    });
    expect((await xu.call(listRequests, { query: {} })).items).toEqual([]);
    const page = await xu.call(readHelping);
    const request = page.helps[0]?.requests[0];
    expect(request).toMatchObject({ topic: null, slots: [{ on: '2026-11-26', at: '15:30' }], can: ['pick', 'offer'] });
    expect(JSON.stringify(page)).not.toContain('职称');
    const body = { action: 'pick' as const, slot: 0, version: 1 };
    const params = { requestId: request?.id as Id };
    expect((await xu.try(answerRequest, { params, body })).statusCode).toBe(404);
    expect((await xu.try(answerRequest, { params, body: { ...body, inNameOf: other } })).statusCode).toBe(403);
    const answered = await xu.call(answerRequest, { params, body: { ...body, inNameOf: leader } });
    expect(answered.status).toBe('agreed');
    const steps = (await lin.call(listRequests, { query: {} })).items[0]?.steps;
    expect(steps?.map((one) => `${one.name} ${one.action}`)).toEqual(['林远 ask', '许文洁 pick']);
  });

  test('somebody stands in for a leader on leave, beside their own friends', async () => {
    const standing = await tian.call(delegation.giveDelegation, {
      body: {
        delegateId: other,
        kind: 'proxy',
        scopes: ['log', 'arrange', 'remind'],
        firstOn: plainDate('2026-11-23'),
        lastOn: plainDate('2026-11-24'),
      },
    });
    const sheet = await tang.call(readLogDefaults, { query: {} });
    expect(sheet.self).toBe(other);
    expect(sheet.people.map((one) => one.leader.name).sort()).toEqual(['唐杰秀', '田文建']);
    const logged = await tang.call(logInteraction, talk(leader, friend, { channel: 'activity' }));
    expect((await tian.call(listUnconfirmed)).items).toMatchObject([{ id: logged.id, recordedAs: '唐杰秀' }]);
    // Whoever helps the one who stands in does not thereby help the one who is away.
    const helped = await lend(tang, ['log']);
    const mine = await end(tian, given);
    expect(mine.standing).toBe('revoked');
    expect((await code(xu, talk(leader, friend, { channel: 'symposium' })))[1]).toBe('delegation.revoked');
    const home = await tang.call(readHome);
    expect(home.friends.map((row) => row.person.name)).toEqual(['冯飞梅']);
    await end(tian, standing);
    await end(tang, helped);
  });

  test('asks the database a bounded number of times', async () => {
    await lend(tang, ['log', 'arrange']);
    expect(await countStatements(() => xu.call(readHelping))).toBeLessThan(40);
  });
});
