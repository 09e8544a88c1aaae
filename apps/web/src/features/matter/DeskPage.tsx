import { DESK_VIEWS, listDesk } from '@zhengyou/domain/matter/desk.contract.ts';
import { readMatter } from '@zhengyou/domain/matter/matter.contract.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { useTitle } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { useDesk } from '../../kit/media.ts';
import { CaseQueue } from './CaseQueue.tsx';
import { CaseWork } from './CaseWork.tsx';
import { deskViewWords, deskWords } from './desk.words.ts';
import { useListKeys } from './use-list-keys.ts';
import './desk.css';
import './matter.css';

export type DeskView = (typeof DESK_VIEWS)[number];
const isView = (text: string): text is DeskView => (DESK_VIEWS as readonly string[]).includes(text);

export function DeskPage() {
  const view = usePathParam('view');
  return isView(view) ? <Desk key={view} view={view} /> : <NotFoundPage />;
}

/** The queue by the next clock, the case, and what helps. Narrower than a desk, the case is a page of its own. */
function Desk({ view }: { readonly view: DeskView }) {
  const t = useWords();
  const wide = useDesk();
  const router = useRouter();
  const { search } = useSearchState();
  useTitle(t(deskViewWords[view]));
  const queue = useCall(listDesk, { query: { view, limit: 100 } }, { keepPrevious: true });
  const items = queue.data?.items;
  const ids = useMemo(() => (items ?? []).map(({ id }) => id as string), [items]);
  const asked = findId(search['matter']);
  // At a desk the first case lies open already.
  const shown = asked ?? (wide ? items?.[0]?.id : undefined);
  const open = useCallback(
    (id: string) => void router.navigate({ href: paths.desk(view, { matter: id }), resetScroll: false }),
    [router, view],
  );
  const { selected } = useListKeys(ids, open, shown);
  const list = (
    <Answer of={queue} loading={{ rows: 5, height: 60 }}>
      {(reply) => <CaseQueue view={view} reply={reply} shown={shown} selected={selected} />}
    </Answer>
  );
  if (!wide && asked !== undefined)
    return (
      <div className="case-desk">
        <Link className="case-back" href={paths.desk(view)}>
          <Icon name="back" size={20} />
          {t(deskWords.toQueue)}
        </Link>
        <Case key={asked} id={asked} />
      </div>
    );
  return (
    <div className="case-desk">
      <section className="case-queue">
        <h1>{t(deskViewWords[view])}</h1>
        {list}
      </section>
      {wide && (shown ? <Case key={shown} id={shown} /> : <Nothing loaded={items !== undefined} />)}
    </div>
  );
}

function Case({ id }: { readonly id: Id }) {
  const matter = useCall(readMatter, { params: { matterId: id } });
  return matter.data ? (
    <CaseWork line={matter.data} />
  ) : (
    <div className="case-work">
      <Answer of={matter} loading={{ rows: 6, height: 56 }}>
        {() => null}
      </Answer>
    </div>
  );
}

function Nothing({ loaded }: { readonly loaded: boolean }) {
  const t = useWords();
  return <div className="case-work">{loaded && <Empty lead={t(deskWords.pickText)} />}</div>;
}
