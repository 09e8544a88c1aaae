import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { sayDay as sayWritten } from '@zhengyou/domain/calendar/date.words.ts';
import { useLanguage, useWords, type Say } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { StateShape } from '../../kit/StateChip.tsx';
import { pairingWords } from './pairing.words.ts';
import type { Roster, Slot } from './use-roster.ts';

type Ground = Roster['unpaired'][number]['ground'];

/** The standing in whose name someone is befriended, with the end of its term where it is known. */
export function sayGround(ground: Ground, today: PlainDate, language: Language, t: Say): string {
  if (ground === null) return '';
  if (ground.endsOn === null) return ground.written;
  const until = sayWritten(addDays(ground.endsOn, -1), today, language, ground.precision ?? 'day');
  return t(pairingWords.untilTerm, { standing: ground.written, until });
}

/** One place on a leader’s list; pressing it shows the pair. */
export function PairSlot({ slot, onOpen }: { readonly slot: Slot; readonly onOpen: () => void }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { name, ground } = slot.representative;
  const says = sayGround(ground, today, language, t);
  return (
    <button type="button" className="slot" title={says || undefined} onClick={onOpen}>
      {ground?.ending && (
        <span className="state is-due-soon">
          <StateShape state="dueSoon" />
        </span>
      )}
      {name ?? t(pairingWords.someone)}
      {says && <span className="sr">{says}</span>}
    </button>
  );
}
