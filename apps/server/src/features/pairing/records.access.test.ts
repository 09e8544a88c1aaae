/**
 * Posts, circumstances, standings, leaving, merging, pasting and the sandbox: whoever may not is refused in words and nothing has changed. As
 * the house stands, and with either of its two locks alone.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { NO_REACH } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { pasteLedger } from '@zhengyou/domain/ledger/paste.contract.ts';
import { createDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { changeFacts, readHandover, readPastedFacts, readRenewal } from '@zhengyou/domain/pairing/renewal.contract.ts';
import {
  listMerges,
  mergePeople,
  previewMerge,
  previewUnmerge,
  unmerge,
} from '@zhengyou/domain/person/merge.contract.ts';
import {
  createPerson,
  createStanding,
  endStanding,
  readPerson,
  updateStanding,
} from '@zhengyou/domain/person/person.contract.ts';
import {
  createFact,
  createLeader,
  createPost,
  putBack,
  removeFact,
  removePost,
  takeOff,
  updateFact,
  updatePost,
} from '@zhengyou/domain/person/record.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';

const TODAY = plainDate('2026-11-23');
const BYPASSING = 'zhengyou_unlocked';

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
  'the house as it stands': () => openHouse(),
  'the database’s lock alone': () => openHouse({ locks: { reachOf: () => ({ ...NO_REACH, whole: true }) } }),
  'the application’s lock alone': () => openHouse({ role: BYPASSING }),
};

const bounds = { startsOn: plainDate('2026-01-01'), endsOn: null, precision: 'day' as const };
const post = (unitId: Id) => ({ unitId, title: '副院长', charge: null, leadership: true, ...bounds });
const fact = { kind: 'leave' as const, written: '进修', ...bounds };
const standing = {
  kind: 'other' as const,
  level: null,
  role: null,
  written: '学会理事',
  ...bounds,
};

describe.each(Object.entries(houses))('%s', (_, open) => {
  let house: TestHouse;
  let ids: Record<'unit' | 'person' | 'twin' | 'leader' | 'post' | 'fact' | 'standing' | 'merge' | 'draft', Id>;
  let versions: Record<'person' | 'twin', number>;

  beforeAll(async () => {
    house = await open();
    const office = await house.as('周敏');
    const { items } = await office.call(listUnits);
    const unit = items.find((one) => one.name === '药学院')?.id as Id;
    const put = async (name: string) =>
      (await office.call(createPerson, { body: { name, unitId: unit, another: true } })).id;
    const [person, twin, kept, merged] = [await put('曹荣'), await put('曹荣'), await put('仇英'), await put('仇英')];
    const leader = (await office.call(createLeader, { body: { name: '解放', unitId: unit, posts: '院长' } })).id;
    const { mergeId } = await office.call(mergePeople, {
      params: { personId: kept, otherId: merged },
      ifMatch: 1,
      body: { otherVersion: 1 },
    });
    ids = {
      unit,
      person,
      twin,
      leader,
      merge: mergeId,
      post: (await office.call(createPost, { params: { personId: leader }, body: post(unit) })).id,
      fact: (await office.call(createFact, { params: { personId: person }, body: fact })).id,
      standing: (await office.call(createStanding, { params: { personId: person }, body: standing })).id,
      draft: (await office.call(createDraft, { body: { name: '换届', effectiveOn: TODAY, kind: 'renewal' } })).id,
    };
    const version = async (personId: Id) => (await office.call(readPerson, { params: { personId } })).version;
    versions = { person: await version(person), twin: await version(twin) };
  });
  afterAll(() => house.close());

  /** Each endpoint, asked rightly: only who asks is wrong. */
  const asking: Readonly<Record<string, (caller: Caller) => ReturnType<Caller['try']>>> = {
    'add a leader': (by) => by.try(createLeader, { body: { name: '乐平', unitId: ids.unit, posts: '院长' } }),
    'add a post': (by) => by.try(createPost, { params: { personId: ids.leader }, body: post(ids.unit) }),
    'correct a post': (by) =>
      by.try(updatePost, { params: { postId: ids.post }, ifMatch: 1, body: { ...post(ids.unit), charge: '教学' } }),
    'take a post away': (by) => by.try(removePost, { params: { postId: ids.post }, ifMatch: 1 }),
    'add a circumstance': (by) => by.try(createFact, { params: { personId: ids.person }, body: fact }),
    'correct a circumstance': (by) =>
      by.try(updateFact, { params: { factId: ids.fact }, ifMatch: 1, body: { written: '访学', ...bounds } }),
    'take a circumstance away': (by) => by.try(removeFact, { params: { factId: ids.fact }, ifMatch: 1 }),
    'add a standing': (by) => by.try(createStanding, { params: { personId: ids.person }, body: standing }),
    'correct a standing': (by) =>
      by.try(updateStanding, {
        params: { standingId: ids.standing },
        ifMatch: 1,
        body: { ...standing, written: '学会会长' },
      }),
    'end a standing': (by) =>
      by.try(endStanding, { params: { standingId: ids.standing }, ifMatch: 1, body: { endsOn: TODAY } }),
    'take somebody off the list': (by) =>
      by.try(takeOff, {
        params: { personId: ids.person },
        ifMatch: versions.person,
        body: { on: TODAY, reason: 'movedAway' },
      }),
    'put somebody back on it': (by) =>
      by.try(putBack, { params: { personId: ids.person }, ifMatch: versions.person, body: {} }),
    'look at a merge before': (by) => by.try(previewMerge, { params: { personId: ids.person, otherId: ids.twin } }),
    'merge two records': (by) =>
      by.try(mergePeople, {
        params: { personId: ids.person, otherId: ids.twin },
        ifMatch: versions.person,
        body: { otherVersion: versions.twin },
      }),
    'look at taking a merge back': (by) => by.try(previewUnmerge, { params: { mergeId: ids.merge } }),
    'take a merge back': (by) => by.try(unmerge, { params: { mergeId: ids.merge }, ifMatch: 1, body: {} }),
    'paste people': (by) => by.try(pasteLedger, { bytes: Buffer.from('姓名\t工作单位\n乐平\t药学院') }),
    'enter a fact of a renewal': (by) =>
      by.try(changeFacts, {
        params: { draftId: ids.draft },
        ifMatch: 1,
        body: { add: [{ kind: 'leavesList', personId: ids.person, onDay: TODAY }] },
      }),
    'paste facts of a renewal': (by) =>
      by.try(readPastedFacts, { params: { draftId: ids.draft }, body: { text: '曹荣\t退休' } }),
    'print the handover': (by) => by.try(readHandover, { params: { draftId: ids.draft } }),
  };

  /** What of the records any of them could have changed. */
  const stand = async () => {
    const admin = new pg.Client({ connectionString: house.url });
    await admin.connect();
    const found: Record<string, unknown> = {};
    for (const table of 'person post dated_fact standing representative person_merge import_run pairing_draft_fact'.split(
      ' ',
    ))
      found[table] = (await admin.query(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows;
    await admin.end();
    return found;
  };

  const answers = async (name: string) => {
    const caller = await house.as(name);
    const refused: Record<string, [number, boolean]> = {};
    for (const [what, ask] of Object.entries(asking)) {
      const response = await ask(caller);
      const title: unknown = response.json().title;
      refused[what] = [response.statusCode, typeof title === 'string' && /[\u4e00-\u9fff]{4,}.*。$/.test(title)];
    }
    return refused;
  };

  test.each([
    ['a leader', '田文建'],
    ['a representative', '林远'],
    ['a department’s officer', '贺明'],
    ['whoever checks', '孙力'],
  ])('%s writes none of it, and is told so', async (_who, name) => {
    const before = await stand();
    const expected = Object.fromEntries(Object.keys(asking).map((what) => [what, [403, true]]));
    expect(await answers(name)).toEqual(expected);
    expect(await stand()).toEqual(before);
  });

  test('a unit’s officer writes none of it for another unit, and is told so', async () => {
    const before = await stand();
    const refused = await answers('顾晓芸');
    expect(Object.entries(refused).filter(([, [status, said]]) => ![403, 404].includes(status) || !said)).toEqual([]);
    expect(await stand()).toEqual(before);
    const officer = await house.as('顾晓芸');
    const { items } = await officer.call(listMerges);
    expect(items).toEqual([]);
  });

  test('the sandbox of a renewal is seen by whoever keeps or checks the list, and by nobody else', async () => {
    for (const name of ['田文建', '林远', '贺明']) {
      const response = await (await house.as(name)).try(readRenewal, { params: { draftId: ids.draft } });
      // A leader may look at what concerns themselves; there is nothing here.
      expect([name, response.statusCode]).toEqual([name, expect.toBeOneOf([403, 404])]);
    }
    expect((await (await house.as('顾晓芸')).try(readRenewal, { params: { draftId: ids.draft } })).statusCode).toBe(
      404,
    );
  });

  test('the office may do each: what is refused above is refused for who asks', async () => {
    const office = await house.as('周敏');
    for (const [what, ask] of Object.entries(asking)) {
      const { statusCode } = await ask(office);
      // One changes what the next was asked with; none is refused for who asks.
      expect([what, statusCode]).toEqual([what, expect.toBeOneOf([200, 404, 409, 412, 422])]);
    }
  });
});
