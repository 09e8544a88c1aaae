/**
 * Two hundred thousand matters of one institution over four years: the department's queue, the office's list, one line, and a
 * step, over the HTTP handlers with sessions, row security and the application's role. The matters come from the machine itself:
 * each state is the fold of its steps.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { bigramsOf } from '@zhengyou/domain/kit/bigrams.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, plainDate, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { clocksOf, nextClock } from '@zhengyou/domain/matter/matter.clocks.ts';
import { foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import type { MatterStep, Performer } from '@zhengyou/domain/matter/matter.steps.ts';
import { seedDemo } from '../../apps/server/seeds/demo/seed-demo.ts';
import { createHouse } from '../../apps/server/src/composition.ts';
import { getRules } from '../../apps/server/src/features/matter/rules.ts';
import { createFieldCipher } from '../../apps/server/src/outside/field-cipher.ts';
import { createPool, inTransaction } from '../../apps/server/src/store/database.ts';
import { startEmbedded } from '../../apps/server/src/store/embedded/start-embedded.ts';
import { insertMany } from '../../apps/server/src/store/insert-many.ts';
import { migrate } from '../../apps/server/src/store/migrate.ts';
import { newId } from '../../apps/server/src/store/new-id.ts';
import { spread, timed, type Figure, type Job } from '../lib/job.ts';
import { openSession } from '../lib/session.ts';

/** `BENCH_MATTERS` asks for fewer, where time is short. */
const MATTERS = Number(process.env['BENCH_MATTERS'] ?? 200_000);
/** Of which so many are open: what four years leave behind is answered. */
const OPEN = MATTERS / 50;
/** Answered ones that come from the machine itself; the rest repeat them under other numbers. */
const ANSWERED = Math.min(MATTERS - OPEN, 4_000);
const MADE = OPEN + ANSWERED;
const COPIED: readonly (readonly [string, Record<string, string>])[] = [
  ['matter', { ordinal: 'row.ordinal + n * copied.step' }],
  ['matter_proposer', {}],
  ['matter_said', {}],
  ['matter_point', {}],
  ['matter_reply', {}],
  ['matter_promise', {}],
  ['matter_action', {}],
];
const BATCH = 4_000;
const RUNS = 60;
const NOW = new Date('2026-11-23T01:12:00Z');
const TODAY = plainDate('2026-11-23');
const SAYS = [
  '班车',
  '夜班',
  '排班',
  '食堂',
  '停车',
  '经费',
  '实验室',
  '病案',
  '影像',
  '会诊',
  '职称',
  '宿舍',
  '门诊',
  '报销',
  '设备',
];

function drawing() {
  let state = 20261123;
  return (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Places = { readonly desks: readonly Id[]; readonly unit: Id; readonly person: Id; readonly leader: Id };

/** The steps of one matter, as far as it got. */
function stepsOf(at: number, open: boolean, lead: Id, promise: Id): MatterStep[] {
  const raised = open ? addDays(TODAY, -(at % 40)) : addDays(TODAY, -60 - (at % 1300));
  const by = (as: Performer['as']): Performer => ({
    as,
    person: null,
    unit: null,
    party: as === 'proposer' ? 1 : null,
  });
  const on = (days: number) => addDays(raised, days);
  const all: MatterStep[] = [
    { action: 'register', on: on(0), by: by('proposer'), detail: { kind: 'opinion', parties: 1, points: 2 } },
    { action: 'report', on: on(0), by: by('keeper'), detail: { way: 'note' } },
    { action: 'triage', on: on(1), by: by('keeper'), detail: { disposition: 'accepted' } },
    { action: 'release', on: on(1), by: by('keeper'), detail: { points: 2 } },
    { action: 'assign', on: on(1), by: by('keeper'), detail: { lead, coHandlers: [], grounded: false } },
    { action: 'take', on: on(2), by: by('handler'), detail: { pledgeOn: null } },
    { action: 'tell', on: on(3), by: by('handler'), detail: { way: 'phone' } },
  ];
  if (open) return all.slice(0, 1 + (at % all.length));
  const promised = at % 8 === 0;
  const point = (ordinal: number) => ({
    point: ordinal,
    outcome: promised && ordinal === 1 ? ('B' as const) : ('A' as const),
    promiseOn: promised && ordinal === 1 ? on(45) : null,
    promise: promised && ordinal === 1 ? promise : null,
  });
  return [
    ...all,
    { action: 'submit', on: on(10), by: by('handler'), detail: {} },
    { action: 'review', on: on(11), by: by('keeper'), detail: { verdict: 'approved' } },
    { action: 'publish', on: on(12), by: by('keeper'), detail: { points: [point(1), point(2)] } },
    { action: 'deliver', on: on(12), by: by('keeper'), detail: { party: 1, way: 'phone', told: on(12) } },
    {
      action: 'answer',
      on: on(14),
      by: by('proposer'),
      detail: { party: 1, result: 'solved', timely: null, clear: null },
    },
    { action: 'close', on: on(15), by: by('keeper'), detail: {} },
  ];
}

async function fill(url: string, institutionId: Id, places: Places): Promise<void> {
  const draw = drawing();
  const pool = createPool(url, { max: 1 });
  const counts = new Map<number, number>();
  for (let from = 0; from < MADE; from += BATCH)
    await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
      const rules = await getRules({ db, institutionId, today: TODAY });
      const here = { institution_id: institutionId, unit_id: places.unit };
      const rows: Record<string, object[]> = {};
      const keep = (table: string, row: object) => (rows[table] ??= []).push(row);
      for (let at = from; at < Math.min(MADE, from + BATCH); at += 1) {
        const lead = places.desks[at % places.desks.length] as Id;
        const promise = newId();
        const steps = stepsOf(at, at >= MADE - OPEN, lead, promise);
        const state = foldMatter(steps) as MatterState; // it begins with being registered
        const id = newId();
        const year = yearOf(state.registeredOn);
        const ordinal = (counts.get(year) ?? 0) + 1;
        counts.set(year, ordinal);
        const title = `${SAYS[draw(SAYS.length)]}和${SAYS[draw(SAYS.length)]}能不能再方便一些`;
        const points = [`${SAYS[draw(SAYS.length)]}的时间早一点`, `${SAYS[draw(SAYS.length)]}的地方大一点`];
        const desks = state.lead ? [state.lead] : [];
        const clocks = clocksOf(state, rules, TODAY);
        const version = steps.length;
        keep('matter', {
          ...here,
          matter_id: id,
          year,
          ordinal,
          kind: state.kind,
          origin: 'own',
          status: state.status,
          disposition: state.disposition,
          lead_unit_id: state.lead,
          desk_ids: desks,
          named: false,
          title: state.released ? title : null,
          bigrams: state.released ? bigramsOf([title, ...points].join('\n')) : [],
          round: 1,
          registered_on: state.registeredOn,
          status_on: state.statusOn,
          replied_on: state.published?.on ?? null,
          next_on: nextClock(clocks, ['keeper', 'lead', 'coHandler', 'reviewer'])?.dueOn ?? null,
          lead_next_on: nextClock(clocks, ['lead'])?.dueOn ?? null,
          clocks_under: rules.fingerprint,
          points: 2,
          points_replied: state.published ? 2 : 0,
          state,
          version,
          created_at: NOW,
        });
        const mine = at % Math.ceil(MADE / 50) === 0;
        keep('matter_proposer', {
          ...here,
          matter_id: id,
          party: 1,
          person_id: mine ? places.person : places.leader,
          person_name: '某某',
          leader_id: null,
          desk_ids: desks,
          named: false,
          created_at: NOW,
        });
        keep('matter_said', {
          ...here,
          matter_id: id,
          ordinal: 0,
          sort: 'title',
          words: title,
          on_day: state.registeredOn,
          at: NOW,
        });
        for (const [index, released] of points.entries()) {
          const point_id = newId();
          keep('matter_point', {
            ...here,
            point_id,
            matter_id: id,
            desk_ids: desks,
            ordinal: index + 1,
            released: state.released ? released : null,
          });
          keep('matter_said', {
            ...here,
            matter_id: id,
            ordinal: index + 1,
            sort: 'point',
            point_id,
            party: 1,
            words: released,
            on_day: state.registeredOn,
            at: NOW,
          });
          if (state.published)
            keep('matter_reply', {
              ...here,
              matter_id: id,
              round: 1,
              point_id,
              desk_ids: desks,
              text: '照办',
              outcome: state.published.outcomes[index],
              published_on: state.published.on,
              written_at: NOW,
            });
          if (index === 0 && state.promises.length > 0)
            keep('matter_promise', {
              ...here,
              promise_id: promise,
              matter_id: id,
              point_id,
              point: 1,
              round: 1,
              owner_unit_id: lead,
              desk_ids: desks,
              outcome: 'B',
              text: '照办',
              promised_on: state.published?.on,
              due_on: state.promises[0]?.dueOn,
              settled_on: at % 80 === 0 ? null : TODAY,
              looked_back: [],
              version: 1,
              created_at: NOW,
            });
        }
        for (const [index, step] of steps.entries())
          keep('matter_action', {
            ...here,
            matter_id: id,
            ordinal: index + 1,
            desk_ids: desks,
            action: step.action,
            round: 1,
            on_day: step.on,
            at: NOW,
            performer: step.by.as,
            party: step.by.party,
            detail: step.detail,
            request_key: 'bench',
          });
      }
      for (const table of [
        'matter',
        'matter_proposer',
        'matter_said',
        'matter_point',
        'matter_reply',
        'matter_promise',
        'matter_action',
      ] as const)
        await insertMany(db, table, (rows[table] ?? []) as never[]); // each row names its table's columns
    });
  await pool.end();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await multiply(admin, places.leader);
  await admin.query(`insert into matter_counter (institution_id, year, last)
    select institution_id, year, max(ordinal) from matter group by institution_id, year`);
  await admin.query('vacuum analyze');
  await admin.end();
}

/** Another id for each copy, the same at every run. */
const uuidFrom = (column: string): string =>
  `overlay(overlay(md5(${column}::text || ':' || n) placing '4' from 13) placing '8' from 17)::uuid`;

/** Rows of the answered ones, over and over: made in the database, because as many made here would take the hour. */
async function multiply(admin: pg.Client, person: Id): Promise<void> {
  const times = Math.round((MATTERS - MADE) / ANSWERED);
  if (times <= 0) return;
  // Keys hold by their making; checking each of some million rows would measure the checking.
  await admin.query(
    `set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  await admin.query(`create temporary table copied as select matter_id, n,
      ${uuidFrom('matter_id')} as made, (select count(*) from matter) as step
    from matter, generate_series(1, ${times}) as n where status = 'closed'`);
  for (const [table, over] of COPIED) {
    const { rows } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const changed: Record<string, string> = {
      matter_id: 'copied.made',
      ordinal: 'row.ordinal',
      point_id: uuidFrom('row.point_id'),
      promise_id: uuidFrom('row.promise_id'),
      person_id: `'${person}'`,
      ...over,
    };
    const names = rows.map(({ name }) => `"${name}"`).join(', ');
    const values = rows.map(({ name }) => changed[name] ?? `row."${name}"`).join(', ');
    await admin.query(
      `insert into ${table} (${names}) select ${values} from ${table} as row join copied using (matter_id)`,
    );
  }
  await admin.query('reset session_replication_role; drop table copied');
}

const matters: Job = {
  gist: `queue, lists and lines among ${MATTERS.toLocaleString('en')} matters, over the HTTP handlers, row security on`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'zhengyou-bench-'));
    await chmod(folder, 0o711);
    const database = await startEmbedded({ dataDir: folder, durable: false });
    await migrate(database.url);
    const pool = createPool(database.url, { max: 4 });
    try {
      const cipher = createFieldCipher(createHash('sha256').update('bench').digest());
      const institutionId = await seedDemo(pool, cipher, NOW);
      const places = await inTransaction(pool, { institution: institutionId, whole: true }, async (db) => {
        const units = await db.selectFrom('unit').select(['unit_id', 'parent_id', 'kind']).orderBy('rank').execute();
        const who = async (login: string) =>
          (await db.selectFrom('account').select('person_id').where('login', '=', login).executeTakeFirstOrThrow())
            .person_id as Id;
        return {
          desks: units.filter((unit) => unit.kind === 'department').map((unit) => unit.unit_id as Id),
          unit: units.find((unit) => unit.parent_id === null)?.unit_id as Id,
          person: await who('linyuan'),
          leader: await who('fengfeimei'),
        };
      });
      await fill(database.url, institutionId, places);
      const office = await openSession(pool, institutionId, 'zhoumin', NOW);
      const handler = await openSession(pool, institutionId, 'heming', NOW);
      const person = await openSession(pool, institutionId, 'linyuan', NOW);
      const app = await createHouse({ pool, cipher, clock: () => NOW, demo: true, logger: { level: 'error' } });
      await app.ready();
      const get = async (cookie: string, address: string) => {
        const response = await app.inject({ url: address, headers: { host: 'localhost', cookie } });
        if (response.statusCode !== 200) throw new Error(`${address}: ${response.statusCode} ${response.body}`);
        return response.json<{ items?: { id: string }[] }>();
      };
      const figures: Figure[] = [];
      const measure = async (what: string, cookie: string, addresses: readonly string[]) => {
        for (const address of addresses.slice(0, 5)) await get(cookie, address);
        figures.push({
          what,
          ...spread(await timed(RUNS, (run) => get(cookie, addresses[run % addresses.length] ?? ''))),
        });
      };
      const ids = async (cookie: string, address: string) =>
        (await get(cookie, address)).items?.map((one) => one.id) ?? [];
      await measure('a department’s queue', handler, ['/api/desk/matters']);
      await measure('a department’s answered ones', handler, ['/api/desk/matters?view=replied']);
      await measure('the office’s open ones', office, ['/api/matters?view=open', '/api/matters?view=late']);
      await measure('the office: to triage, to assign', office, [
        '/api/matters?view=toTriage',
        '/api/matters?view=toAssign',
      ]);
      await measure('the office: all, by number', office, ['/api/matters?view=all']);
      await measure('found by a word', office, [
        '/api/matters?view=all&q=%E7%8F%AD%E8%BD%A6',
        '/api/matters?view=open&q=%E5%81%9C%E8%BD%A6',
      ]);
      await measure('a proposer’s own', person, ['/api/matters']);
      const open = await ids(handler, '/api/desk/matters?limit=60');
      const closed = await ids(handler, '/api/desk/matters?view=replied&limit=60');
      await measure(
        'a line, open, the department',
        handler,
        open.map((id) => `/api/matters/${id}`),
      );
      await measure(
        'a line, closed, the office',
        office,
        closed.map((id) => `/api/matters/${id}`),
      );
      await measure(
        'answered ones alike',
        handler,
        open.map((id) => `/api/matters/${id}/similar`),
      );
      await measure('the book of promises', office, ['/api/promises', '/api/promises?view=due']);
      await measure('whom to ask again', office, ['/api/matters/ask-again']);
      await app.close();
      return figures;
    } finally {
      await pool.end();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default matters;
