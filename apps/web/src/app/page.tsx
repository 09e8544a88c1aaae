import { useEffect, type ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { Link } from '../kit/Link.tsx';
import { appWords } from './app.words.ts';
import { useWords } from './language.tsx';

/** The title of the browser's tab. */
export function useTitle(title: string): void {
  const t = useWords();
  useEffect(() => {
    document.title = t(appWords.titled, { title });
  }, [t, title]);
}

export type PageProps = {
  /** The tab's title; also the heading, unless a leading sentence takes its place. */
  readonly title: string;
  /** How things stand, as one sentence. */
  readonly lead?: ReactNode;
  readonly sub?: ReactNode;
  /** At most one primary. */
  readonly actions?: ReactNode;
  /** Where the arrow on top leads, and what stands beside it. */
  readonly back?: { readonly href: string; readonly label?: string };
  /** `wide`: the whole width of a tablet, for tables. `narrow`: a column of 720 also at a desk, for cards and forms. */
  readonly width?: 'wide' | 'narrow';
  readonly children?: ReactNode;
};

/** A page of the shell: one leading sentence, one primary action, the content. */
export function Page({ title, lead, sub, actions, back, width, children }: PageProps) {
  const t = useWords();
  useTitle(title);
  return (
    <div className={width}>
      {back && (
        <div className="back">
          <Link href={back.href} aria-label={t(appWords.back)}>
            <Icon name="back" size={20} />
          </Link>
          <span className="grow">{back.label}</span>
        </div>
      )}
      <header className="top">
        <div>
          <h1>{lead ?? title}</h1>
          {sub && <p className="sub">{sub}</p>}
        </div>
        {actions && <div className="acts">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
