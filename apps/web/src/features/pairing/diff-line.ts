/** One line of a difference as the list shows it. */
import type { Say } from '../../app/language.tsx';
import type { DiffLine } from './DiffList.tsx';
import { pairingWords } from './pairing.words.ts';
import type { Board } from './use-board.ts';

type Line = Board['diff']['lines'][number];

export const diffLineOf = (
  line: Line,
  t: Say,
  lock: Pick<DiffLine, 'locked' | 'onLock'> = { locked: false },
): DiffLine => ({
  key: `${line.representative.id} ${line.from?.id ?? ''} ${line.to?.id ?? ''}`,
  name: line.representative.name ?? t(pairingWords.someone),
  from: line.from && (line.from.name ?? t(pairingWords.someone)),
  to: line.to && (line.to.name ?? t(pairingWords.someone)),
  reason: t(line.reason),
  clause: line.clause,
  ...lock,
});
