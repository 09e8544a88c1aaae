/** Words in shared texts: who finds what, and that nobody finds what they may not read. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from '@zhengyou/domain/access/actor.ts';
import { logInteraction, undoInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { addWords, changeText } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { searchTexts } from '@zhengyou/domain/interaction/text-search.contract.ts';
import { openHouse, type Caller, type TestHouse } from '../../../../../tests/support/server.ts';
import { countStatements } from '../../../../../tests/support/statements.ts';

const houses: TestHouse[] = [];
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  const house = await openHouse(options);
  houses.push(house);
  return house;
};
afterAll(async () => {
  for (const house of houses) await house.close();
});

const WORDS = '晚七点以后的班车能不能加一班。夜里下班的同事都说不方便。';

async function withTalks(house: TestHouse) {
  const [leader, other] = [await house.as('田文建'), await house.as('唐杰秀')];
  const log = async (caller: Caller, name: string, words: string, points: string[] = []) =>
    caller.call(logInteraction, {
      body: {
        representativeIds: [await house.personId(name)],
        channel: 'phone',
        when: { kind: 'now' },
        words,
        points: points.map((text) => ({ kind: 'opinion' as const, words: text })),
        merge: 'separate',
      },
    });
  const first = await log(leader, '林远', WORDS, ['食堂的素菜窗口']);
  const second = await log(other, '冯飞梅', '儿科的班车也要算上', ['𠮷田老师的ＣＴ排班']);
  return { leader, other, first, second, log };
}

const find = (caller: Caller, q: string) => caller.call(searchTexts, { query: { q } });
const whose = async (caller: Caller, q: string) =>
  (await find(caller, q)).items.map((item) => item.people.map((one) => one.name).join());

describe('a word in the shared texts', () => {
  let house: TestHouse;
  let talks: Awaited<ReturnType<typeof withTalks>>;
  beforeAll(async () => {
    house = await open();
    talks = await withTalks(house);
  });

  it.each(['班', ' 车 ', '班 车', '，。', 'a'])(
    'is refused with a sentence where it is one character: %s',
    async (q) => {
      const reply = await talks.leader.try(searchTexts, { query: { q } });
      expect([reply.statusCode, reply.json()]).toMatchObject([400, { code: 'textSearch.tooShort', field: 'q' }]);
      expect(reply.json().title).toMatch(/两个字以上/);
    },
  );

  it('is found by each in what is theirs: the leader, the representative, the office', async () => {
    expect(await whose(talks.leader, '班车')).toEqual(['林远']);
    expect(await whose(talks.other, '班车')).toEqual(['冯飞梅']);
    expect(await whose(await house.as('林远'), '班车')).toEqual(['林远']);
    expect((await whose(await house.as('周敏'), '班车')).sort()).toEqual(['冯飞梅', '林远']);
    expect(await whose(await house.as('顾晓芸'), '班车')).toEqual([]);
    expect(await whose(await house.as('王雅学'), '班车')).toEqual([]);
  });

  it('shows its sentence, the word marked', async () => {
    const { items, sought, exact, count } = await find(talks.leader, '班车');
    expect([sought, exact, count]).toEqual([['班车'], true, 1]);
    expect(items[0]?.lines).toEqual([
      [
        { text: '晚七点以后的', hit: false },
        { text: '班车', hit: true },
        { text: '能不能加一班。', hit: false },
      ],
    ]);
  });

  it('is found in what was raised, in rare characters, and in either width', async () => {
    expect(await whose(talks.leader, '素菜窗口')).toEqual(['林远']);
    expect(await whose(talks.other, '𠮷田')).toEqual(['冯飞梅']);
    expect(await whose(talks.other, 'ct')).toEqual(['冯飞梅']);
    // Each pair of characters stands somewhere, the word does not.
    expect(await whose(talks.leader, '班车下班')).toEqual([]);
    expect(await whose(talks.leader, '班车 素菜')).toEqual(['林远']);
    expect(await whose(talks.leader, '班车 儿科')).toEqual([]);
  });

  it('tells whoever only checks how many talks hold it, and nothing of them', async () => {
    const checker = await house.as('孙力');
    expect(await find(checker, '班车')).toMatchObject({ countOnly: true, count: 2, items: [] });
    expect(JSON.stringify(await find(checker, '班车'))).not.toMatch(/林远|冯飞梅|田文建|加一班/);
  });

  it('lets the person know that their text was found', async () => {
    await find(await house.as('周敏'), '班车');
    const client = await house.pool.connect();
    await client.query(
      `begin; set local app.institution = '${house.institutionId}'; set local app.self = '${await house.personId('林远')}'`,
    );
    const { rows } = await client.query(`select detail from audit where action = 'search'`);
    await client.query('rollback');
    client.release();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('班车');
  });

  it('follows the text: added, changed, taken back', async () => {
    const made = await talks.log(talks.leader, '林远', '说到了图书馆的座位');
    const friend = await house.as('林远');
    const params = { interactionId: made.id };
    await friend.call(addWords, { params, body: { words: '还有自习室的空调' } });
    expect(await whose(talks.leader, '自习室')).toEqual(['林远']);
    await talks.leader.call(changeText, { params, body: { words: '说到了阅览室的座位' }, ifMatch: 1 });
    expect([await whose(friend, '图书馆'), await whose(friend, '阅览室'), await whose(friend, '自习室')]).toEqual([
      [],
      ['林远'],
      ['林远'],
    ]);
    const slip = await talks.log(talks.leader, '林远', '写错了的温室花房');
    await talks.leader.call(undoInteraction, { params: { interactionId: slip.id }, ifMatch: 1 });
    expect(await whose(friend, '温室花房')).toEqual([]);
  });

  it('goes on where a page ends, and asks a fixed number of statements', async () => {
    for (let at = 0; at < 5; at += 1) await talks.log(talks.leader, '林远', `第${at}次说到停车场`);
    const first = await talks.leader.call(searchTexts, { query: { q: '停车场', limit: 2 } });
    const second = await talks.leader.call(searchTexts, { query: { q: '停车场', limit: 2, offset: first.next ?? 0 } });
    const third = await talks.leader.call(searchTexts, { query: { q: '停车场', limit: 2, offset: second.next ?? 0 } });
    const all = [first, second, third].flatMap((page) => page.items.map((item) => item.id));
    expect([all.length, new Set(all).size, third.next]).toEqual([5, 5, null]);
    const few = await countStatements(() => talks.leader.call(searchTexts, { query: { q: '停车场', limit: 1 } }));
    const many = await countStatements(() => talks.leader.call(searchTexts, { query: { q: '停车场', limit: 50 } }));
    expect(many).toBe(few);
  });
});

describe('what was there before words could be found', () => {
  it('is found as what is written today: the migration makes the same marks', async () => {
    const house = await open();
    const { leader } = await withTalks(house);
    const file = await readFile(
      new URL('../../../migrations/0016_pauses_and_text_search.sql', import.meta.url),
      'utf8',
    );
    const fill = /insert into interaction_mark[^;]*;/.exec(file)?.[0] ?? '';
    const admin = new pg.Client({ connectionString: house.url });
    await admin.connect();
    const marks = async () =>
      (
        await admin.query<{ id: string; marks: number[] }>(
          'select interaction_id as id, array(select unnest(marks) order by 1) as marks from interaction_mark order by 1',
        )
      ).rows;
    const written = await marks();
    expect(written).toHaveLength(2);
    await admin.query('delete from interaction_mark');
    await admin.query(fill);
    const filled = await marks();
    await admin.end();
    // A sign beside a letter makes a mark too, which nobody seeks.
    for (const [at, one] of written.entries())
      expect(one.marks.filter((mark) => !filled[at]?.marks.includes(mark))).toEqual([]);
    expect(await whose(leader, '班车')).toEqual(['林远']);
  });
});

describe('each lock alone', () => {
  it('holds in the database', async () => {
    const house = await open({ locks: { reachOf: (actor): Reach => ({ ...actor.reach, whole: true }) } });
    const { leader } = await withTalks(house);
    expect(await whose(leader, '班车')).toEqual(['林远']);
  });
  it('holds in the application', async () => {
    const house = await open({ role: 'none' });
    const { leader } = await withTalks(house);
    expect(await whose(leader, '班车')).toEqual(['林远']);
  });
});
