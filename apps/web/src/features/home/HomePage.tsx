import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { homeWords } from './home.words.ts';
import { LeaderHome } from './LeaderHome.tsx';
import { OverviewHome } from './OverviewHome.tsx';
import { RepresentativeHome } from './RepresentativeHome.tsx';
import './home.css';

/** Each role is met by its own first page; who leads and checks finds one's own friends first. */
export function HomePage() {
  const t = useWords();
  const { roles } = useSession();
  if (roles.includes('office') || roles.includes('unitOfficer')) return <OverviewHome />;
  if (roles.includes('leader')) return <LeaderHome checks={roles.includes('checker')} />;
  if (roles.includes('checker')) return <OverviewHome />;
  if (roles.includes('representative')) return <RepresentativeHome />;
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
