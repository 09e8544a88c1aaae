import { listMatters, MATTER_VIEWS } from '@zhengyou/domain/matter/matter.contract.ts';
import { isFinal, MATTER_KINDS } from '@zhengyou/domain/matter/matter.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { RAISE_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { usePhone } from '../../kit/media.ts';
import { FindField } from './FindField.tsx';
import { listWords, viewWords } from './list.words.ts';
import { MatterRows } from './MatterRows.tsx';
import { matterWords } from './matter.words.ts';
import { raiseWords } from './raise.words.ts';
import { useListKeys } from './use-list-keys.ts';
import './matter.css';

type List = ReplyOf<typeof listMatters>;
type View = (typeof MATTER_VIEWS)[number];
type Kind = (typeof MATTER_KINDS)[number];
const isView = (text: string | undefined): text is View =>
  (MATTER_VIEWS as readonly (string | undefined)[]).includes(text);
const isKind = (text: string | undefined): text is Kind =>
  (MATTER_KINDS as readonly (string | undefined)[]).includes(text);

const EACH = 50;

export function MattersPage() {
  const t = useWords();
  const { roles } = useSession();
  const { search } = useSearchState();
  const phone = usePhone();
  const may = useMay();
  const openRaise = useOverlay(RAISE_SHEET);
  const keeps = roles.includes('office') || roles.includes('unitOfficer');
  const checks = roles.includes('checker');
  const proposes = roles.includes('representative') && !keeps;
  const leads = roles.includes('leader') && !keeps && !checks;
  const start: View = proposes || (roles.includes('leader') && !keeps) ? 'mine' : 'open';
  const view = isView(search['view']) ? search['view'] : start;
  const [limit, setLimit] = useState(EACH);
  const kind = search['kind'];
  const lead = findId(search['lead']);
  const list = useCall(
    listMatters,
    {
      query: {
        view,
        limit,
        ...(isKind(kind) && { kind }),
        ...(lead && { lead }),
        ...(search['q'] && { q: search['q'] }),
      },
    },
    { keepPrevious: true },
  );
  const { data } = list;
  const narrow = !keeps && !checks;
  const title = t(proposes ? matterWords.mine : matterWords.matters);
  return (
    <Page
      title={title}
      lead={
        data ? (
          <Lead list={data} proposes={proposes} leads={view === 'mine' || view === 'waitsOnMe'} />
        ) : (
          <span className="sr">{title}</span>
        )
      }
      actions={
        <>
          {may('matter.listAskAgain') && (
            <LinkButton look="text" href={paths.asking()}>
              {t(listWords.toAsking)}
            </LinkButton>
          )}
          {/* On a phone the bar has it. */}
          {!(phone && proposes) && data?.can.includes('raise') && (
            <Button {...(proposes && { look: 'primary' as const })} onClick={() => openRaise()}>
              {t(raiseWords.raise)}
            </Button>
          )}
        </>
      }
      {...(narrow && { width: 'narrow' as const })}
    >
      <Answer of={list} loading={{ rows: 6, height: 64 }}>
        {(reply) => (
          <>
            {(!narrow || (leads && !proposes)) && <Filters list={reply} view={view} narrow={narrow} />}
            {reply.items.length === 0 ? (
              <Nothing
                proposes={proposes}
                leads={view === 'mine' || view === 'waitsOnMe'}
                filtered={Boolean(search['q'] ?? kind)}
              />
            ) : (
              <Rows list={reply} wide={!narrow} onMore={() => setLimit(Math.min(200, limit + EACH))} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Rows({ list, wide, onMore }: { readonly list: List; readonly wide: boolean; readonly onMore: () => void }) {
  const t = useWords();
  const router = useRouter();
  const ids = useMemo(() => list.items.map(({ id }) => id as string), [list]);
  const open = useCallback((id: string) => void router.navigate({ href: paths.matter(id) }), [router]);
  const { selected } = useListKeys(ids, open);
  const more = list.total - list.items.length;
  return (
    <>
      <MatterRows items={list.items} wide={wide} selected={selected} />
      {more > 0 && list.items.length < 200 && (
        <button type="button" className="link matter-more" onClick={onMore}>
          {t(listWords.more, { count: more })}
        </button>
      )}
    </>
  );
}

type LeadProps = { readonly list: List; readonly proposes: boolean; readonly leads: boolean };

function Lead({ list, proposes, leads }: LeadProps) {
  const t = useWords();
  const { counts, items } = list;
  if (proposes) {
    const asks = items.filter(({ asksMe }) => asksMe).length;
    const open = items.filter((item) => !isFinal(item.status) && !item.asksMe).length;
    if ((counts.mine ?? list.total) === 0) return t(listWords.leadMineNone);
    if (asks > 0) return t(listWords.leadMineAsks, { asks, open });
    return open > 0 ? t(listWords.leadMineOpen, { open }) : t(listWords.leadMineQuiet);
  }
  if (counts.open === undefined && leads)
    return t(list.total === 0 ? listWords.leadLeaderNone : listWords.leadLeader, { count: list.total });
  const facts = { open: counts.open ?? 0, late: counts.late ?? 0 };
  if ((counts.all ?? 1) === 0) return t(listWords.leadNone);
  return t(facts.late > 0 ? listWords.leadLate : listWords.leadOpen, facts);
}

type FiltersProps = { readonly list: List; readonly view: View; readonly narrow: boolean };

function Filters({ list, view, narrow }: FiltersProps) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const { counts } = list;
  // What waits for nobody is not there today.
  const views = MATTER_VIEWS.filter(
    (each) => (counts[each] ?? 0) > 0 || each === view || (each === 'open' && counts.open !== undefined),
  );
  return (
    <div className="row wrap filters">
      <ChoiceChips
        label={t(listWords.view)}
        fit="scroll"
        options={views.map((value) => ({
          value,
          label: t(listWords.withCount, { name: t(viewWords[value]), count: counts[value] ?? 0 }),
        }))}
        value={view}
        onChange={(chosen) => setSearch({ view: chosen })}
      />
      {!narrow && (
        <div className="row matter-narrow">
          <SelectChip
            label={t(listWords.kind)}
            all={t(listWords.anyKind)}
            value={(search['kind'] ?? '') as Kind | ''}
            options={MATTER_KINDS.map((value) => ({ value, label: t(MATTER_KIND_WORDS[value]) }))}
            onChange={(kind) => setSearch({ kind })}
          />
          <FindField label={t(listWords.find)} />
        </div>
      )}
    </div>
  );
}

type NothingProps = { readonly proposes: boolean; readonly leads: boolean; readonly filtered: boolean };

function Nothing({ proposes, leads, filtered }: NothingProps) {
  const t = useWords();
  if (filtered) return <Empty lead={t(listWords.emptyFound)} />;
  if (proposes) return <Empty lead={t(listWords.emptyMine)} />;
  return <Empty lead={t(leads ? listWords.emptyLeader : listWords.emptyView)} />;
}
