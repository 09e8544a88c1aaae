import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { laterOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import type { LeftReason } from '@zhengyou/domain/person/dated-fact.ts';
import { LEFT_REASON_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { addStep } from './pairing.queries.ts';
import { listNamedPairings } from './pairing.reads.ts';

type Left = { readonly personId: Id; readonly on: PlainDate; readonly reason: LeftReason };

/** Someone left the list or died: their pairs end that day. Where one of them is another unit’s to end, the whole is refused. */
export async function endPairsOf(context: Context, { personId, on, reason }: Left): Promise<void> {
  const { db, institutionId, reach, actor, now } = context;
  const asLeader = await listNamedPairings(db, institutionId, reach, { leader: personId, status: 'active' });
  const asFriend = await listNamedPairings(db, institutionId, reach, { representative: personId, status: 'active' });
  for (const pairing of [...asLeader, ...asFriend]) {
    if (!keeps(keepingOf(actor), pairing.unitId)) throw new Refused(pairingRefusals.notYourLeader());
    const step = { action: 'end', onDay: laterOf(on, pairing.startsOn) } as const;
    const by = { actorId: actor.personId, at: now, reason: say(LEFT_REASON_WORDS[reason], 'zh') };
    await addStep(db, institutionId, pairing, pairing.version, step, by);
    const people = [pairing.leaderId, pairing.representativeId];
    await context.audit({ action: 'end', subjectKind: 'pairing', subjectId: pairing.id, people, detail: { reason } });
  }
}
