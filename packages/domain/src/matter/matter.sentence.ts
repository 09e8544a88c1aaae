/** How a matter stands, in one sentence, for whoever reads its line. */
import { sayDay } from '../calendar/date.words.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { say, type Language } from '../kit/words.ts';
import type { ClockShown, MatterItem } from './line.shapes.ts';
import { DISPOSITION_WORDS, LEDGER_CLAIM_WORDS, MATTER_SENTENCES as SAYS, RESULT_WORDS } from './matter.words.ts';
import type { Result } from './matter.ts';

type Standing = Pick<
  MatterItem,
  | 'status'
  | 'disposition'
  | 'lead'
  | 'ledgerClaim'
  | 'level'
  | 'asksMe'
  | 'pledgedOn'
  | 'statusOn'
  | 'handedBackBy'
  | 'next'
> & {
  /** Of the line, where it is known: every clock, what the proposer answered, where it was merged. */
  readonly clocks?: readonly ClockShown[];
  readonly answers?: readonly { readonly round: number; readonly result: Result }[];
  readonly mergedInto?: { readonly number: string } | null;
};

/** 还有 4 个工作日 · 已过 3 个工作日 · 就是今天; empty where there is no day. */
export function sayLeft(clock: Pick<ClockShown, 'left' | 'dueOn' | 'estimated'>, language: Language): string {
  if (clock.left === null) return '';
  const text =
    clock.left > 0
      ? say(SAYS.leftWorking, language, { count: clock.left })
      : clock.left === 0
        ? say(SAYS.leftToday, language)
        : say(SAYS.late, language, { count: -clock.left });
  return clock.estimated ? `${text}${language === 'zh' ? '，' : ', '}${say(SAYS.estimated, language)}` : text;
}

export function sayMatter(matter: Standing, today: PlainDate, language: Language): string {
  const { status, disposition } = matter;
  const day = sayDay(matter.statusOn, today, language);
  const lead = matter.lead?.shortName ?? say(SAYS.office, language);
  const claim = matter.ledgerClaim === null ? '' : say(LEDGER_CLAIM_WORDS[matter.ledgerClaim], language);
  if (status === 'endedInLedger')
    return say(matter.level === 'proposer' ? SAYS.endedInLedgerForMe : SAYS.endedInLedger, language, { claim });
  if (status === 'registered') return say(SAYS.registered, language);
  if (status === 'waiting') return say(matter.level === 'proposer' ? SAYS.waitingForMe : SAYS.waiting, language);
  if (status === 'drafted') return say(SAYS.drafted, language);
  if (status === 'reviewed') return say(SAYS.reviewed, language);
  if (status === 'replied') return say(matter.asksMe ? SAYS.replied : SAYS.repliedWaiting, language, { day });
  if (status === 'confirmed') {
    const result = matter.answers?.at(-1)?.result;
    return result
      ? say(matter.level === 'proposer' ? SAYS.confirmedByMe : SAYS.confirmed, language, {
          result: RESULT_WORDS[result][language],
        })
      : say(SAYS.repliedWaiting, language, { day });
  }
  if (status === 'closed') return say(SAYS.closed, language, { day });
  if (status === 'withdrawn') return say(SAYS.withdrawn, language, { day });
  if (status === 'merged')
    return say(SAYS.merged, language, { number: matter.mergedInto?.number ?? '' }).replace('  ', ' ');
  if (status === 'assigned') return say(SAYS.assigned, language, { lead });
  if (status === 'reported') {
    if (matter.handedBackBy) return say(SAYS.handedBack, language, { unit: matter.handedBackBy.shortName });
    if (matter.ledgerClaim === 'handedOn') return say(SAYS.importedHandedOn, language);
    return say(disposition === 'accepted' ? SAYS.accepted : SAYS.reported, language);
  }
  if (disposition === 'reference') return say(SAYS.reference, language);
  if (disposition === 'declined') return say(SAYS.declined, language);
  if (claim !== '' && matter.lead === null && matter.ledgerClaim !== 'open')
    return say(SAYS.importedUnderWay, language, { claim });
  const reply = matter.clocks?.find((one) => one.clock === 'reply' && one.endedOn === null) ?? matter.next;
  if (!reply || reply.clock !== 'reply' || reply.dueOn === null)
    return matter.pledgedOn === null
      ? say(SAYS.inProgress, language, { lead })
      : say(SAYS.inProgressPledgedPlain, language, { lead, day: sayDay(matter.pledgedOn, today, language) });
  const left = sayLeft(reply, language);
  const words = matter.pledgedOn === reply.dueOn ? SAYS.inProgressPledged : SAYS.inProgressDue;
  return say(words, language, { lead, day: sayDay(reply.dueOn, today, language), left });
}

/** 受理, 留作参考, 不受理. */
export const sayDisposition = (disposition: NonNullable<MatterItem['disposition']>, language: Language): string =>
  DISPOSITION_WORDS[disposition][language];
