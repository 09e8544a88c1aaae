import { ClockLine } from '../../kit/ClockLine.tsx';
import { MatterSpine, type SpineStop } from '../../kit/MatterSpine.tsx';
import { PointReply } from '../../kit/PointReply.tsx';
import { useWords } from '../language.tsx';
import { MarksSection } from './MarksSection.tsx';
import { lineWords } from './marks.words.ts';

/** One matter's way upright and lying, its clocks, a point with its answer and one without. */
export function MarksLines() {
  const t = useWords();
  const stops: readonly SpineStop[] = [
    {
      key: 'raised',
      name: t(lineWords.raised),
      at: t(lineWords.raisedOn),
      note: t(lineWords.raisedNote),
      status: 'reached',
    },
    {
      key: 'asked',
      name: t(lineWords.asked),
      at: t(lineWords.askedOn),
      note: t(lineWords.askedNote),
      status: 'paused',
    },
    { key: 'doing', name: t(lineWords.doing), at: t(lineWords.doingOn), status: 'now' },
    { key: 'answer', name: t(lineWords.answer), at: t(lineWords.answerBy), status: 'ahead' },
    { key: 'done', name: t(lineWords.done), status: 'ahead' },
  ];
  return (
    <MarksSection title={t(lineWords.title)}>
      <ClockLine
        label={t(lineWords.clocks)}
        sentence={t(lineWords.sentence)}
        clocks={[
          { key: 'first', state: 'met', words: t(lineWords.first) },
          { key: 'reply', state: 'dueSoon', words: t(lineWords.reply) },
        ]}
      />
      <MatterSpine direction="lying" label={t(lineWords.title)} stops={stops} />
      <MatterSpine direction="upright" label={t(lineWords.title)} stops={stops} />
      <ol>
        <PointReply
          number={1}
          said={t(lineWords.said)}
          reply={t(lineWords.answered)}
          outcome={t(lineWords.outcome)}
          promise={t(lineWords.promise)}
        />
        <PointReply number={2} said={t(lineWords.said)} unanswered />
      </ol>
    </MarksSection>
  );
}
