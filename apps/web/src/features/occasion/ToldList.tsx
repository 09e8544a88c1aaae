import { listOccasions, type OccasionShown } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { TASK_STATE_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { OCCASION_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { StateChip, type StateChipProps } from '../../kit/StateChip.tsx';
import { toldWords } from './told.words.ts';
import { kindOf, standsOf, toldBy } from './say-occasion.ts';

const SHOWS = ['open', 'all'] as const;
type Show = (typeof SHOWS)[number];

/** What was told of friends, those that press first. Of hardship and illness only that it is there. */
export function ToldList() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const show = SHOWS.find((one) => one === search['show']) ?? 'open';
  const list = useCall(listOccasions, { query: { show, limit: 100 } }, { keepPrevious: true });
  return (
    <section>
      <div className="sec">
        <h2 id="told-title">{t(toldWords.title)}</h2>
      </div>
      <ChoiceChips
        labelledBy="told-title"
        options={SHOWS.map((value) => ({ value, label: t(value === 'open' ? toldWords.waiting : toldWords.all) }))}
        value={show}
        onChange={(next: Show) => setSearch({ show: next })}
      />
      <Answer of={list} loading={{ rows: 3, height: 60 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(show === 'open' ? toldWords.none : toldWords.noneAll)} />
          ) : (
            <ul className="told-lines">
              {items.map((one) => (
                <ToldLine key={one.id} occasion={one} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

const SHAPES: Readonly<Record<OccasionShown['state'], StateChipProps['state']>> = {
  open: 'onTrack',
  due: 'due',
  late: 'late',
  done: 'met',
  declined: 'excused',
  withdrawn: 'excused',
};

export function TaskChip({ occasion }: { readonly occasion: OccasionShown }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { state, dueOn, dueIsLocal } = occasion;
  const waits = state === 'open' || state === 'due';
  return (
    <span className="task-chip">
      <StateChip
        state={SHAPES[state]}
        word={
          waits && dueOn !== null
            ? t(toldWords.dueBy, { day: sayDay(dueOn, { language, today }) })
            : t(TASK_STATE_WORDS[state])
        }
      />
      {dueIsLocal && (waits || state === 'late') && <ClauseMark local />}
    </span>
  );
}

export function ToldLine({ occasion, own }: { readonly occasion: OccasionShown; readonly own?: boolean }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person: reader } = useSession();
  const open = useOverlay(OCCASION_SHEET);
  const saying = { language, today, self: reader.id };
  const kind = kindOf(occasion, saying);
  return (
    <li>
      <button type="button" onClick={() => open(occasion.id)}>
        <span className="grow">
          <span className="strong">
            {own ? kind : t(toldWords.aboutOf, { person: occasion.person.name, kind })}
            {occasion.words !== null && <span className="voice told-gist">{occasion.words}</span>}
          </span>
          <span className="muted">
            {toldBy(occasion, saying)}
            {language === 'zh' ? '；' : '; '}
            {standsOf(occasion, saying)}
          </span>
        </span>
        <TaskChip occasion={occasion} />
      </button>
    </li>
  );
}
