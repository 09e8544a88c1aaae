/**
 * A word in the shared texts of one institution among 100,000 talks (J8), over the HTTP handlers with sessions, the audit, row security
 * and the application's role; beside it how PostgreSQL finds it. `BENCH_TALKS` asks for fewer, where time is short.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { marksOf } from '@zhengyou/domain/interaction/text-search.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { seedDemo } from '../../apps/server/seeds/demo/seed-demo.ts';
import { createHouse } from '../../apps/server/src/composition.ts';
import { createFieldCipher } from '../../apps/server/src/outside/field-cipher.ts';
import { createPool, inTransaction } from '../../apps/server/src/store/database.ts';
import { startEmbedded } from '../../apps/server/src/store/embedded/start-embedded.ts';
import { insertMany } from '../../apps/server/src/store/insert-many.ts';
import { migrate } from '../../apps/server/src/store/migrate.ts';
import { newId } from '../../apps/server/src/store/new-id.ts';
import { spread, timed, type Figure, type Job } from '../lib/job.ts';
import { openSession } from '../lib/session.ts';

const TALKS = Number(process.env['BENCH_TALKS'] ?? 100_000);
const BATCH = 10_000;
const RUNS = 30;
const NOW = new Date('2026-11-23T01:12:00Z');
const TODAY = plainDate('2026-11-23');
const WHO = ['夜里值班的同事', '年轻医生', '护理的同事', '门诊的老师', '实验室的学生', '教研室', '我们科', '病区里'];
const WHAT = [
  '班车',
  '食堂',
  '停车',
  '排班',
  '经费',
  '病案',
  '会诊',
  '宿舍',
  '设备',
  '报销',
  '职称',
  '门诊',
  '论文',
  '带教',
];
const HOW = [
  '还要等很久',
  '比去年好了一些',
  '希望再商量一次',
  '说了几回还没有答复',
  '这个月已经改过',
  '想先听听大家的意见',
];
/** One word in a thousand talks, for what is seldom. */
const SELDOM = '苜蓿';

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
  const pairs = await inTransaction(pool, { institution: institutionId, whole: true }, (db) =>
    db
      .selectFrom('pairing')
      .innerJoin('person', 'person.person_id', 'pairing.leader_id')
      .select(['leader_id', 'person.name', 'representative_id', 'pairing.unit_id'])
      .execute(),
  );
  for (let from = 0; from < TALKS; from += BATCH)
    await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
      const talks = Array.from({ length: Math.min(BATCH, TALKS - from) }, (_, index) => {
        const pair = pick(pairs);
        const sentences = Array.from({ length: 2 + draw(5) }, () => `${pick(WHO)}说${pick(WHAT)}${pick(HOW)}。`);
        if ((from + index) % 1000 === 0) sentences.push(`院子里的${SELDOM}也长起来了。`);
        return {
          institution_id: institutionId,
          interaction_id: newId(),
          leader_id: pair.leader_id,
          leader_name: pair.name,
          unit_id: pair.unit_id,
          representative_ids: [pair.representative_id],
          channel: 'phone',
          happened_on: addDays(TODAY, -draw(1095)),
          precision: 'day',
          came_about: true,
          words: sentences.join(''),
          version: 1,
          created_at: NOW,
        };
      });
      await insertMany(db, 'interaction', talks);
      await insertMany(
        db,
        'interaction_mark',
        talks.map(({ institution_id, interaction_id, leader_id, unit_id, representative_ids, happened_on, words }) => ({
          institution_id,
          interaction_id,
          leader_id,
          unit_id,
          representative_ids,
          happened_on,
          marks: marksOf(institutionId, [words]),
        })),
      );
    });
  await pool.end();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('vacuum analyze');
  await admin.end();
}

/** What the planner does under row security: with the word in the policy, and with the word in the query alone. */
async function plans(pool: pg.Pool, institutionId: Id): Promise<Figure[]> {
  const marks = marksOf(institutionId, [SELDOM]);
  return inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
    const explain = async () => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, buffers) select interaction_id
        from interaction_mark where institution_id = ${institutionId} and marks @> ${marks}::integer[]
        order by happened_on desc limit 60`.execute(db);
      const lines = rows.map((row) => row['QUERY PLAN']);
      const scan =
        lines.find((line) => /Scan (on|using)/.test(line) && !/Heap/.test(line)) ??
        lines.find((line) => /Scan/.test(line));
      return {
        scan: (scan ?? '').replace(/^[\s>-]+/, '').replace(/\s*\(.*/, ''),
        executionMs: Number(/Execution Time: ([\d.]+)/.exec(lines.at(-1) ?? '')?.[1] ?? NaN),
      };
    };
    const alone = await explain();
    await sql`set local app.sought = ${sql.lit(marks.join(' '))}`.execute(db);
    return [
      { what: 'plan, word in the query alone', ...alone },
      { what: 'plan, word in the row policy too', ...(await explain()) },
    ];
  });
}

const texts: Job = {
  gist: `a word in the shared texts of one institution among ${TALKS.toLocaleString('en')} talks, over the HTTP handlers, row security on`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'zhengyou-bench-'));
    await chmod(folder, 0o711);
    const database = await startEmbedded({ dataDir: folder, durable: false });
    await migrate(database.url);
    const pool = createPool(database.url, { max: 8 });
    try {
      const cipher = createFieldCipher(createHash('sha256').update('bench').digest());
      const institutionId = await seedDemo(pool, cipher, NOW);
      await fill(database.url, institutionId);
      const app = await createHouse({ pool, cipher, clock: () => NOW, demo: true });
      await app.ready();
      const search = async (cookie: string, q: string) => {
        const url = `/api/talk-search?q=${encodeURIComponent(q)}`;
        const response = await app.inject({ url, headers: { host: 'localhost', cookie } });
        if (response.statusCode !== 200) throw new Error(`${q}: ${response.statusCode} ${response.body}`);
        return response.json<{ count: number; items: unknown[] }>();
      };
      const figures: Figure[] = await plans(pool, institutionId);
      for (const [who, login] of [
        ['office', 'zhoumin'],
        ['leader, own talks', 'tianwenjian'],
        ['checker, a count', 'sunli'],
      ] as const) {
        const cookie = await openSession(pool, institutionId, login, NOW);
        for (const q of ['班车', SELDOM, '排班 经费', '夜里值班的同事说班车']) {
          const { count } = await search(cookie, q);
          figures.push({ what: `${who}: ${q}`, found: count, ...spread(await timed(RUNS, () => search(cookie, q))) });
        }
      }
      const office = await openSession(pool, institutionId, 'zhoumin', NOW);
      const eight = await timed(RUNS / 4, () => Promise.all(Array.from({ length: 8 }, () => search(office, '班车'))));
      figures.push({ what: 'office: 班车, eight at once, all of them', ...spread(eight) });
      await app.close();
      return figures;
    } finally {
      await pool.end();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
export default texts;
