import {
  AGENDA_DAYS,
  AGENDA_KINDS,
  readAgenda,
  type AgendaKind,
} from '@zhengyou/domain/interaction/agenda.contract.ts';
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { addDays, weekdayOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { sayDay, sayDistance } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { GlyphBox } from '../../kit/Glyph.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { STATE_CLASS } from '../../kit/state.ts';
import { StateShape } from '../../kit/StateChip.tsx';
import { Why } from '../../kit/Why.tsx';
import { agendaWords, AGENDA_WORDS } from './agenda.words.ts';
import { YearTabs } from './YearTabs.tsx';
import './year.css';
import './agenda.css';

type Agenda = ReplyOf<typeof readAgenda>;
type Item = Agenda['items'][number];

/** The coming sixty days, week by week; each line opens its record. */
export function AgendaPage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { search } = useSearchState();
  const kind = AGENDA_KINDS.find((one) => one === search['kind']);
  const answer = useCall(
    readAgenda,
    { query: { kind, unit: findId(search['unit']), leader: findId(search['leader']) } },
    { keepPrevious: true },
  );
  return (
    <Page
      width="narrow"
      title={t(agendaWords.title, { days: AGENDA_DAYS })}
      sub={
        answer.data &&
        t(agendaWords.sub, {
          from: sayDay(answer.data.from, { language, today }),
          last: sayDay(answer.data.last, { language, today }),
        })
      }
      actions={
        answer.data &&
        answer.data.items.length > 0 && (
          <span className="no-print agenda-print">
            <Button onClick={() => globalThis.print()}>{t(agendaWords.print)}</Button>
          </span>
        )
      }
    >
      <YearTabs here="agendaTab" />
      <Answer of={answer} loading={{ rows: 8, height: 48 }}>
        {(agenda) => (
          <>
            <AgendaFilters agenda={agenda} kind={kind} />
            {agenda.items.length === 0 ? <Empty lead={t(agendaWords.nothing)} /> : <Weeks agenda={agenda} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function AgendaFilters({ agenda, kind }: { readonly agenda: Agenda; readonly kind: AgendaKind | undefined }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const kinds = AGENDA_KINDS.filter((one) => agenda.byKind[one] !== undefined || one === kind);
  const named = (choice: Agenda['units'][number]) => ({
    value: choice.id as string,
    label: t(agendaWords.choice, { name: choice.name, count: choice.count }),
  });
  return (
    <div className="row wrap year-filters no-print">
      {kinds.length > 1 && (
        <SelectChip
          label={t(agendaWords.kind)}
          all={t(agendaWords.anyKind)}
          value={search['kind'] ?? ''}
          options={kinds.map((one) => ({
            value: one as string,
            label: t(agendaWords.choice, { name: t(AGENDA_WORDS[one]), count: agenda.byKind[one] ?? 0 }),
          }))}
          onChange={(one) => setSearch({ kind: one === '' ? undefined : one })}
        />
      )}
      {(agenda.units.length > 1 || search['unit'] !== undefined) && (
        <SelectChip
          label={t(agendaWords.unit)}
          all={t(agendaWords.anyUnit)}
          value={search['unit'] ?? ''}
          options={agenda.units.map(named)}
          onChange={(unit) => setSearch({ unit: unit === '' ? undefined : unit, leader: undefined })}
        />
      )}
      {(agenda.leaders.length > 1 || search['leader'] !== undefined) && (
        <SelectChip
          label={t(agendaWords.leader)}
          all={t(agendaWords.anyLeader)}
          value={search['leader'] ?? ''}
          options={agenda.leaders.map(named)}
          onChange={(leader) => setSearch({ leader: leader === '' ? undefined : leader })}
        />
      )}
    </div>
  );
}

const mondayOf = (on: PlainDate): PlainDate => addDays(on, 1 - weekdayOf(on));

/** What is overdue first, then week by week from Monday to Sunday. */
function Weeks({ agenda }: { readonly agenda: Agenda }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const groups = Map.groupBy(agenda.items, (item) => (item.on < agenda.from ? 'past' : mondayOf(item.on)));
  const say = (on: PlainDate) => sayDay(on, { language, today });
  const headOf = (group: PlainDate | 'past') => {
    if (group === 'past') return t(agendaWords.past);
    const week = t(agendaWords.week, { from: say(group), last: say(addDays(group, 6)) });
    const first = mondayOf(agenda.from);
    return group === first
      ? t(agendaWords.thisWeek, { week })
      : group === addDays(first, 7)
        ? t(agendaWords.nextWeek, { week })
        : week;
  };
  return [...groups].map(([group, items]) => (
    <section key={group} className="agenda-week">
      <h2>
        {headOf(group)} <span className="muted">{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <AgendaLine key={item.key} item={item} />
        ))}
      </ul>
    </section>
  ));
}

/** A festival is everybody's; a post's end is the leader's; all else is a friend's. */
const hrefOf = ({ kind, person, leader, pairingId }: Item): string | undefined => {
  if (kind === 'festival') return paths.policyCalendar();
  if (kind === 'pairingEnds' && pairingId !== null) return paths.pairing(pairingId);
  if (kind === 'postEnds' && leader !== null) return paths.portfolio(leader.id);
  return person === null ? undefined : paths.friend(person.id);
};

function AgendaLine({ item }: { readonly item: Item }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person: self } = useSession();
  const comma = t(kitWords.comma);
  const { kind, on, person, leader, unit, what, channel, local, clause } = item;
  const href = hrefOf(item);
  const title = person?.name ?? (kind === 'festival' ? what && t(what) : leader?.name) ?? '';
  const rest = [
    person && leader && leader.id !== self.id ? leader.name : undefined,
    unit,
    kind !== 'festival' && what ? t(what) : undefined,
    channel && t(CHANNEL_WORDS[channel]),
  ].filter(Boolean);
  return (
    <li className={kind === 'late' ? 'agenda-late' : undefined}>
      <span className="agenda-day num">
        {sayDay(on, { language, today })}
        <span className="muted">{t(agendaWords.weekday[weekdayOf(on) as keyof typeof agendaWords.weekday])}</span>
      </span>
      <span className="agenda-mark">
        <KindMark kind={kind} />
      </span>
      <span className="agenda-what">
        {href === undefined ? (
          <span className="strong">{title}</span>
        ) : (
          <Link className="plain strong" href={href}>
            {title}
          </Link>
        )}
        {rest.length > 0 && <span className="second">{rest.join(comma)}</span>}
      </span>
      <span className={kind === 'late' ? 'late agenda-kind' : 'muted agenda-kind'}>
        <Why local={local} clause={clause ?? undefined}>
          {t(AGENDA_WORDS[kind])}
          {(kind === 'late' || kind === 'due') && `${comma}${sayDistance(on, { language, today })}`}
        </Why>
      </span>
    </li>
  );
}

/** Talks carry the signs of the year, states their shapes; a term that ends has a plain one. */
function KindMark({ kind }: { readonly kind: AgendaKind }) {
  if (kind === 'planned') return <GlyphBox kind="planned" />;
  if (kind === 'festival') return <GlyphBox kind="visit" />;
  const state = kind === 'late' ? 'late' : kind === 'due' ? 'dueSoon' : kind === 'resumes' ? 'excused' : 'onTrack';
  return (
    <span className={`state ${STATE_CLASS[state]}`}>
      <StateShape state={state} />
    </span>
  );
}
