import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findRecord, listRecordsWith } from './interaction.reads.ts';
import { talkOf, talksOf } from './talk-shown.ts';

export async function readInteraction(context: Context, id: Id) {
  const { db, institutionId, reach } = context;
  const record = await findRecord(db, institutionId, reach, id);
  if (!record) throw new Refused(edgeRefusals.notFound());
  await context.audit({
    action: 'read',
    subjectKind: 'interaction',
    subjectId: id,
    people: [record.leaderId, ...record.people],
  });
  return talkOf(context, record, { opened: true });
}

export async function listTalks(
  context: Context,
  query: { readonly person?: Id | undefined; readonly limit: number; readonly offset: number },
) {
  const { actor, db, institutionId, reach } = context;
  const person = query.person ?? actor.personId;
  const { items, total } = await listRecordsWith(db, institutionId, reach, person, query);
  const talks = await talksOf(context, items);
  await context.audit({
    action: 'read',
    subjectKind: 'talks',
    subjectId: person,
    people: [person],
    detail: { count: items.length, texts: talks.filter((talk) => talk.text === 'shown').length },
  });
  return { items: talks, total };
}
