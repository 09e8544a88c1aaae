import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/session.tsx';
import { Link } from '../../kit/Link.tsx';
import { tabsWords } from './tabs.words.ts';

const TABS = [
  { name: 'roster', href: paths.pairings(), opens: 'pairing.roster' },
  { name: 'proposals', href: paths.proposals(), opens: 'pairing.listProposals' },
  { name: 'board', href: paths.pairingBoard(), opens: 'pairing.listDrafts' },
  { name: 'renewal', href: paths.renewal(), opens: 'pairing.readRenewal' },
  { name: 'adjustments', href: paths.adjustments(), opens: 'pairing.listAdjustments' },
  { name: 'offices', href: paths.offices(), opens: 'pairing.listOffices' },
  { name: 'coverage', href: paths.coverage(), opens: 'pairing.readCoverage' },
] as const;

/** The rooms within pairing, for those who have more than the roster to look at. */
export function PairingTabs({ here }: { readonly here: (typeof TABS)[number]['name'] }) {
  const t = useWords();
  const may = useMay();
  const open = TABS.filter((tab) => may(tab.opens));
  if (open.length < 2) return null;
  return (
    <nav className="tab pairing-tabs no-print" aria-label={t(tabsWords.label)}>
      {open.map((tab) => (
        <Link key={tab.name} href={tab.href} aria-current={tab.name === here ? 'page' : undefined}>
          {t(tabsWords[tab.name])}
        </Link>
      ))}
    </nav>
  );
}
