import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { LogForm } from './LogForm.tsx';
import { logWords } from './log-sheet.words.ts';
import { useLogDefaults } from './log-defaults.ts';
import './log-sheet.css';

/** One form everywhere: a bottom sheet on a phone, a panel beside the living page at a desk. `value` is a pairing, a person, or `new`. */
export default function LogSheet({ value, onClose }: OverlayProps) {
  // "Save and write the next" begins a fresh sheet with whoever presses then.
  const [turn, setTurn] = useState(0);
  const wanted = turn === 0 && value !== 'new' ? value : undefined;
  return <LogTurn key={turn} wanted={wanted} onClose={onClose} onNext={() => setTurn(turn + 1)} />;
}

type LogTurnProps = { readonly wanted: string | undefined; readonly onClose: () => void; readonly onNext: () => void };

function LogTurn({ wanted, onClose, onNext }: LogTurnProps) {
  const t = useWords();
  const defaults = useLogDefaults(wanted);
  const first = defaults.data?.people[0];
  if (defaults.data && first)
    return (
      <LogForm defaults={defaults.data} first={first} fresh={wanted !== undefined} onClose={onClose} onNext={onNext} />
    );
  return (
    <Sheet title={t(logWords.title)} onClose={onClose}>
      <Answer of={defaults} loading={{ rows: 5, height: 64 }}>
        {() => <Empty lead={t(logWords.nobody)} />}
      </Answer>
    </Sheet>
  );
}
