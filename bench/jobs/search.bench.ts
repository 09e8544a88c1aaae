/**
 * Searching among 100,000 people of one institution, as the directory asks: over HTTP into the real handlers, with a session, row security
 * and the application's role; the names are drawn from a fixed seed. `ZHENGYOU_BENCH_DATA=<folder>` keeps the people for the next run.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { seedDemo } from '../../apps/server/seeds/demo/seed-demo.ts';
import { createHouse } from '../../apps/server/src/composition.ts';
import { readingOf } from '../../apps/server/src/features/person/reading.ts';
import { createFieldCipher } from '../../apps/server/src/outside/field-cipher.ts';
import { createPool, inTransaction } from '../../apps/server/src/store/database.ts';
import { startEmbedded } from '../../apps/server/src/store/embedded/start-embedded.ts';
import { insertMany } from '../../apps/server/src/store/insert-many.ts';
import { migrate } from '../../apps/server/src/store/migrate.ts';
import { newId } from '../../apps/server/src/store/new-id.ts';
import { spread, timed, type Figure, type Job } from '../lib/job.ts';

const PEOPLE = 100_000;
const RUNS = 40;
const NOW = new Date('2026-11-23T01:12:00Z');
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈单仇解区朴',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红飞梅远雅学文建光国庆海波宁瑞琪晨曦雨泽欣怡子涵思源嘉怀瑾志新书恒岚',
];

/** A small generator with a fixed seed: the same people every time. */
function drawing() {
  let state = 20261123;
  return (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

async function fill(url: string, institutionId: Id): Promise<void> {
  const draw = drawing();
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T; // the index is within the list
  const pool = createPool(url, { max: 1 });
  await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
    const units = (await db.selectFrom('unit').select('unit_id').execute()).map((row) => row.unit_id);
    const here = { institution_id: institutionId };
    const people = Array.from({ length: PEOPLE }, () => {
      const name = pick(SURNAMES) + pick(GIVEN) + (draw(4) === 0 ? '' : pick(GIVEN));
      return {
        ...here,
        person_id: newId(),
        unit_id: pick(units),
        name,
        ...readingOf(name),
        affiliations: [],
        no_party_stated: false,
        titles: ['主任医师'],
        former_ids: [],
        version: 1,
        created_at: NOW,
      };
    });
    await insertMany(db, 'person', people);
    await insertMany(
      db,
      'representative',
      people.map(({ person_id, unit_id }) => ({
        ...here,
        person_id,
        unit_id,
        since_on: '2022-01-01',
        counterpart: 'person',
        version: 1,
      })),
    );
    const kinds = ['consultativeConference', 'peoplesCongress', 'democraticParty', 'unitedFrontGroup', 'other'];
    await insertMany(
      db,
      'standing',
      people.map(({ person_id, unit_id }) => ({
        ...here,
        standing_id: newId(),
        person_id,
        unit_id,
        kind: pick(kinds),
        level: pick(['municipal', 'district', 'school']),
        role: pick(['chair', 'councilMember']),
        body: '某会',
        written: '某会委员',
        starts_on: '2022-01-01',
        ends_on: pick(['2026-12-31', '2027-03-01', '2028-01-01', '2029-01-01']),
        precision: 'day',
        source: '测量用的数据',
        version: 1,
        created_at: NOW,
      })),
    );
  });
  await pool.end();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('vacuum analyze');
  await admin.end();
}

/** The institution that an earlier run filled, where the data were kept. */
async function findFilled(url: string): Promise<Id | undefined> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rows } = await admin.query<{ institution_id: Id }>(
    'select institution_id from person group by institution_id having count(*) > $1',
    [PEOPLE],
  );
  await admin.end();
  return rows[0]?.institution_id;
}

async function openSession(url: string, institutionId: Id): Promise<string> {
  const pool = createPool(url, { max: 1 });
  const token = randomBytes(32).toString('base64url');
  await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
    const office = await db
      .selectFrom('person')
      .select('person_id')
      .where('name', '=', '周敏')
      .orderBy('created_at')
      .orderBy('person_id')
      .executeTakeFirstOrThrow();
    const account = await db
      .selectFrom('account')
      .select('person_id')
      .where('login', '=', 'zhoumin')
      .executeTakeFirst();
    await db
      .insertInto('session')
      .values({
        institution_id: institutionId,
        session_id: newId(),
        person_id: account?.person_id ?? office.person_id,
        device: 'bench',
        token_hash: createHash('sha256').update(token).digest(),
        started_at: NOW,
        seen_at: NOW,
        ends_at: new Date(NOW.getTime() + 86_400_000),
      })
      .execute();
  });
  await pool.end();
  return `__Host-zhengyou=${token}`;
}

/** Each asks for the first hundred, as the page does. */
const SEARCHES: readonly (readonly [string, readonly string[]])[] = [
  ['a surname', ['王', '单', '欧']],
  ['a whole name', ['王伟明', '李娜', '仇晨曦']],
  ['from the middle of a name', ['晨曦', '明', '书恒']],
  ['pinyin', ['wangwei', 'shan', 'zhao y', 'zengmin']],
  ['initials', ['wwm', 'zm', 'lxy', 'w']],
  ['surname and initials', ['wangwm', 'chenxy']],
  ['letters that fit nobody', ['qqqq', 'xzxz']],
  ['letters anywhere in the syllables', ['zhexi', 'lianm']],
];
const asking = (q: string) => `/api/people?q=${encodeURIComponent(q)}`;

const search: Job = {
  gist: `the directory among ${PEOPLE.toLocaleString('en')} people, over the HTTP handler, row security on`,
  async run() {
    const kept = process.env['ZHENGYOU_BENCH_DATA'];
    const folder = kept ?? (await mkdtemp(join(tmpdir(), 'zhengyou-bench-')));
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o711);
    const database = await startEmbedded({ dataDir: folder, durable: false });
    await migrate(database.url);
    const pool = createPool(database.url, { max: 4 });
    const cipher = createFieldCipher(createHash('sha256').update('bench').digest());
    const seedAndFill = async (url: string) => {
      const seeded = await seedDemo(pool, cipher, NOW);
      await fill(url, seeded);
      return seeded;
    };
    try {
      const institutionId = (await findFilled(database.url)) ?? (await seedAndFill(database.url));
      const cookie = await openSession(database.url, institutionId);
      const app = await createHouse({ pool, cipher, clock: () => NOW, demo: true });
      await app.ready();
      const get = async (address: string) => {
        const response = await app.inject({ url: address, headers: { host: 'localhost', cookie } });
        if (response.statusCode !== 200) throw new Error(`${address}: ${response.statusCode} ${response.body}`);
      };
      const figures: Figure[] = [];
      const measure = async (what: string, addresses: readonly string[], runs = RUNS) => {
        for (const address of addresses) await get(address);
        figures.push({ what, ...spread(await timed(runs, (run) => get(addresses[run % addresses.length] ?? ''))) });
      };
      const all = SEARCHES.flatMap(([, typed]) => typed.map(asking));
      await measure('all searches together', all, all.length * 4);
      for (const [what, typed] of SEARCHES) await measure(what, typed.map(asking));
      await measure('no search: the first page', ['/api/people']);
      await measure('no search: by strokes', ['/api/people?sort=strokes']);
      await measure('ending within half a year', ['/api/people?show=near']);
      await measure('a kind of standing', ['/api/people?standing=peoplesCongress']);
      await measure('the chips, once a search', ['/api/people-counts?q=wangwei', '/api/people-counts?q=%E4%BB%87']);
      await measure('the chips of all', ['/api/people-counts'], 3);
      await app.close();
      return figures;
    } finally {
      await pool.end();
      await database.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

export default search;
