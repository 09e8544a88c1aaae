import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { MATTER_TEXT_LIMIT, OUTCOMES, promises } from '@zhengyou/domain/matter/matter.ts';
import { blanksOf } from '@zhengyou/domain/matter/reply-text.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import { useRef, type ReactNode } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { usePhone } from '../../kit/media.ts';
import { PointReply } from '../../kit/PointReply.tsx';
import { deskWords } from './desk.words.ts';
import { matterWords } from './matter.words.ts';
import { firstBlank, writtenOf, type DraftReply } from './reply-draft.ts';
import { useOutcomeWords } from './use-loop.ts';
import { useReplyDraft, type ReplyDrafting } from './use-reply-draft.ts';
import { stepWords } from './steps.words.ts';

/** Where a keeper answers in the office's own name, on the page of the line. */
export function ReplyEditor({ line }: { readonly line: MatterLine }) {
  const drafting = useReplyDraft(line);
  return (
    <div>
      <ReplyPoints line={line} drafting={drafting} />
      <ReplyFoot line={line} drafting={drafting} />
    </div>
  );
}

type ReplyProps = {
  readonly line: MatterLine;
  readonly drafting: ReplyDrafting;
};

export function ReplyPoints({ line, drafting }: ReplyProps) {
  const t = useWords();
  const { draft } = drafting;
  return (
    <section aria-labelledby="matter-points">
      <div className="sec ruled">
        <h2 id="matter-points">{t(matterWords.points)}</h2>
        <span className="meta">{t(deskWords.written, { count: draft.length, done: writtenOf(draft) })}</span>
      </div>
      <ol>
        {draft.map((point) => (
          <WrittenPoint
            key={point.id}
            point={point}
            said={saidOf(line, point)}
            earlier={line.pointList.find(({ id }) => id === point.id)?.earlier ?? []}
            onChange={(part) => drafting.change(point.ordinal, part)}
          />
        ))}
      </ol>
    </section>
  );
}

const saidOf = (line: MatterLine, point: DraftReply): string => {
  const found = line.pointList.find(({ id }) => id === point.id);
  return found?.released ?? found?.said ?? '';
};

type WrittenPointProps = {
  readonly point: DraftReply;
  readonly said: string;
  readonly earlier: MatterLine['pointList'][number]['earlier'];
  readonly onChange: (part: Partial<DraftReply>) => void;
};

/** Their words, and ours under them: text, how far it got, the day of a promise. */
export function WrittenPoint({ point, said, earlier, onChange }: WrittenPointProps) {
  const t = useWords();
  const { today } = useSession();
  const outcome = useOutcomeWords();
  const phone = usePhone();
  const field = useRef<HTMLTextAreaElement>(null);
  const blanks = blanksOf(point.text);
  const toBlank = () => {
    const at = firstBlank(point.text);
    if (!at || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(at.from, at.until);
  };
  return (
    <PointReply number={point.ordinal} said={said} unanswered={point.text.trim() === ''}>
      {earlier.map((one) => (
        <details key={one.round} className="matter-aside">
          <summary>{t(matterWords.earlierRound, { round: one.round })}</summary>
          <p className="second matter-words">{one.text}</p>
        </details>
      ))}
      <div className="case-write">
        <textarea
          ref={field}
          id={`reply-${point.ordinal}`}
          className="input"
          aria-label={t(deskWords.replyTo, { at: point.ordinal })}
          placeholder={t(deskWords.place)}
          maxLength={MATTER_TEXT_LIMIT}
          rows={2}
          value={point.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        {blanks.length > 0 && (
          <p>
            {t(deskWords.blanks, { count: blanks.length })}
            {blanks.map((blank, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two blanks may ask the same
              <button key={index} type="button" className="case-blank" onClick={toBlank}>
                {blank}
              </button>
            ))}
          </p>
        )}
        <div className="row wrap">
          <ChoiceChips
            label={t(deskWords.outcomeOf, { at: point.ordinal })}
            {...(phone && { columns: 2 })}
            options={OUTCOMES.map((value) => ({ value, label: outcome(value) }))}
            value={point.outcome}
            onChange={(value) => onChange({ outcome: value })}
          />
          {point.outcome !== null && promises(point.outcome) && (
            <span className="row case-promise">
              <input
                type="date"
                className="input"
                aria-label={t(deskWords.promiseOn, { at: point.ordinal })}
                min={today}
                value={point.promiseOn}
                onChange={(event) => onChange({ promiseOn: event.target.value })}
              />
              <span className="meta">{t(deskWords.promiseLooks)}</span>
            </span>
          )}
        </div>
      </div>
    </PointReply>
  );
}

type FootProps = ReplyProps & { readonly children?: ReactNode; readonly onSent?: () => void };

/** Why it cannot go to review stands beside the button that cannot be pressed. */
export function ReplyFoot({ line, drafting, children, onSent }: FootProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { block, changed, saving, error, save, send } = drafting;
  const mayWrite = line.can.includes('writeReply');
  const maySubmit = line.can.includes('submit');
  const reason = block
    ? say(block.words, language, block.facts)
    : maySubmit
      ? t(deskWords.ready)
      : t(line.status === 'waiting' ? deskWords.waiting : deskWords.drafted);
  return (
    <footer className="case-foot no-print">
      {error && <CallErrorNote error={error} />}
      <p aria-live="polite">
        {reason}
        {changed && mayWrite && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => !saving && void save()}>
              {t(deskWords.save)}
            </button>
          </>
        )}
      </p>
      {children}
      <Button
        look="primary"
        busy={saving}
        disabled={!maySubmit || block !== undefined}
        onClick={() => void send().then((sent) => sent && onSent?.())}
      >
        {t(stepWords.submit)}
      </Button>
    </footer>
  );
}
