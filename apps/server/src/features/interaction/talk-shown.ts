/** A record as its readers see it: the same text for both sides, withheld in lists from whoever only checks. */
import { seesTexts, undoUntil } from '@zhengyou/domain/interaction/interaction.access.ts';
import type { Talk } from '@zhengyou/domain/interaction/interaction.contract.ts';
import type { NextChoice } from '@zhengyou/domain/interaction/next-talk.ts';
import type { Context } from '../../edge/context.ts';
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
  const inReach = await namesOf(
    db,
    institutionId,
    reach,
    records.flatMap((record) => record.people),
  );
  const names = new Map([...(await listOwnParties(db, institutionId, reach, ids)), ...inReach]);
  return records.map((record): Talk => {
    const shown = options.opened === true || seesTexts(actor, record);
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
      nextOn: record.nextOn,
      nextChoice: record.nextChoice as NextChoice | null,
      lateReason: record.lateReason,
      recordedAs: record.recordedAs,
      can: record.recordedBy === actor.personId && now <= undoUntil(record.createdAt) ? ['undo'] : [],
    };
  });
}

export async function talkOf(context: Context, record: RecordRow, options?: { readonly opened?: boolean }) {
  const [talk] = await talksOf(context, [record], options);
  if (!talk) throw new Error('a record without itself');
  return talk;
}

const pointOf = ({ id, kind, named, words, handling }: PointRow) => ({ id, kind, named, words, handling });
