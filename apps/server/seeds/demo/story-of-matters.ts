/**
 * The demo's matters, so that every desk has something in hand on the first day: raised, handed over, answered and asked about by
 * invented people, through the same requests as in daily use, on days that have passed.
 */
import { randomUUID } from 'node:crypto';
import {
  fillPath,
  type BodyInOf,
  type Endpoint,
  type ParamsInOf,
  type ReplyOf,
} from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, dateInZone, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import * as access from '@zhengyou/domain/access/access.contract.ts';
import { readMyLeaders } from '@zhengyou/domain/interaction/year.contract.ts';
import { listDesks } from '@zhengyou/domain/matter/desk.contract.ts';
import * as handler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as keeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import { readMatter } from '@zhengyou/domain/matter/matter.contract.ts';
import * as proposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import type { z } from 'zod';
import { createHouse, type HouseParts } from '../../src/composition.ts';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

type Step = Pick<Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>, 'id' | 'method' | 'path'>;
type Person = Awaited<ReturnType<typeof signIn>>;
type Stage = Awaited<ReturnType<typeof openStage>>;

/** A house whose clock stands where the story is. */
async function openStage(parts: Omit<HouseParts, 'clock'>, now: Date) {
  let at = now;
  const app = await createHouse({ ...parts, clock: () => at });
  await app.ready();
  return {
    app,
    today: () => dateInZone(at, ZONE),
    /** So many days ago, at an hour of that morning. */
    turnTo: (daysAgo: number, hour: number) => {
      at = new Date(Math.min(now.getTime(), now.getTime() - daysAgo * DAY_MS - (12 - hour) * 3_600_000));
    },
  };
}

async function signIn(stage: Stage, login: string) {
  const send = async (
    endpoint: Step,
    input: { params?: unknown; body?: unknown; ifMatch?: number },
    cookie: string,
  ) => {
    const response = await stage.app.inject({
      method: endpoint.method as 'GET' | 'POST' | 'PUT',
      url: fillPath(endpoint.path, input.params as Record<string, string> | undefined),
      headers: {
        host: 'localhost',
        ...(cookie && { cookie }),
        ...(endpoint.method !== 'GET' && { 'x-zhengyou': '1', origin: 'http://localhost' }),
        ...(endpoint.method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(input.ifMatch !== undefined && { 'if-match': `"${input.ifMatch}"` }),
      },
      ...(input.body !== undefined && { payload: input.body as object }),
    });
    if (response.statusCode !== 200)
      throw new Error(`the demo's story: ${login} ${endpoint.id}: ${response.statusCode} ${response.body}`);
    return response;
  };
  const opened = await send(access.signInAsDemo, { body: { login } }, '');
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  return {
    call: async <P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
      endpoint: Endpoint<P, z.ZodType, B, R>,
      input: {
        params?: ParamsInOf<Endpoint<P, z.ZodType, B, R>>;
        body?: BodyInOf<Endpoint<P, z.ZodType, B, R>>;
        ifMatch?: number;
      } = {},
    ) => (await send(endpoint, input, cookie)).json<ReplyOf<Endpoint<P, z.ZodType, B, R>>>(),
    leave: async () => void (await send(access.signOut, { body: {} }, cookie)),
  };
}

/** Someone at work for a moment: signed in, and signed out again. */
async function as<T>(stage: Stage, login: string, work: (person: Person) => Promise<T>): Promise<T> {
  const person = await signIn(stage, login);
  const result = await work(person);
  await person.leave();
  return result;
}

const seen = (person: Person, matterId: Id) => person.call(readMatter, { params: { matterId } });
/** A step at whatever version the matter has now; the endpoint checks what the body must hold. */
async function take(person: Person, endpoint: { readonly id: string }, matterId: Id, body: object = {}) {
  const { version } = await seen(person, matterId);
  const step = endpoint as typeof keeper.closeMatter;
  await person.call(step, { params: { matterId }, ifMatch: version, body: body as never });
}

type Raised = BodyInOf<typeof proposer.raiseMatter>;

async function raise(stage: Stage, login: string, body: Raised, toLeader = true): Promise<Id> {
  return as(stage, login, async (person) => {
    const { items } = toLeader ? await person.call(readMyLeaders) : { items: [] };
    const leaderId = items[0]?.leader.id;
    const made = await person.call(proposer.raiseMatter, { body: { ...body, ...(leaderId && { leaderId }) } });
    return made.id as Id;
  });
}

/** Reported, accepted, worded without a name, handed over. */
async function handOver(stage: Stage, id: Id, unit: string, title: string, texts: readonly string[]): Promise<void> {
  await as(stage, 'zhoumin', async (office) => {
    const { can, pointList } = await seen(office, id);
    if (can.includes('report')) await take(office, keeper.reportMatter, id, { way: 'meeting', note: '党政联席会' });
    await take(office, keeper.triageMatter, id, { disposition: 'accepted' });
    const points = pointList.map((point, at) => ({ id: point.id, text: texts[at] ?? point.said ?? '' }));
    await take(office, keeper.releaseMatter, id, { title, points });
    const desk = (await office.call(listDesks)).items.find((one) => one.unit.shortName === unit);
    await take(office, keeper.assignMatter, id, { lead: desk?.unit.id });
  });
}

type Reply = { readonly text: string; readonly outcome: 'A' | 'B' | 'C' | 'D'; readonly promiseOn?: PlainDate };

async function write(stage: Stage, login: string, id: Id, replies: readonly Reply[]): Promise<void> {
  await as(stage, login, async (person) => {
    const line = await seen(person, id);
    const points = line.pointList.map((point, at) => ({ id: point.id, ...(replies[at] as Reply) }));
    await person.call(handler.writeReply, { params: { matterId: id }, ifMatch: line.version, body: { points } });
    await take(person, handler.submitReply, id);
  });
}

async function bringOut(stage: Stage, id: Id, way: 'phone' | 'faceToFace'): Promise<void> {
  await as(stage, 'shenzhixing', (second) => take(second, keeper.reviewReply, id, { verdict: 'approved' }));
  await as(stage, 'zhoumin', async (office) => {
    await take(office, keeper.publishReply, id);
    await take(office, keeper.deliverReply, id, { party: 1, way });
  });
}

/** Plays it from the first day to this morning. */
export async function tellStory(parts: Omit<HouseParts, 'clock'>, now: Date): Promise<void> {
  const stage = await openStage(parts, now);
  try {
    await play(stage);
  } finally {
    await stage.app.close();
  }
}

async function play(stage: Stage): Promise<void> {
  stage.turnTo(41, 9);
  const parking = await raise(stage, 'fengfeimei', {
    kind: 'suggestion',
    points: ['职工车位早上七点半就满了，夜班的人回来没处停'],
  });
  stage.turnTo(39, 10);
  await handOver(stage, parking, '后勤处', '夜班职工停车', ['夜班职工早上回来车位已满，请研究错时停放']);
  stage.turnTo(38, 9);
  await as(stage, 'heliping', (desk) => take(desk, handler.takeMatter, parking, { note: '先去现场看早高峰' }));

  stage.turnTo(33, 9);
  const bus = await raise(stage, 'linyuan', {
    kind: 'opinion',
    points: ['晚七点后的班车，能不能再加一班', '北门站牌夜里看不清'],
  });
  stage.turnTo(32, 10);
  await handOver(stage, bus, '后勤处', '晚间班车加开与站牌照明', ['晚七点后班车能否加开一班', '北门站牌夜间照明不足']);
  stage.turnTo(31, 9);
  await as(stage, 'heliping', (desk) => take(desk, handler.takeMatter, bus));

  stage.turnTo(27, 10);
  const until = addDays(stage.today(), 31);
  await write(stage, 'heliping', parking, [
    {
      text: '已同物业商定，夜班职工凭排班表早八点前可停体育馆地下车库，随后勤卡开通。',
      outcome: 'B',
      promiseOn: until,
    },
  ]);
  stage.turnTo(26, 9);
  await bringOut(stage, parking, 'phone');
  await as(stage, 'fengfeimei', (person) => take(person, proposer.answerMatter, parking, { result: 'solved' }));
  stage.turnTo(25, 9);
  await as(stage, 'zhoumin', (office) => take(office, keeper.closeMatter, parking));

  stage.turnTo(21, 9);
  const lounge = await raise(stage, 'fengfeimei', {
    kind: 'opinion',
    points: ['夜班休息室只有两张床，六个人轮不过来'],
  });
  stage.turnTo(19, 10);
  await handOver(stage, lounge, '医务处', '夜班休息室床位', ['夜班休息室床位不足，请核实各病区情况']);
  stage.turnTo(18, 9);
  await as(stage, 'heming', async (desk) => {
    await take(desk, handler.takeMatter, lounge);
    await take(desk, handler.tellProposer, lounge, { words: '正在摸各病区的底，下周给您一个数。', way: 'here' });
  });

  stage.turnTo(17, 9);
  const training = await raise(stage, 'wangyaxue', {
    kind: 'suggestion',
    points: ['护理骨干外出进修的名额，希望提前一个季度公布'],
  });
  stage.turnTo(15, 10);
  await handOver(stage, training, '人事处', '进修名额提前公布', ['护理骨干进修名额能否提前一个季度公布']);
  stage.turnTo(14, 9);
  await as(stage, 'lujingwen', (desk) => take(desk, handler.takeMatter, training));

  stage.turnTo(12, 10);
  await write(stage, 'heliping', bus, [
    { text: '下月 1 日起晚八点二十加开一班，试行一个学期。', outcome: 'A' },
    { text: '站牌灯箱已换，北门两处都亮了。', outcome: 'A' },
  ]);
  stage.turnTo(11, 9);
  await bringOut(stage, bus, 'faceToFace');

  stage.turnTo(9, 9);
  const school = await raise(
    stage,
    'wangyaxue',
    { kind: 'difficulty', points: ['父亲术后要长期照护，想问有没有就近的康复床位'], named: true },
    false,
  );
  stage.turnTo(8, 10);
  await handOver(stage, school, '医务处', '就近康复床位', ['职工家属术后需要就近的康复床位']);
  stage.turnTo(7, 9);
  await as(stage, 'heming', async (desk) => {
    await take(desk, handler.takeMatter, school);
    await take(desk, handler.waitForMore, school, { question: '请告诉我们大致从哪一天起需要，好同康复科对床位。' });
  });

  stage.turnTo(3, 9);
  await raise(stage, 'linyuan', { kind: 'suggestion', points: ['大型仪器预约平台，希望青年教师也能直接约'] });
  stage.turnTo(2, 9);
  await raise(stage, 'fengfeimei', { kind: 'difficulty', points: ['课题经费报销要跑四个窗口，能不能集中到一处'] });

  stage.turnTo(1, 10);
  await write(stage, 'lujingwen', training, [
    { text: '同意。从下一年度起，每季度第一个月 10 日前公布下一季度名额。', outcome: 'A' },
  ]);
}
