import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';
import { Link } from './Link.tsx';

export type BoardNumberProps = {
  readonly count: number;
  /** The denominator; without it the figure stands alone. */
  readonly of?: number;
  /** What is counted, said after the denominator. */
  readonly unit: string;
  /** The list that makes the number. */
  readonly href?: string;
  /** Said when the number is not of this moment. */
  readonly asOf?: string;
};

export function BoardNumber({ count, of, unit, href, asOf }: BoardNumberProps) {
  const t = useWords();
  const figure = (
    <>
      <b>{count}</b>
      <span>{of === undefined ? unit : `/ ${of} ${unit}`}</span>
    </>
  );
  return (
    <>
      {href === undefined ? (
        <span className="bn">{figure}</span>
      ) : (
        <Link className="bn" href={href}>
          {figure}
        </Link>
      )}
      {of !== undefined && <Share share={of === 0 ? 0 : count / of} label={t(kitWords.share, { count, of })} />}
      {asOf !== undefined && <p className="meta">{asOf}</p>}
    </>
  );
}

export type ShareProps = {
  /** 0 to 1. */
  readonly share: number;
  readonly label?: string;
  readonly tone?: 'ink' | 'soon' | 'plain';
};

/** The hairline share under a figure. */
export function Share({ share, label, tone = 'ink' }: ShareProps) {
  const width = `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`;
  return (
    <div
      className={tone === 'ink' ? 'share' : `share ${tone}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <i style={{ width }} />
    </div>
  );
}

/** One board: a heading, the number, the lines that make it up. Several stand side by side in a `.board`. */
export function BoardSection({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export type BoardLineProps = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly href?: string;
  /** Cinnabar: only for what is late. */
  readonly hot?: boolean;
  /** Set off by a hairline from what is counted above. */
  readonly apart?: boolean;
};

export function BoardLine({ label, value, href, hot, apart }: BoardLineProps) {
  const className = [hot && 'hot', apart && 'apart'].filter(Boolean).join(' ') || undefined;
  const inner = (
    <>
      <span>{label}</span>
      <b>{value}</b>
    </>
  );
  return href === undefined ? (
    <div className={className}>{inner}</div>
  ) : (
    <Link className={className} href={href}>
      {inner}
    </Link>
  );
}
