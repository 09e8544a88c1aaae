import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { readLoop } from '@zhengyou/domain/matter/matter.contract.ts';
import { answerMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { ANSWER_CHANGEABLE_DAYS } from '@zhengyou/domain/matter/matter.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { ConfirmCard, type Told } from './ConfirmCard.tsx';
import { matterWords } from './matter.words.ts';
import { useResultWords } from './use-loop.ts';
import { useStep } from './use-step.ts';

/** Asks the proposer, after the reply was read, whether it was done. */
export function MatterConfirm({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const { today } = useSession();
  const toast = useToast();
  const label = useResultWords();
  const loop = useCall(readLoop, {});
  const { take, busy, error } = useStep(answerMatter, line);
  const mine = line.answers.findLast(({ me }) => me);
  const open = line.can.includes('answer');
  if (!open && !mine) return null;
  const tell = async (told: Told) => {
    if (!(await take(told))) return;
    toast({
      text:
        mine?.result === told.result
          ? t(matterWords.commentSaved)
          : t(matterWords.answered, { result: label(told.result) }),
    });
  };
  return (
    <ConfirmCard
      given={mine && { ...mine, until: mine.changeableUntil }}
      today={today}
      label={label}
      days={loop.data?.answerChangeableDays ?? ANSWER_CHANGEABLE_DAYS}
      busy={busy}
      open={open}
      again={line.asksMe && mine !== undefined}
      onTell={(told) => void tell(told)}
    >
      {error && <CallErrorNote error={error} />}
    </ConfirmCard>
  );
}
