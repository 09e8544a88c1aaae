import { SHEET_KIND_WORDS, TIDY_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import { LEDGER_CLAIMS } from '@zhengyou/domain/matter/matter.ts';
import { useWords } from '../../app/language.tsx';
import { BoardLine, BoardSection } from '../../kit/BoardNumber.tsx';
import { boardRows, kindsOf } from './board.ts';
import { beginsAs, ledgerWords } from './ledger.words.ts';
import type { Look } from './shapes.ts';

const KINDS_SHOWN = 3;

type LookBoardProps = {
  readonly look: Look;
  readonly onTidied: (kind: string) => void;
  readonly onMatters: (claim: string) => void;
};

/** A count for each sheet with its denominator, and what was read in spite of how it was written. */
export function LookBoard({ look, onTidied, onMatters }: LookBoardProps) {
  const t = useWords();
  const kinds = kindsOf(look);
  const tidied = [...look.tidied].sort((a, b) => b.count - a.count);
  const total = tidied.reduce((sum, { count }) => sum + count, 0);
  const matters = Object.values(look.matters).reduce((sum, count) => sum + count, 0);
  return (
    <div className="board look-board">
      {kinds.map((kind) => (
        <BoardSection key={kind} title={t(SHEET_KIND_WORDS[kind])}>
          <p className="bn">
            <b>{look.counts[kind].acceptable}</b>
            <span>{t(ledgerWords.ofRows, { rows: look.counts[kind].rows })}</span>
          </p>
          <div className="lines">
            {boardRows(kind, look.counts[kind]).map(({ label, count, unit, level }) => (
              <BoardLine
                key={label.zh}
                label={t(label)}
                value={t(unit, { count })}
                {...(level === undefined ? {} : { href: `?step=look&level=${level}` })}
              />
            ))}
          </div>
        </BoardSection>
      ))}
      {matters > 0 && (
        <BoardSection title={t(ledgerWords.matters)}>
          <p className="bn">
            <b>{matters}</b>
            <span>{t(ledgerWords.mattersUnit)}</span>
          </p>
          <div className="lines">
            {LEDGER_CLAIMS.filter((claim) => (look.matters[claim] ?? 0) > 0).map((claim) => (
              <button key={claim} type="button" onClick={() => onMatters(claim)}>
                <span>{t(beginsAs[claim])}</span>
                <b>{t(ledgerWords.mattersCount, { count: look.matters[claim] ?? 0 })}</b>
              </button>
            ))}
          </div>
        </BoardSection>
      )}
      <BoardSection title={t(ledgerWords.tidied)}>
        <p className="bn">
          <b>{total}</b>
          <span>{t(ledgerWords.tidiedUnit)}</span>
        </p>
        <div className="lines">
          {tidied.slice(0, KINDS_SHOWN).map(({ kind, count }) => (
            <button key={kind} type="button" onClick={() => onTidied(kind)}>
              <span>{t(TIDY_WORDS[kind])}</span>
              <b>{t(ledgerWords.places, { count })}</b>
            </button>
          ))}
          <button type="button" className="link" onClick={() => onTidied('all')}>
            {t(ledgerWords.tidiedMore)}
          </button>
        </div>
      </BoardSection>
    </div>
  );
}
