import { useRef, type RefObject } from 'react';
import { useWords } from '../../app/language.tsx';
import { draftWords } from './draft.words.ts';

export type PolicyTextProps = {
  readonly value: string;
  /** Left out: the text is only read. */
  readonly onChange?: (text: string) => void;
  /** Lines with a problem, marked in the margin. */
  readonly marked: ReadonlySet<number>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
};

/** The file with its line numbers. The numbers follow the text as it scrolls; long lines run on, so that a line is a line. */
export function PolicyText({ value, onChange, marked, area }: PolicyTextProps) {
  const t = useWords();
  const margin = useRef<HTMLPreElement>(null);
  const lines = value.split('\n').length;
  const numbers = Array.from({ length: lines }, (_, index) => `${marked.has(index + 1) ? '◆ ' : ''}${index + 1}`);
  return (
    <div className="policy-text">
      <pre ref={margin} aria-hidden="true">
        {numbers.join('\n')}
      </pre>
      <textarea
        ref={area}
        className="input"
        aria-label={t(draftWords.text)}
        wrap="off"
        spellCheck={false}
        readOnly={onChange === undefined}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        onScroll={(event) => {
          if (margin.current) margin.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Puts the cursor where a problem stands and brings its line into sight. */
export function goTo(area: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!area) return;
  const rows = area.value.split('\n');
  const offset = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
  const end = rows.slice(0, line).reduce((sum, row) => sum + row.length + 1, 0) - 1;
  area.focus();
  area.setSelectionRange(offset, Math.max(offset, end));
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line - 5) * height);
}
