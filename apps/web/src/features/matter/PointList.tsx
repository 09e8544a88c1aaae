import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { PointReply } from '../../kit/PointReply.tsx';
import { matterWords } from './matter.words.ts';
import { useOutcomeWords } from './use-loop.ts';

type Point = MatterLine['pointList'][number];

/** Whether a reply has gone out on some point. */
export const isReplied = (line: Pick<MatterLine, 'pointList'>): boolean =>
  line.pointList.some((point) => point.reply?.published);

/** Each point with its answer; a point without one says so once answers are owed. */
export function PointList({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const { pointList } = line;
  const replied = pointList.filter((point) => point.reply !== null).length;
  const answers = replied > 0 || isReplied(line);
  return (
    <section aria-labelledby="matter-points">
      <div className="sec ruled">
        <h2 id="matter-points">{t(answers ? matterWords.points : matterWords.pointsAsked)}</h2>
        <span className="meta">
          {answers
            ? t(matterWords.pointsReplied, { count: pointList.length, done: replied })
            : t(matterWords.pointsPlain, { count: pointList.length })}
        </span>
      </div>
      <ol>
        {pointList.map((point) => (
          <ReadPoint key={point.id} point={point} answers={answers} />
        ))}
      </ol>
    </section>
  );
}

function ReadPoint({ point, answers }: { readonly point: Point; readonly answers: boolean }) {
  const t = useWords();
  const outcome = useOutcomeWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { reply, said, released, earlier } = point;
  const until = (on: Parameters<typeof sayDay>[0]) => t(matterWords.promise, { day: sayDay(on, { language, today }) });
  return (
    <PointReply
      number={point.ordinal}
      said={said ?? released ?? t(matterWords.untitled)}
      reply={reply?.text}
      outcome={reply?.outcome && outcome(reply.outcome)}
      promise={reply && !reply.published ? t(matterWords.draft) : reply?.promiseOn ? until(reply.promiseOn) : undefined}
      unanswered={answers && reply === null}
      after={
        <>
          {said !== null && released !== null && said !== released && (
            <details className="matter-aside">
              <summary>{t(matterWords.asWas)}</summary>
              <p className="voice">{released}</p>
            </details>
          )}
          {earlier.map((one) => (
            <details key={one.round} className="matter-aside">
              <summary>{t(matterWords.earlierRound, { round: one.round })}</summary>
              <p className="second matter-words">{one.text}</p>
              <p className="meta">
                {one.outcome && outcome(one.outcome)} {one.promiseOn && until(one.promiseOn)}
              </p>
            </details>
          ))}
        </>
      }
    />
  );
}
