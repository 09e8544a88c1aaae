import { useWords } from '../../app/language.tsx';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { Page } from '../../app/page.tsx';
import { paths, withQuery } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { useDesk, usePhone } from '../../kit/media.ts';
import { DirectoryFilters, FindPeople } from './DirectoryFilters.tsx';
import { DirectoryList, DirectoryTable } from './DirectoryTable.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { personWords } from './person.words.ts';
import { RecentMerges } from './RecentMerges.tsx';
import { recordWords } from './record.words.ts';
import { PersonSheets } from './PersonSheets.tsx';
import { PAGE_SIZE, useDirectory, type Directory } from './use-directory.ts';
import './person.css';

/** The directory: who is on the list, by reading; the one who is open stands beside it at a desk. */
export function DirectoryPage() {
  const t = useWords();
  const may = useMay();
  const desk = useDesk();
  const { roles } = useSession();
  const { setSearch } = useSearchState();
  const directory = useDirectory();
  const { filters, list, open } = directory;
  const asLeaders = filters.kind === 'leaders';
  const sees = roles.some((role) => role === 'office' || role === 'checker' || role === 'unitOfficer');
  const counts = directory.counts.data;
  const phrase = counts?.wholeMore ? personWords.subMore : personWords.sub;
  const sub = counts && t(asLeaders ? personWords.subLeaders : phrase, { count: counts.whole });
  const add = may(asLeaders ? 'person.createLeader' : 'person.create');
  return (
    <Page
      title={t(personWords.title)}
      sub={sub}
      width="wide"
      actions={
        <>
          {may('person.list') && <FindPeople directory={directory} />}
          {may('ledger.paste') && !asLeaders && <LinkButton href={paths.paste()}>{t(personWords.paste)}</LinkButton>}
          {add && (
            <Button look="primary" onClick={() => setSearch({ sheet: asLeaders ? 'addLeader' : 'add' })}>
              <Icon name="add" size={16} />
              {t(asLeaders ? recordWords.addLeader : personWords.add)}
            </Button>
          )}
        </>
      }
    >
      {sees && <Kinds asLeaders={asLeaders} />}
      {may('person.list') && <DirectoryFilters directory={directory} />}
      <div className={desk && open ? 'beside' : undefined}>
        <Answer of={list} loading={{ rows: 10, height: 53 }}>
          {() => <Listed directory={directory} />}
        </Answer>
        {desk && open && <PersonPanel key={open} personId={open} onClose={() => setSearch({ person: undefined })} />}
      </div>
      {may('person.listMerges') && <RecentMerges />}
      <PersonSheets person={undefined} />
    </Page>
  );
}

function Kinds({ asLeaders }: { readonly asLeaders: boolean }) {
  const t = useWords();
  return (
    <nav className="tab" aria-label={t(personWords.kind)}>
      <Link href={paths.people()} aria-current={asLeaders ? undefined : 'page'}>
        {t(personWords.representatives)}
      </Link>
      <Link href={withQuery(paths.people(), { kind: 'leaders' })} aria-current={asLeaders ? 'page' : undefined}>
        {t(personWords.leaders)}
      </Link>
    </nav>
  );
}

function Listed({ directory }: { readonly directory: Directory }) {
  const phone = usePhone();
  const desk = useDesk();
  const { search } = useSearchState();
  const { filters, list, open } = directory;
  const asLeaders = filters.kind === 'leaders';
  const people = list.data?.items ?? [];
  if (people.length === 0) return <Nobody directory={directory} />;
  const hrefOf = (personId: string) =>
    desk ? withQuery(paths.people(), { ...search, person: personId }) : paths.person(personId);
  return (
    <div aria-busy={list.isPlaceholderData || undefined}>
      {phone ? (
        <DirectoryList people={people} asLeaders={asLeaders} />
      ) : (
        <DirectoryTable
          people={people}
          asLeaders={asLeaders}
          byStrokes={filters.sort === 'strokes'}
          open={open}
          hrefOf={hrefOf}
        />
      )}
      <Pages directory={directory} />
    </div>
  );
}

function Nobody({ directory }: { readonly directory: Directory }) {
  const t = useWords();
  const may = useMay();
  const { filters } = directory;
  if (directory.filtered || directory.page > 1)
    return (
      <Empty lead={t(personWords.noneFound)}>
        <Link href={withQuery(paths.people(), { kind: filters.kind === 'leaders' ? 'leaders' : undefined })}>
          {t(personWords.clearFilters)}
        </Link>
      </Empty>
    );
  if (!may('person.create')) return <Empty lead={t(personWords.nobodyYours)} />;
  return (
    <Empty lead={t(personWords.nobody)}>
      {may('ledger.list') && <Link href={paths.ledger()}>{t(personWords.nobodyHint)}</Link>}
    </Empty>
  );
}

/** Only where one page does not hold them all. */
function Pages({ directory }: { readonly directory: Directory }) {
  const t = useWords();
  const { search } = useSearchState();
  const { page, list } = directory;
  const total = list.data?.total ?? 0;
  if (total <= PAGE_SIZE) return null;
  const from = (page - 1) * PAGE_SIZE + 1;
  const to = Math.min(total, page * PAGE_SIZE);
  const hrefOf = (next: number) =>
    withQuery(paths.people(), { ...search, person: undefined, page: next > 1 ? next : undefined });
  return (
    <nav className="row wrap pages" aria-label={t(personWords.range, { from, to, total })}>
      <span className="meta">
        {t(list.data?.more ? personWords.rangeMore : personWords.range, { from, to, total })}
      </span>
      {page > 1 && <Link href={hrefOf(page - 1)}>{t(personWords.previous)}</Link>}
      {(to < total || list.data?.more) && <Link href={hrefOf(page + 1)}>{t(personWords.next)}</Link>}
    </nav>
  );
}
