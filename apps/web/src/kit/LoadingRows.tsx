import { useEffect, useState, type CSSProperties } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

export type LoadingRowsProps = {
  readonly rows?: number;
  /** Of one row, in px: the content then takes its place without a jump. */
  readonly height?: number;
  /** What is being done, said after one second. */
  readonly doing?: string;
  readonly onCancel?: () => void;
};

/** Nothing for 300 ms, then hairline rows, not moving; after a second a word. */
export function LoadingRows({ rows = 3, height = 40, doing, onCancel }: LoadingRowsProps) {
  const t = useWords();
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), 300), setTimeout(() => setStage(2), 1000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div
      className="loading"
      aria-busy="true"
      style={{ '--row': `${height}px` } as CSSProperties /* a custom property */}
    >
      {stage > 0 &&
        Array.from({ length: rows }, (_, index) => (
          <div key={index} aria-hidden="true">
            <i />
            <i />
          </div>
        ))}
      <output className="meta">
        {stage > 1 && (doing ?? t(kitWords.loading))}
        {stage > 1 && onCancel && (
          <>
            {' '}
            <button type="button" className="link" onClick={onCancel}>
              {t(kitWords.cancel)}
            </button>
          </>
        )}
      </output>
    </div>
  );
}
