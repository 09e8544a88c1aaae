import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';
import './paper.css';

export type PaperDocProps = {
  readonly title: string;
  /** Who issues it, on the left of the head. */
  readonly issuer: string;
  /** What it is called in the files, on the right of the head. */
  readonly number?: string;
  /** One line under the title. */
  readonly sub?: ReactNode;
  /** `official`: the wide margins of documents that are sent up. `working`: those of a working sheet. */
  readonly margins?: 'official' | 'working';
  /** Who printed it and when. */
  readonly foot: string;
  readonly children: ReactNode;
};

/** A4 in the official layout: seen as a sheet of paper, printed with page numbers. Black on white in every theme. */
export function PaperDoc({ title, issuer, number, sub, margins = 'working', foot, children }: PaperDocProps) {
  return (
    <article className={`paper ${margins}`}>
      <header>
        <span>{issuer}</span>
        {number !== undefined && <span>{number}</span>}
      </header>
      <h2>{title}</h2>
      {sub && <p className="sub">{sub}</p>}
      {children}
      <footer>{foot}</footer>
    </article>
  );
}

/** A section numbers itself; leave out what has nothing to say. */
export function PaperSection({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{heading}</h3>
      {children}
    </section>
  );
}

export type PaperColumn = { readonly heading: string; readonly width?: 'short' | 'name' | 'wide' };

export type PaperTableProps = {
  /** What the table lists, for readers who cannot see it. */
  readonly caption: string;
  readonly columns: readonly PaperColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

export function PaperTable({ caption, columns, rows }: PaperTableProps) {
  return (
    <table>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.heading} scope="col" className={column.width}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => (
              <td key={columns[index]?.heading ?? index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Places to sign, side by side. */
export function PaperSigns({ signs }: { readonly signs: readonly { readonly as: string; readonly name: string }[] }) {
  const t = useWords();
  return (
    <div className="signs">
      {signs.map((sign) => (
        <div key={sign.as}>
          <span className="as">{sign.as}</span>
          <span>{sign.name}</span>
          <i aria-hidden="true" />
          <span>{t(kitWords.signDate)}</span>
        </div>
      ))}
    </div>
  );
}
