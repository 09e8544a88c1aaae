import { tickVisits, undoTick } from '@zhengyou/domain/occasion/round.contract.ts';
import { addDays, earlierOf } from '@zhengyou/domain/kit/plain-date.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { occasionWords } from './occasion.words.ts';
import type { RoundRoster } from './RoundPage.tsx';
import { centsOf } from './say-occasion.ts';
import type { Ticks } from './use-ticks.ts';

/** Below the roster, always in sight: the day, and one press that logs whoever is ticked. */
export function TickBar({ round, ticks }: { readonly round: RoundRoster; readonly ticks: Ticks }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const last = earlierOf(today, addDays(round.until, -1));
  const [on, setOn] = useState<string>(last);
  const tick = useChange(tickVisits);
  const undo = useChange(undoTick);
  const count = ticks.chosen.length;
  const send = () =>
    tick.mutate(
      {
        params: { roundId: round.id },
        body: {
          on,
          visits: ticks.chosen.map((pairingId) => {
            const gift = ticks.brought(pairingId);
            // An amount that is none goes as it is too large for any limit: the answer says what may be.
            const cents = gift ? (centsOf(gift.yuan) ?? 100_000_000) : 0;
            return { pairingId, ...(gift && { gift: { kindId: gift.kindId as Id, cents } }) };
          }),
        },
      },
      {
        onSuccess: ({ tickId, logged, already }) => {
          ticks.clear();
          const words =
            logged === 0 ? occasionWords.tickedNone : already > 0 ? occasionWords.tickedSome : occasionWords.ticked;
          toast({
            text: t(words, { count: logged, already }),
            ...(tickId !== null && {
              action: {
                onAct: () =>
                  undo.mutate(
                    { params: { tickId }, ifMatch: 1 },
                    { onSuccess: () => toast({ text: t(occasionWords.unticked) }) },
                  ),
              },
            }),
          });
        },
      },
    );
  return (
    <div className="tick-bar no-print">
      {tick.isError && <CallErrorNote error={tick.error} />}
      {undo.isError && <CallErrorNote error={undo.error} />}
      <div className="row">
        <input
          type="date"
          className="input"
          aria-label={t(occasionWords.visitDay)}
          min={round.from}
          max={last}
          value={on}
          onChange={(event) => {
            tick.reset();
            setOn(event.target.value);
          }}
        />
        {count === 0 ? (
          <span className="muted grow">{t(occasionWords.tickNone)}</span>
        ) : (
          <Button look="primary" busy={tick.isPending} onClick={send}>
            {t(occasionWords.tick, { count })}
          </Button>
        )}
      </div>
    </div>
  );
}
