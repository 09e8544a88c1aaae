import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { homeWords } from './home.words.ts';
import './home.css';

// Each home comes alone: a leader's phone need not load what the office sees.
const LeaderHome = lazy(() => import('./LeaderHome.tsx').then((all) => ({ default: all.LeaderHome })));
const OverviewHome = lazy(() => import('./OverviewHome.tsx').then((all) => ({ default: all.OverviewHome })));
const HelpingPage = lazy(() => import('./HelpingPage.tsx').then((all) => ({ default: all.HelpingPage })));
const RepresentativeHome = lazy(() =>
  import('./RepresentativeHome.tsx').then((all) => ({ default: all.RepresentativeHome })),
);

/** Each role is met by its own first page; who leads and checks finds one's own friends first. */
export function HomePage() {
  return (
    <Suspense fallback={<LoadingRows />}>
      <HomeOfRole />
    </Suspense>
  );
}

function HomeOfRole() {
  const t = useWords();
  const { roles } = useSession();
  if (roles.includes('office') || roles.includes('unitOfficer')) return <OverviewHome />;
  if (roles.includes('leader')) return <LeaderHome checks={roles.includes('checker')} />;
  if (roles.includes('checker')) return <OverviewHome />;
  if (roles.includes('representative')) return <RepresentativeHome />;
  if (roles.includes('secretary')) return <HelpingPage />;
  if (roles.includes('handler')) return <ToDesk />;
  return (
    <Page title={t(homeWords.title)} lead={t(homeWords.nobodyLead)} width="narrow">
      <Empty lead={t(homeWords.nobodyText)} />
    </Page>
  );
}

/** Whoever only answers has no other first page than their desk. */
function ToDesk() {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ href: paths.desk('lead'), replace: true });
  }, [router]);
  return <LoadingRows />;
}
