import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/session.tsx';
import { Link } from '../../kit/Link.tsx';
import { yearWords } from './year.words.ts';

const TABS = [
  { name: 'pairsTab', href: paths.year(), opens: 'interaction.readYear' },
  { name: 'monthsTab', href: paths.yearMonths(), opens: 'interaction.readHeat' },
  { name: 'agendaTab', href: paths.agenda(), opens: 'interaction.readAgenda' },
  { name: 'searchTab', href: paths.talkSearch(), opens: 'interaction.searchTexts' },
] as const;

/** The year from four sides: pair by pair, month by month, what is coming, what was said. */
export function YearTabs({ here }: { readonly here: (typeof TABS)[number]['name'] }) {
  const t = useWords();
  const may = useMay();
  // Whoever keeps in touch with nobody looks for words alone.
  const open = may('interaction.readYear') ? TABS.filter((tab) => may(tab.opens)) : [];
  if (open.length < 2) return null;
  return (
    <nav className="tab year-tabs no-print" aria-label={t(yearWords.tabs)}>
      {open.map((tab) => (
        <Link key={tab.name} href={tab.href} aria-current={tab.name === here ? 'page' : undefined}>
          {t(yearWords[tab.name])}
        </Link>
      ))}
    </nav>
  );
}
