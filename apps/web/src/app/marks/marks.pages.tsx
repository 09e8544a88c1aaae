import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { lazy, Suspense } from 'react';
import { BoardLine, BoardNumber, BoardSection } from '../../kit/BoardNumber.tsx';
import { CellPeek } from '../../kit/CellPeek.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { ErrorNote } from '../../kit/ErrorNote.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Legend } from '../../kit/Legend.tsx';
import { Link } from '../../kit/Link.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { OfflineWords } from '../../kit/OfflineLine.tsx';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { MARK_STATES } from '../../kit/state.ts';
import { GLYPH_KINDS } from '../../kit/strip.ts';
import { TermBar } from '../../kit/TermBar.tsx';
import { YearRing } from '../../kit/YearRing.tsx';
import { YearStrip, YearStripHead } from '../../kit/YearStrip.tsx';
import { useWords } from '../language.tsx';
import { LookControl } from '../LookControl.tsx';
import { useTitle } from '../page.tsx';
import { paths } from '../paths.ts';
import { MarksForms } from './MarksForms.tsx';
import { MarksLines } from './MarksLines.tsx';
import { MarksSection } from './MarksSection.tsx';
import { marksColours, marksNames, marksWords } from './marks.words.ts';
import './marks.css';

const LargeParts = lazy(() => import('./LargeParts.tsx'));
const today = plainDate('2026-11-23');
const on = plainDate;

export { CardsPage } from './CardsPage.tsx';
export { FramePage } from './FramePage.tsx';

export function MarksPage() {
  const t = useWords();
  useTitle(t(marksWords.title));
  return (
    <main className="marks">
      <h1 className="voice">{t(marksWords.title)}</h1>
      <MarksSection title={t(marksWords.colours)}>
        <div className="swatches">
          {Object.entries(marksColours).map(([name, word]) => (
            <div key={name}>
              <div style={{ background: `var(--${name})` }} />
              <div className="meta">{t(word)}</div>
            </div>
          ))}
        </div>
      </MarksSection>
      <MarksSection title={t(marksWords.states)}>
        <div className="two">
          {MARK_STATES.map((state) => (
            <div key={state}>
              <StateChip state={state} />
            </div>
          ))}
        </div>
        <Legend items={GLYPH_KINDS.map((kind) => ({ kind, label: t(marksWords[kind]) }))} />
        <div className="row">
          <ClauseMark clause="8.2" />
          <ClauseMark local />
          <Kbd>Ctrl K</Kbd>
        </div>
      </MarksSection>
      <MarksSection title={t(marksWords.line)}>
        <div className="stack">
          <div className="strips desk-only">
            <YearStripHead month={11} />
            <YearStrip
              today={today}
              sentence={t(marksWords.stripSentence)}
              marks={[
                { on: on('2026-02-03'), kind: 'visit' },
                { on: on('2026-10-21'), kind: 'talk' },
                { on: on('2026-11-22'), kind: 'request' },
              ]}
            />
            <YearStrip
              today={today}
              sentence={t(marksWords.lateSentence)}
              due={on('2026-10-31')}
              marks={[{ on: on('2026-05-13'), kind: 'event' }]}
            />
            <YearStrip
              today={today}
              sentence={t(marksWords.soonSentence)}
              due={on('2026-12-15')}
              marks={[
                { on: on('2026-09-13'), kind: 'visit' },
                { on: on('2026-09-20'), kind: 'talk' },
                { on: on('2026-11-26'), kind: 'planned' },
              ]}
            />
            <YearStrip
              today={today}
              sentence={t(marksWords.excusedSentence)}
              excused={{ from: on('2026-03-01'), until: null }}
              marks={[{ on: on('2026-01-13'), kind: 'talk' }]}
            />
          </div>
          <YearStrip
            fluid
            today={today}
            sentence={t(marksWords.stripSentence)}
            marks={[
              { on: on('2026-02-03'), kind: 'visit' },
              { on: on('2026-10-21'), kind: 'talk' },
              { on: on('2026-11-22'), kind: 'request' },
            ]}
          />
        </div>
      </MarksSection>
      <MarksLines />
      <MarksForms />
      <MarksSection title={t(marksWords.empty)}>
        <Empty lead={t(marksWords.noMatters)}>
          {t(marksWords.noMattersText)}
          <Link href={paths.marks()}>{t(marksWords.log)}</Link>
        </Empty>
      </MarksSection>
      <MarksSection title={t(marksWords.loading)}>
        <LoadingRows doing={t(marksWords.checking)} onCancel={() => undefined} />
      </MarksSection>
      <MarksSection title={t(marksWords.trouble)}>
        <OfflineWords online={false} pending={2} say={t} />
        <ErrorNote requestId="7f3a" at="9:12" onRetry={() => undefined} />
      </MarksSection>
      <MarksSection title={t(marksWords.people)}>
        <PersonLine
          person={{ name: t(marksNames.shan), unit: t(marksWords.hospital) }}
          standings={[t(marksWords.standing)]}
          avatar
        />
        <PersonLine
          person={{ name: t(marksNames.du), unit: t(marksWords.pharmacy) }}
          standings={[t(marksWords.standing)]}
          disambiguate
          href={paths.marks()}
        />
        <div className="rings">
          <YearRing name={t(marksNames.shan)} done={0} required={1} aim={2} state="due" />
          <YearRing name={t(marksNames.feng)} done={2} required={1} aim={2} state="met" />
          <YearRing name={t(marksNames.lin)} done={1} required={1} aim={2} state="met" />
          <YearRing name={t(marksNames.luo)} done={0} required={1} aim={2} state="late" />
        </div>
        <TermBar
          name={t(marksWords.term)}
          from="2021-12"
          until="2027-01-01"
          source={t(marksWords.source)}
          today={today}
        />
        <TermBar name={t(marksWords.term2)} from="2022-03" until="2027-03" today={today} />
      </MarksSection>
      <MarksSection title={t(marksWords.numbers)}>
        <div className="board">
          <BoardSection
            title={
              <>
                {t(marksWords.numbers)} <ClauseMark clause="5" />
              </>
            }
          >
            <BoardNumber count={77} of={83} unit={t(marksWords.paired)} href={paths.marks()} />
            <div className="lines">
              <BoardLine label={<StateChip state="late" />} value={t(marksWords.latePairs)} href={paths.marks()} hot />
              <BoardLine label={t(marksWords.two)} value={t(marksWords.twoValue)} href={paths.marks()} />
              <BoardLine label={<StateChip state="excused" />} value={t(marksWords.latePairs)} apart />
            </div>
          </BoardSection>
        </div>
      </MarksSection>
      <MarksSection title={t(marksWords.cells)}>
        <CellPeek
          sheet={t(marksWords.sheetName)}
          columns={[
            { letter: 'A', heading: t(marksWords.dateColumn) },
            { letter: 'B', heading: t(marksWords.leaderColumn) },
          ]}
          rows={[
            { number: 151, cells: ['2026/9/7', t(marksNames.lin)] },
            { number: 152, cells: ['2026.2.30', t(marksNames.luo)] },
          ]}
          hot={[{ row: 152, letter: 'A' }]}
        />
      </MarksSection>
      <MarksSection title={t(marksWords.look)}>
        <LookControl />
      </MarksSection>
      <MarksSection title={t(marksWords.heavy)}>
        <Suspense fallback={<LoadingRows />}>
          <LargeParts />
        </Suspense>
      </MarksSection>
    </main>
  );
}
