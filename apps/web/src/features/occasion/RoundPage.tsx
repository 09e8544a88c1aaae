import { readRound, withdrawRound } from '@zhengyou/domain/occasion/round.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { occasionWords } from './occasion.words.ts';
import { RosterList } from './RosterList.tsx';
import { TickBar } from './TickBar.tsx';
import { TickHistory } from './TickHistory.tsx';
import { useTicks } from './use-ticks.ts';
import './occasion.css';

export type RoundRoster = ReplyOf<typeof readRound>;

const SHOWS = ['all', 'left'] as const;
type Show = (typeof SHOWS)[number];

/** The roster of a festival round: who is visited by whom, when it was, a day that suits; ticked together. */
export function RoundPage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const roundId = usePathParam('roundId');
  const { search } = useSearchState();
  const show: Show = search['show'] === 'left' ? 'left' : 'all';
  const [unit, leader] = [findId(search['unit']), findId(search['leader'])];
  const round = useCall(
    readRound,
    {
      params: { roundId: roundId as Id }, // the address carries it
      query: { show, ...(unit && { unit }), ...(leader && { leader }) },
    },
    { keepPrevious: true },
  );
  const { data } = round;
  const festival = data ? t(data.name) : '';
  return (
    <Page
      title={data ? t(occasionWords.roundTitle, { festival }) : t(occasionWords.title)}
      back={{ href: paths.occasions(), label: t(occasionWords.title) }}
      lead={data && t(occasionWords.roundLead, { festival, pairs: data.pairs, visited: data.visited })}
      sub={
        data && (
          <>
            {t(occasionWords.roundSub, {
              festival,
              day: sayDay(data.on, { language, today }),
              from: sayDay(data.from, { language, today }),
              last: sayDay(addDays(data.until, -1), { language, today }),
            })}{' '}
            <ClauseMark clause={data.clause} />
          </>
        )
      }
      actions={
        data &&
        data.pairs > 0 && (
          <LinkButton href={paths.roundPrint(data.id, { ...(unit && { unit }), ...(leader && { leader }) })}>
            {t(occasionWords.print)}
          </LinkButton>
        )
      }
    >
      <Answer of={round} loading={{ rows: 8, height: 52 }}>
        {(reply) => <RoundBody key={reply.id} round={reply} show={show} unit={unit} />}
      </Answer>
    </Page>
  );
}

type RoundBodyProps = { readonly round: RoundRoster; readonly show: Show; readonly unit: Id | undefined };

function RoundBody({ round, show, unit }: RoundBodyProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { setSearch } = useSearchState();
  const { today } = useSession();
  const ticks = useTicks(round);
  const begun = round.state !== 'ahead';
  return (
    <div className="round">
      <div className="chips round-filters">
        <ChoiceChips
          label={t(occasionWords.which)}
          options={SHOWS.map((value) => ({
            value,
            label: t(value === 'all' ? occasionWords.all : occasionWords.left),
          }))}
          value={show}
          onChange={(next: Show) => setSearch({ show: next === 'all' ? undefined : next })}
        />
        {round.units.length > 1 && (
          <SelectChip
            label={t(occasionWords.unit)}
            all={t(occasionWords.allUnits)}
            value={unit ?? ''}
            options={round.units.map((one) => ({ value: one.id as string, label: `${one.name} ${one.pairs}` }))}
            onChange={(next) => setSearch({ unit: next === '' ? undefined : next })}
          />
        )}
      </div>
      {!begun && (
        <p className="muted round-note">{t(occasionWords.begins, { day: sayDay(round.from, { language, today }) })}</p>
      )}
      {round.state === 'over' && round.can.includes('tick') && (
        <p className="muted round-note">{t(occasionWords.over)}</p>
      )}
      {round.estimated && <p className="muted round-note">{t(occasionWords.estimated, { year: yearOf(round.on) })}</p>}
      {round.leaders.length === 0 ? (
        <Empty lead={t(show === 'left' && round.pairs > 0 ? occasionWords.allVisited : occasionWords.nobody)} />
      ) : (
        <RosterList round={round} ticks={ticks} />
      )}
      {round.can.includes('tick') && ticks.left > 0 && <TickBar round={round} ticks={ticks} />}
      {round.ticks.length > 0 && <TickHistory round={round} />}
      {round.can.includes('withdraw') && <Withdraw round={round} />}
    </div>
  );
}

/** Opened by mistake: gone again, while nothing was ticked. */
function Withdraw({ round }: { readonly round: RoundRoster }) {
  const t = useWords();
  const router = useRouter();
  const withdraw = useChange(withdrawRound);
  const [sure, setSure] = useState(false);
  return (
    <p className="round-withdraw no-print">
      <Button
        small
        look="quiet"
        busy={withdraw.isPending}
        onClick={() =>
          sure
            ? withdraw.mutate(
                { params: { roundId: round.id }, ifMatch: round.version },
                { onSuccess: () => void router.navigate({ href: paths.occasions(), replace: true }) },
              )
            : setSure(true)
        }
      >
        {t(sure ? occasionWords.withdrawSure : occasionWords.withdraw)}
      </Button>
      {withdraw.isError && <CallErrorNote error={withdraw.error} />}
    </p>
  );
}
