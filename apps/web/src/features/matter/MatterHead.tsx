import type { ClockShown, MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { NAMED_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { ClockLine } from '../../kit/ClockLine.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { matterWords } from './matter.words.ts';
import { clocksFor, clockState, clockWords, dayIn, isRunning, sentenceOf } from './said-matter.ts';

type HeadProps = { readonly line: MatterLine };
type MetaProps = HeadProps & {
  /** Left out where the number stands above already. */
  readonly numbered?: boolean;
};

/** Number, whom it concerns and whether the name travels; the same for every reader, each with what they may know. */
export function MatterMeta({ line, numbered }: MetaProps) {
  const t = useWords();
  const list = t(matterWords.list);
  const named = t(line.named ? NAMED_WORDS.named : NAMED_WORDS.unnamed);
  const lock =
    line.level === 'proposer'
      ? matterWords.lockProposer
      : line.level === 'handler' || line.level === 'coHandler'
        ? matterWords.lockHandler
        : matterWords.lockOthers;
  const known = line.proposers.map(({ name }) => name);
  return (
    <p className="matter-meta">
      {numbered && (
        <span>{t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[line.kind]), number: line.number })}</span>
      )}
      {line.round > 1 && <span>{t(matterWords.nowRound, { round: line.round })}</span>}
      {line.coHandlers.length > 0 && (
        <span>{t(matterWords.co, { units: line.coHandlers.map(({ shortName }) => shortName).join(list) })}</span>
      )}
      {known.length > 0 && line.level !== 'proposer' && (
        <span>{t(matterWords.proposed, { names: known.join(list), named: named.toLowerCase() })}</span>
      )}
      {!line.named && (known.length === 0 || line.level === 'proposer') && (
        <span>
          <Icon name="lock" size={14} />
          {t(lock)}
        </span>
      )}
      {line.splitFrom && (
        <Link href={paths.matter(line.splitFrom.id)}>
          {t(matterWords.splitFrom, { number: line.splitFrom.number })}
        </Link>
      )}
      {line.mergedInto && (
        <Link href={paths.matter(line.mergedInto.id)}>
          {t(matterWords.mergedInto, { number: line.mergedInto.number })}
        </Link>
      )}
      {line.mergedFrom.length > 0 && (
        <span>{t(matterWords.alsoOf, { numbers: line.mergedFrom.map(({ number }) => number).join(list) })}</span>
      )}
    </p>
  );
}

/** The one sentence, with every clock under it: those that run, and, folded, those that are over. */
export function MatterState({ line }: HeadProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const reader = { language, today };
  const { running, over } = clocksFor(line);
  const shown = (clock: ClockShown) => ({
    key: `${clock.clock} ${clock.unit?.id ?? ''} ${clock.startedOn}`,
    state: clockState(clock),
    over: !isRunning(clock),
    words: (
      <>
        {clockWords(clock, reader)}{' '}
        {isRunning(clock) &&
          (clock.clause !== null ? <ClauseMark clause={clock.clause} /> : clock.local && <ClauseMark local />)}
      </>
    ),
  });
  return (
    <>
      <ClockLine
        label={t(matterWords.clocks)}
        sentence={<Sentence text={sentenceOf(line, reader)} day={dayIn(line, reader)} />}
        clocks={running.map(shown)}
      />
      {over.length > 0 && (
        <details className="matter-aside">
          <summary>{t(matterWords.clocksOver, { count: over.length })}</summary>
          <ClockLine label={t(matterWords.clocks)} clocks={over.map(shown)} />
        </details>
      )}
    </>
  );
}

/** Turns at its commas; the day that is promised stands out. */
function Sentence({ text, day }: { readonly text: string; readonly day: string | undefined }) {
  const at = day === undefined ? -1 : text.indexOf(day);
  if (day === undefined || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b className="nb">{day}</b>
      {text.slice(at + day.length)}
    </>
  );
}
