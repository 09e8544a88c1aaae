import { CHANNEL_WORDS, NEXT_WORDS, WHEN_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { WHEN_CHOICES } from '@zhengyou/domain/interaction/log-rules.ts';
import { NEXT_CHOICES } from '@zhengyou/domain/interaction/next-talk.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Sheet, SheetLine } from '../../kit/Sheet.tsx';
import {
  asksLateReason,
  draftFor,
  dropDraft,
  findKeptDraft,
  isTouched,
  keepDraft,
  openedFrom,
  withFriend,
} from './log-draft.ts';
import type { Defaults, Friend, LogDraft, Opening } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';
import { FileLines } from './FileLines.tsx';
import { KeptWords } from './KeptWords.tsx';
import { MergeQuestion } from './MergeQuestion.tsx';
import { Mistake } from './Mistake.tsx';
import { MoreLines } from './MoreLines.tsx';
import { PointLines } from './PointLines.tsx';
import { useSaveTalk } from './use-save-talk.ts';
import { WhoLine } from './WhoLine.tsx';

export type LogFormProps = {
  readonly defaults: Defaults;
  readonly first: Friend;
  /** Opened for someone: a draft about another stays where it is. */
  readonly fresh: boolean;
  readonly opening: Opening;
  readonly onClose: () => void;
  readonly onNext: () => void;
};

export function LogForm({ defaults, first, fresh, opening, onClose, onNext }: LogFormProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { person: writer } = useSession();
  const [draft, setDraft] = useState<LogDraft>(() => {
    const kept = findKeptDraft(writer.id);
    const fits = kept && defaults.people.some((one) => one.pairingId === kept.pairingId);
    const begun = kept && fits && (!fresh || kept.pairingId === first.pairingId) ? kept : draftFor(first);
    return openedFrom(begun, opening);
  });
  const [gone] = useState(() => {
    const kept = findKeptDraft(writer.id);
    return kept && !defaults.people.some((one) => one.pairingId === kept.pairingId) ? kept : undefined;
  });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [more, setMore] = useState(draft.place !== '' || draft.together.length > 0 || draft.attempt);
  const friend = defaults.people.find((one) => one.pairingId === draft.pairingId) ?? first;
  const { save, saving, mistake, earlier, forgive } = useSaveTalk(defaults);
  const change = (part: Partial<LogDraft>) => {
    forgive();
    setDraft((now) => ({ ...now, ...part }));
  };

  // Esc and the cross put the sheet away; only saving empties the draft.
  useEffect(() => {
    keepDraft(writer.id, draft);
  }, [writer.id, draft]);
  useAskBeforeLeaving(isTouched(draft) || files.length > 0);

  // A second press of a double click comes before the page has been told that the first is under way.
  const sending = useRef(false);
  const send = async (then: () => void, merge?: Parameters<typeof save>[2]) => {
    if (sending.current) return;
    sending.current = true;
    try {
      if (!(await save(draft, friend, merge, files))) return;
      dropDraft();
      then();
    } finally {
      sending.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) void send(onClose);
  };
  const late = asksLateReason(draft, defaults.today) || mistake?.field === 'lateReason';

  const foot = (
    <>
      {earlier && (
        <MergeQuestion
          earlier={earlier}
          today={defaults.today}
          onMerge={() => void send(onClose, { into: earlier.id, version: earlier.version })}
          onSeparate={() => void send(onClose, 'separate')}
        />
      )}
      <Mistake of={mistake} field={null} />
      {!earlier && (
        <Button look="primary" wide busy={saving} onClick={() => void send(onClose)}>
          {t(logWords.save)}
          <Kbd>Ctrl ↵</Kbd>
        </Button>
      )}
      <div className="row apart log-links">
        <button type="button" className="muted" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? logWords.less : logWords.more)}
          <Icon name="down" size={14} />
        </button>
        {/* The second click of a double click would fall on the next sheet, and save it for somebody else. */}
        {!earlier && (
          <button type="button" className="link" onClick={(event) => event.detail < 2 && void send(onNext)}>
            {t(logWords.saveAndNext)}
          </button>
        )}
      </div>
    </>
  );

  return (
    <Sheet
      title={t(logWords.title)}
      closeLabel={t(logWords.keepDraft)}
      onClose={onClose}
      onKeyDown={onKeyDown}
      foot={foot}
    >
      {gone && <KeptWords draft={gone} />}
      <WhoLine
        defaults={defaults}
        friend={friend}
        onPick={(next) => {
          forgive();
          setDraft((now) => withFriend(now, next, friend));
        }}
      >
        <Mistake of={mistake} field="representativeIds" />
        <Mistake of={mistake} field="leaderId" />
      </WhoLine>
      <SheetLine label={t(logWords.way)} labelId="log-way">
        <ChoiceChips
          labelledBy="log-way"
          columns={language === 'en' ? 2 : 3}
          options={CHANNELS.map((value) => ({ value, label: t(CHANNEL_WORDS[value]) }))}
          value={draft.channel}
          onChange={(channel) => change({ channel, channelChosen: true })}
        />
      </SheetLine>
      <SheetLine label={t(logWords.when)} labelId="log-when">
        <div>
          <ChoiceChips
            labelledBy="log-when"
            fit="scroll"
            options={WHEN_CHOICES.map((value) => ({ value, label: t(WHEN_WORDS[value]) }))}
            value={draft.when}
            onChange={(when) => change({ when })}
          />
          {draft.when === 'pick' && (
            <div className="row log-day">
              <input
                type="date"
                className="input"
                aria-label={t(logWords.day)}
                max={defaults.today}
                value={draft.on}
                aria-invalid={mistake?.field === 'on' || undefined}
                onChange={(event) => change({ on: event.target.value })}
              />
              <input
                type="time"
                className="input"
                aria-label={t(logWords.time)}
                value={draft.at}
                onChange={(event) => change({ at: event.target.value })}
              />
            </div>
          )}
          <Mistake of={mistake} field="on" />
          {late && (
            <>
              <input
                className="input log-day"
                aria-label={t(logWords.lateReason)}
                placeholder={t(logWords.lateReason)}
                maxLength={300}
                value={draft.lateReason}
                aria-invalid={mistake?.field === 'lateReason' || undefined}
                onChange={(event) => change({ lateReason: event.target.value })}
              />
              <Mistake of={mistake} field="lateReason" />
            </>
          )}
        </div>
      </SheetLine>
      <SheetLine up label={t(logWords.words)} labelId="log-words">
        <textarea
          className="log-words"
          aria-labelledby="log-words"
          rows={1}
          placeholder={t(logWords.optional)}
          value={draft.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        <Mistake of={mistake} field="words" />
      </SheetLine>
      <PointLines points={draft.points} mistake={mistake} onChange={(points) => change({ points })} />
      <SheetLine up label={t(logWords.next)} labelId="log-next">
        <ChoiceChips
          labelledBy="log-next"
          fit="even"
          options={NEXT_CHOICES.map((value) => ({ value, label: t(NEXT_WORDS[value]) }))}
          value={draft.next}
          onChange={(next) => change({ next, nextChosen: true })}
        />
        {draft.next === 'pick' && (
          <input
            type="date"
            className="input log-day"
            aria-label={t(logWords.nextDay)}
            min={defaults.today}
            value={draft.nextOn}
            onChange={(event) => change({ nextOn: event.target.value })}
          />
        )}
        <Mistake of={mistake} field="nextOn" />
      </SheetLine>
      {more && <FileLines files={files} onChange={setFiles} />}
      {more && <MoreLines draft={draft} defaults={defaults} friend={friend} onChange={change} />}
    </Sheet>
  );
}

/** What was typed lives in the page alone, not on the device: the browser asks before it is reloaded or closed. */
function useAskBeforeLeaving(touched: boolean) {
  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);
}
