import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { laterOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { pairingRefusals } from '@zhengyou/domain/pairing/pairing.words.ts';
import type { LeftReason } from '@zhengyou/domain/person/dated-fact.ts';
import { LEFT_REASON_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { keepingOf, keeps } from '@zhengyou/domain/person/person.access.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { pairingEnded, pairingWithdrawn } from './news.door.ts';
import { takeSteps, type StepTaken } from './pairing.queries.ts';
import { listNamedPairings, type NamedPairing } from './pairing.reads.ts';

type Left = { readonly personId: Id; readonly on: PlainDate; readonly reason: LeftReason };

/**
 * Someone left the list or died: their pairs end that day, and what was only proposed is taken back. Where one of them is another
 * unit’s to end, the whole is refused.
 */
export async function endPairsOf(context: Context, { personId, on, reason }: Left): Promise<void> {
  const { db, institutionId, reach, actor, now, today } = context;
  const asLeader = await listNamedPairings(db, institutionId, reach, { leader: personId, status: 'open' });
  const asFriend = await listNamedPairings(db, institutionId, reach, { representative: personId, status: 'open' });
  const pairs = [...asLeader, ...asFriend];
  if (pairs.some((pair) => !keeps(keepingOf(actor), pair.unitId))) throw new Refused(pairingRefusals.notYourLeader());

  const words = say(LEFT_REASON_WORDS[reason], 'zh');
  const by = { actorId: actor.personId, actorName: actor.name, at: now, reason: words };
  const taken = pairs.map((pair): StepTaken => ({
    pairing: pair,
    version: pair.version,
    step:
      pair.startsOn === null
        ? { action: 'withdraw', onDay: today }
        : { action: 'end', onDay: laterOf(on, pair.startsOn) },
    by,
  }));
  const stale = await takeSteps(db, institutionId, taken);
  if (stale.length > 0) throw new Refused(edgeRefusals.clash());
  for (const { pairing, step } of taken) {
    const people = [pairing.leaderId, pairing.representativeId];
    const detail = { reason };
    await context.audit({ action: step.action, subjectKind: 'pairing', subjectId: pairing.id, people, detail });
  }
  const told = (pair: NamedPairing) => ({ ...pair, pairingId: pair.id });
  const ended = pairs.flatMap((pair) =>
    pair.startsOn === null ? [] : [{ ...told(pair), endsOn: laterOf(on, pair.startsOn), reason: words }],
  );
  if (ended.length > 0) await context.tell(pairingEnded, ended);
  const withdrawn = pairs.filter((pair) => pair.startsOn === null).map(told);
  if (withdrawn.length > 0) await context.tell(pairingWithdrawn, withdrawn);
}
