import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { appWords } from '../app.words.ts';
import { useWords } from '../language.tsx';
import type { BarEntry } from '../navigation.ts';
import { useOverlay } from '../Overlays.tsx';
import { isHere } from './is-here.ts';

type BarProps = { readonly entries: readonly BarEntry[]; readonly pathname: string; readonly onMenu: () => void };

/** The phone's bar: words, not icons, and the one action in the middle of the thumb's way. */
export function Bar({ entries, pathname, onMenu }: BarProps) {
  const t = useWords();
  return (
    <nav className="bar" aria-label={t(appWords.bar)}>
      {entries.map((entry) => (
        <BarButton
          key={entry.kind === 'page' ? entry.href : entry.kind}
          entry={entry}
          pathname={pathname}
          onMenu={onMenu}
        />
      ))}
    </nav>
  );
}

type BarButtonProps = { readonly entry: BarEntry; readonly pathname: string; readonly onMenu: () => void };

function BarButton({ entry, pathname, onMenu }: BarButtonProps) {
  const t = useWords();
  if (entry.kind === 'add') return <AddButton label={t(entry.words)} sheet={entry.sheet} />;
  if (entry.kind === 'menu')
    return (
      <button type="button" onClick={onMenu} aria-haspopup="dialog">
        {t(entry.words)}
      </button>
    );
  return (
    <Link href={entry.href} aria-current={isHere(entry.href, pathname) ? 'page' : undefined}>
      {t(entry.words)}
      {entry.count !== undefined && entry.count > 0 && (
        <>
          <span aria-hidden="true">{entry.count}</span>
          <span className="sr">{t(appWords.waiting, { count: entry.count })}</span>
        </>
      )}
    </Link>
  );
}

function AddButton({ label, sheet }: { readonly label: string; readonly sheet: string }) {
  const openSheet = useOverlay(sheet);
  return (
    <button type="button" className="plus" aria-label={label} aria-haspopup="dialog" onClick={() => openSheet()}>
      <span>
        <Icon name="plus" size={22} />
      </span>
    </button>
  );
}
