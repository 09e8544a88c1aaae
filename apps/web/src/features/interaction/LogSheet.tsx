import { findId } from '@zhengyou/domain/kit/ids.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { Opening } from './log-draft.ts';
import { KeptWords } from './KeptWords.tsx';
import { findKeptDraft } from './log-draft.ts';
import { LogForm } from './LogForm.tsx';
import { logWords } from './log-sheet.words.ts';
import { useLogDefaults } from './log-defaults.ts';
import './log-sheet.css';

/**
 * One form everywhere: a bottom sheet on a phone, a panel beside the living page at a desk. `value` is a pairing, a person, or `new`; `from`
 * and `way` in the address say what of a later room the record answers, and which way suits it.
 */
export default function LogSheet({ value }: OverlayProps) {
  const { search, setSearch } = useSearchState();
  // "Save and write the next" begins a fresh sheet with whoever presses then.
  const [turn, setTurn] = useState(0);
  const wanted = turn === 0 && value !== 'new' ? value : undefined;
  const opening: Opening =
    turn === 0 ? { from: findId(search['from']) ?? null, way: CHANNELS.find((one) => one === search['way']) } : NOTHING;
  const close = () => setSearch({ [LOG_SHEET]: undefined, from: undefined, way: undefined }, { replace: true });
  return <LogTurn key={turn} wanted={wanted} opening={opening} onClose={close} onNext={() => setTurn(turn + 1)} />;
}

const NOTHING: Opening = { from: null, way: undefined };

type LogTurnProps = {
  readonly wanted: string | undefined;
  readonly opening: Opening;
  readonly onClose: () => void;
  readonly onNext: () => void;
};

function LogTurn({ wanted, opening, onClose, onNext }: LogTurnProps) {
  const t = useWords();
  const defaults = useLogDefaults(wanted);
  const { person } = useSession();
  const kept = findKeptDraft(person.id);
  const first = defaults.data?.people[0];
  if (defaults.data && first)
    return (
      <LogForm
        defaults={defaults.data}
        first={first}
        fresh={wanted !== undefined}
        opening={opening}
        onClose={onClose}
        onNext={onNext}
      />
    );
  return (
    <Sheet title={t(logWords.title)} onClose={onClose}>
      <Answer of={defaults} loading={{ rows: 5, height: 64 }}>
        {() => (
          <>
            {kept && <KeptWords draft={kept} />}
            <Empty lead={t(logWords.nobody)} />
          </>
        )}
      </Answer>
    </Sheet>
  );
}
