import { listActs, listDelegations, type ShownDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay, sayMoment, sayTime } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { delegateWords } from './delegate.words.ts';
import { DelegationLine } from './DelegationLine.tsx';
import { GiveSheet } from './GiveDelegation.tsx';
import './delegate.css';

/** Who may act in whose name; a leader sees their own, the office all of them. */
export function DelegationsPage() {
  const t = useWords();
  const { roles, person } = useSession();
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const show = search['show'] === 'all' ? 'all' : 'open';
  const [giving, setGiving] = useState(false);
  const list = useCall(listDelegations, { query: { show } }, { keepPrevious: true });
  const office = roles.includes('office');
  const items = list.data?.items ?? [];
  const leadOf = () => {
    const waiting = items.filter((one) => one.standing === 'asked');
    if (office)
      return items.length === 0
        ? t(delegateWords.leadOfficeNone)
        : t(delegateWords.leadOffice, { count: list.data?.total ?? 0, waiting: waiting.length });
    const mine = waiting.filter((one) => one.leader.id === person.id);
    if (mine.length > 0) return t(delegateWords.leadWaits, { count: mine.length });
    const names = items.flatMap((one) =>
      one.leader.id === person.id && one.standing === 'running' ? [one.delegate.name] : [],
    );
    return names.length === 0
      ? t(delegateWords.leadNobody)
      : t(delegateWords.leadOne, { names: names.join(t(kitWords.and)) });
  };
  return (
    <Page
      title={t(delegateWords.title)}
      lead={list.data ? leadOf() : <span className="sr">{t(delegateWords.title)}</span>}
      sub={t(delegateWords.sub)}
      width="narrow"
      back={{ href: paths.me(), label: t(delegateWords.title) }}
      actions={
        may('delegation.give') && (
          <Button {...(items.length === 0 && { look: 'primary' as const })} onClick={() => setGiving(true)}>
            {t(office ? delegateWords.giveFor : delegateWords.give)}
          </Button>
        )
      }
    >
      <Answer of={list} loading={{ rows: 3, height: 96 }}>
        {(reply) => <Lists items={reply.items} office={office} own={person.id} />}
      </Answer>
      <p className="delegation-more">
        <button
          type="button"
          className="link"
          onClick={() => setSearch({ show: show === 'all' ? undefined : 'all' }, { replace: true })}
        >
          {t(show === 'all' ? delegateWords.showOpen : delegateWords.showAll)}
        </button>
      </p>
      {may('delegation.listActs') && <Acts />}
      {giving && <GiveSheet forOthers={office} onClose={() => setGiving(false)} />}
    </Page>
  );
}

type ListsProps = { readonly items: readonly ShownDelegation[]; readonly office: boolean; readonly own: string };

function Lists({ items, office, own }: ListsProps) {
  const mine = items.filter((one) => one.leader.id === own);
  const lent = items.filter((one) => one.delegate.id === own);
  if (office) return <Part title={delegateWords.title} none={delegateWords.noneAll} items={items} both />;
  return (
    <>
      <Part title={delegateWords.mine} none={delegateWords.noneMine} items={mine} both={false} />
      {lent.length > 0 && <Part title={delegateWords.lent} none={delegateWords.noneAll} items={lent} both={false} />}
    </>
  );
}

type PartProps = {
  readonly title: Words;
  readonly none: Words;
  readonly items: readonly ShownDelegation[];
  readonly both: boolean;
};

function Part({ title, none, items, both }: PartProps) {
  const t = useWords();
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(title)}</h2>
      </div>
      {items.length === 0 ? (
        <p className="muted">{t(none)}</p>
      ) : (
        <ul className="delegations">
          {items.map((one) => (
            <DelegationLine key={`${one.id} ${one.version}`} one={one} both={both} />
          ))}
        </ul>
      )}
    </section>
  );
}

const ACTS: Readonly<Record<string, Words>> = {
  log: delegateWords.actLog,
  merge: delegateWords.actMerge,
  undo: delegateWords.actUndo,
  pick: delegateWords.actAnswer,
  offer: delegateWords.actAnswer,
  attach: delegateWords.actAttach,
  detach: delegateWords.actDetach,
  register: delegateWords.actMatter,
  read: delegateWords.actRead,
};

/** From the audit, in words: who did what in my name, and when. */
function Acts() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const acts = useCall(listActs, { query: {} });
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(delegateWords.acts)}</h2>
      </div>
      <Answer of={acts} loading={{ rows: 2, height: 44 }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t(delegateWords.noActs)}</p>
          ) : (
            <ul className="delegations">
              {items.map((act) => {
                const at = new Date(act.at);
                const on = act.on === null ? '' : sayDay(act.on, { language, today });
                return (
                  <li key={`${act.at} ${act.action} ${act.subjectKind}`}>
                    <p className="grow">
                      {act.name} {t(ACTS[act.action] ?? delegateWords.actOther, { on })}
                    </p>
                    <span className="meta">
                      {sayMoment(dateInZone(at, zone), sayTime(at, zone), { language, today })}
                    </span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
