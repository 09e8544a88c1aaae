import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { diffWords } from './diff.words.ts';

export type DiffLine = {
  readonly key: string;
  readonly name: string;
  /** Who befriends them now; null where nobody does. */
  readonly from: string | null;
  /** Who would; null where nobody would any more. */
  readonly to: string | null;
  readonly reason: ReactNode;
  readonly clause: string | null;
  readonly locked: boolean;
  /** Leave out where it cannot be locked. */
  readonly onLock?: (() => void) | undefined;
};

export type DiffListProps = {
  readonly kept: number;
  readonly moved: readonly DiffLine[];
  readonly added: readonly DiffLine[];
  /** Those whom nobody would befriend any more. */
  readonly ended: readonly DiffLine[];
  readonly note?: ReactNode;
};

/** What a draft would change, as figures and then pair by pair with the reason. */
export function DiffList({ kept, moved, added, ended, note }: DiffListProps) {
  const t = useWords();
  const lines = [...moved, ...added, ...ended];
  return (
    <>
      <p className="diff-counts">
        <span>
          {t(diffWords.kept)} <b>{kept}</b>
        </span>
        <span className="changed">
          {t(diffWords.moved)} <b>{moved.length}</b>
        </span>
        <span className="changed">
          {t(diffWords.added)} <b>{added.length}</b>
        </span>
        {ended.length > 0 && (
          <span>
            {t(diffWords.ended)} <b>{ended.length}</b>
          </span>
        )}
        {note && <span className="meta">{note}</span>}
      </p>
      {lines.length === 0 ? (
        <p className="second">{t(diffWords.nothing)}</p>
      ) : (
        <ul className="diff">
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  const t = useWords();
  const { name, locked, onLock } = line;
  const from = line.from ?? t(diffWords.nobody);
  const to = line.to ?? t(diffWords.noLonger);
  return (
    <li>
      <div className="row">
        <span className="strong">{name}</span>
        <span className="muted">{from}</span>
        <span className="muted">
          <Icon name="arrow" size={16} />
          <span className="sr">{t(diffWords.to)}</span>
        </span>
        <span className={line.to === null ? 'muted' : undefined}>{to}</span>
        {onLock && (
          <button
            type="button"
            className={locked ? 'lock on' : 'lock'}
            aria-pressed={locked}
            aria-label={t(diffWords.lock, { name, leader: to })}
            title={t(locked ? diffWords.locked : diffWords.lockHint)}
            onClick={onLock}
          >
            <Icon name="lock" size={14} />
          </button>
        )}
      </div>
      <div className="meta">
        {line.reason} {line.clause !== null && <ClauseMark clause={line.clause} />}
      </div>
    </li>
  );
}
