import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Avatar } from '../../kit/PersonLine.tsx';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { OfflineLine } from '../../kit/OfflineLine.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { appWords } from '../app.words.ts';
import { useWords } from '../language.tsx';
import { LOG_SHEET, WAITING_SHEET, type Navigation } from '../navigation.ts';
import { usePending } from '../offline/pending.ts';
import { useOverlay } from '../Overlays.tsx';
import { paths } from '../paths.ts';
import type { Session } from '../session.tsx';
import { Bar } from './Bar.tsx';
import { isHere } from './is-here.ts';
import { useKey } from './use-key.ts';
import './shell.css';

type ShellProps = { readonly session: Session; readonly navigation: Navigation; readonly children: ReactNode };

export function Shell({ session, navigation, children }: ShellProps) {
  const t = useWords();
  const pathname = useLocation({ select: (location) => location.pathname });
  const main = useRef<HTMLElement>(null);
  // Remembers the page on which the menu was opened: going to another page closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const openMenu = () => setOpenAt(pathname);

  // A reader of the screen hears the new page; the first page is left to the browser.
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) main.current?.focus({ preventScroll: true });
      }),
    [router],
  );

  const add = navigation.bar.find((entry) => entry.kind === 'add');
  const addSheet = useOverlay(add?.sheet ?? LOG_SHEET);
  const waitingSheet = useOverlay(WAITING_SHEET);
  const pending = usePending();
  useKey('n', add ? addSheet : undefined);

  const rail = <RailContent session={session} navigation={navigation} pathname={pathname} />;
  return (
    <>
      <a className="skip" href="#main">
        {t(appWords.skip)}
      </a>
      <div className="desk">
        <aside className="rail">{rail}</aside>
        <div>
          <div className="folded">
            <span className="mark">{t(appWords.name)}</span>
            <span>{session.institution.name}</span>
            <Button onClick={openMenu} aria-haspopup="dialog">
              <Icon name="menu" size={16} />
              {t(appWords.menu)}
            </Button>
          </div>
          <main className="main" id="main" ref={main} tabIndex={-1}>
            <OfflineLine pending={pending} onOpen={() => waitingSheet()} />
            {children}
          </main>
        </div>
      </div>
      <Bar entries={navigation.bar} pathname={pathname} onMenu={openMenu} />
      {openAt === pathname && (
        <Sheet title={t(appWords.menu)} onClose={() => setOpenAt(null)}>
          <div className="rail">{rail}</div>
        </Sheet>
      )}
    </>
  );
}

type RailContentProps = { readonly session: Session; readonly navigation: Navigation; readonly pathname: string };

function RailContent({ session, navigation, pathname }: RailContentProps) {
  const t = useWords();
  const { person } = session;
  return (
    <>
      <Link className="mark" href={paths.home()}>
        {t(appWords.name)}
      </Link>
      <div className="house">{session.institution.name}</div>
      <nav aria-label={t(appWords.mainNav)}>
        {navigation.rail.map((group) => (
          <ul key={group[0]?.href}>
            {group.map((entry) => (
              <li key={entry.href}>
                <Link href={entry.href} aria-current={isHere(entry.href, pathname) ? 'page' : undefined}>
                  {t(entry.words)}
                  {entry.count !== undefined && entry.count > 0 && <span>{entry.count}</span>}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <Link className="me" href={navigation.me} aria-current={isHere(navigation.me, pathname) ? 'page' : undefined}>
        <Avatar name={person.name} />
        <div>
          <div>{person.name}</div>
          <div className="meta">{person.title ?? person.unit}</div>
        </div>
      </Link>
    </>
  );
}
