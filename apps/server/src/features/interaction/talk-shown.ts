/** A record as its readers see it: the same text for both sides, withheld in lists from whoever only checks. */
import { mayWriteFor, seesTexts, undoUntil } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { Talk } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { NextChoice } from '@zhengyou/domain/interaction/next-talk.ts';
import { sharedTextOf, textCans, type Side } from '@zhengyou/domain/interaction/shared-text.ts';
import type { Context } from '../../edge/context.ts';
import { listAttachments } from './attachment.queries.ts';
import { attachmentShown } from './attachments.ts';
import { listSteps } from './shared-text.reads.ts';
import { listOwnParties, listPoints, namesOf, type PointRow, type RecordRow } from './interaction.reads.ts';

export async function talksOf(
  context: Context,
  records: readonly RecordRow[],
  options: { readonly opened?: boolean } = {},
): Promise<Talk[]> {
  const { actor, db, institutionId, reach, now } = context;
  if (records.length === 0) return [];
  const ids = records.map((record) => record.id);
  const points = await listPoints(db, institutionId, reach, ids);
  const steps = Map.groupBy(await listSteps(db, institutionId, reach, ids), (step) => step.interactionId);
  const files = Map.groupBy(await listAttachments(db, institutionId, reach, ids), (one) => one.interactionId);
  const inReach = await namesOf(
    db,
    institutionId,
    reach,
    records.flatMap((record) => record.people),
  );
  const names = new Map([...(await listOwnParties(db, institutionId, reach, ids)), ...inReach]);
  return records.map((record): Talk => {
    const shown = options.opened === true || seesTexts(actor, record);
    const text = sharedTextOf(shown ? (steps.get(record.id) ?? []) : []);
    const seen = record.people.filter((id) => names.has(id));
    return {
      id: record.id,
      version: record.version,
      channel: record.channel,
      leader: {
        id: record.leaderId,
        name: record.leaderName,
      },
      representatives: seen.map((id) => ({
        id,
        name: names.get(id) ?? '',
      })),
      others: record.people.length - seen.length,
      happenedOn: record.on,
      precision: record.precision,
      happenedAt: record.at?.toISOString() ?? null,
      cameAbout: record.cameAbout,
      place: record.place,
      text: shown ? 'shown' : 'withheld',
      words: shown ? record.words : null,
      handling: shown ? record.handling : null,
      points: shown ? points.filter((point) => point.interactionId === record.id).map(pointOf) : [],
      attachments: shown ? (files.get(record.id) ?? []).map((one) => attachmentShown(context, one)) : [],
      nextOn: record.nextOn,
      nextChoice: record.nextChoice as NextChoice | null,
      lateReason: record.lateReason,
      recordedAs: record.recordedAs,
      awaitsLeader: awaitsLeader(record),
      confirmed: [...text.confirmed],
      added: [...text.added],
      corrections: [...text.corrections],
      before: [...text.before],
      can: [
        ...(record.recordedBy === actor.personId && now <= undoUntil(record.createdAt) && !steps.has(record.id)
          ? (['undo'] as const)
          : []),
        ...(shown ? textCans(text, sideOf(context, record)) : []),
      ],
    };
  });
}

/** Where whoever asks stands to a record. */
export const sideOf = ({ actor }: Pick<Context, 'actor'>, record: RecordRow): Side => ({
  actorId: actor.personId,
  writes: mayWriteFor(actor, record.leaderId, record.unitId),
  wasThere: record.people.includes(actor.personId),
});

/** Somebody else wrote it down for the leader, who has not said yet that it is so. An import names no writer. */
export const awaitsLeader = (record: RecordRow): boolean =>
  record.recordedBy !== null && record.recordedBy !== record.leaderId && record.leaderConfirmedAt === null;

export async function talkOf(context: Context, record: RecordRow, options?: { readonly opened?: boolean }) {
  const [talk] = await talksOf(context, [record], options);
  if (!talk) throw new Error('a record without itself');
  return talk;
}

const pointOf = ({ id, kind, named, words, handling }: PointRow) => ({ id, kind, named, words, handling });
