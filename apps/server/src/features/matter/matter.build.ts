/** Ready-made matters and the steps between, for tests: over the same requests that people make. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as line from '@zhengyou/domain/matter/matter.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import type { Caller, TestHouse } from '../../../../../tests/support/server.ts';

export type People = Record<'leader' | 'person' | 'office' | 'second' | 'medical' | 'logistics', Caller>;

export const peopleOf = async (house: TestHouse): Promise<People> => ({
  leader: await house.as('田文建'),
  person: await house.as('林远'),
  office: await house.as('周敏'),
  second: await house.as('沈知行'),
  medical: await house.as('贺明'),
  logistics: await house.as('何立平'),
});

export const DESKS = { medical: '医务处', logistics: '后勤处', people: '人事处', research: '科研处' } as const;

export async function deskIds(house: TestHouse): Promise<Record<keyof typeof DESKS, Id>> {
  const { items } = await (await house.as('周敏')).call(listUnits);
  const of = (name: string) => items.find((unit) => unit.name === name)?.id as Id;
  return {
    medical: of(DESKS.medical),
    logistics: of(DESKS.logistics),
    people: of(DESKS.people),
    research: of(DESKS.research),
  };
}

export const of = (matterId: Id) => ({ params: { matterId } });

/** What the matter is now, as someone sees it. */
export const seen = (caller: Caller, id: Id) => caller.call(line.readMatter, of(id));

type AnyStep = typeof asKeeper.closeMatter;

/** Takes a step at whatever version the matter has now; what the body must hold, the request itself checks. */
export async function take(caller: Caller, step: { readonly id: string }, id: Id, body: object = {}) {
  const { version } = await seen(caller, id);
  return caller.try(step as AnyStep, { ...of(id), ifMatch: version, body: body as BodyInOf<AnyStep> });
}

export async function must(caller: Caller, step: { readonly id: string }, id: Id, body: object = {}) {
  const response = await take(caller, step, id, body);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`);
  return response.json() as { version: number; status: string };
}

export async function raised(people: People, over: Partial<BodyInOf<typeof asProposer.raiseMatter>> = {}): Promise<Id> {
  const made = await people.person.call(asProposer.raiseMatter, {
    body: { kind: 'opinion', points: ['晚七点后的班车，能不能加一班', '站牌夜里看不清'], ...over },
  });
  return made.id;
}

export async function logged(house: TestHouse, people: People, words: string, named = false) {
  return people.leader.call(logInteraction, {
    body: {
      representativeIds: [await house.personId('林远')],
      channel: 'phone',
      when: { kind: 'now' },
      merge: 'separate',
      points: [{ kind: 'opinion', words, named }],
    },
  });
}

/** Reported, accepted, released, handed over. */
export async function assigned(people: People, id: Id, lead: Id, coHandlers: readonly Id[] = []): Promise<void> {
  await must(people.office, asKeeper.reportMatter, id, { way: 'meeting' });
  await must(people.office, asKeeper.triageMatter, id, { disposition: 'accepted' });
  const { pointList } = await seen(people.office, id);
  await must(people.office, asKeeper.releaseMatter, id, {
    title: '晚间班车加开',
    points: pointList.map((point) => ({ id: point.id, text: `转办：${point.said ?? ''}` })),
  });
  await must(people.office, asKeeper.assignMatter, id, { lead, coHandlers });
}

type Outcome = { outcome: 'A' | 'B' | 'C' | 'D'; promiseOn?: string };

export async function written(handler: Caller, id: Id, one: Outcome = { outcome: 'A' }): Promise<void> {
  const { version, pointList } = await seen(handler, id);
  await handler.call(asHandler.writeReply, {
    ...of(id),
    ifMatch: version,
    body: { points: pointList.map((point) => ({ id: point.id, text: `第 ${point.ordinal} 点照办`, ...one })) },
  });
}

/** From taken to published and delivered. */
export async function answered(people: People, handler: Caller, id: Id, one?: Outcome): Promise<void> {
  if ((await seen(handler, id)).status === 'assigned') await must(handler, asHandler.takeMatter, id);
  await written(handler, id, one);
  await must(handler, asHandler.submitReply, id);
  await must(people.second, asKeeper.reviewReply, id, { verdict: 'approved' });
  await must(people.office, asKeeper.publishReply, id);
  await must(people.office, asKeeper.deliverReply, id, { party: 1, way: 'phone' });
}
