import { useEffect, useId, useRef } from 'react';
import { useWords } from '../../app/language.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { SheetLine } from '../../kit/Sheet.tsx';
import type { Defaults, Friend, LogDraft } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';

type MoreLinesProps = {
  readonly draft: LogDraft;
  readonly defaults: Defaults;
  readonly friend: Friend;
  readonly onChange: (part: Partial<LogDraft>) => void;
};

/** What is seldom needed: several people in one talk, the place, an attempt. */
export function MoreLines({ draft, defaults, friend, onChange }: MoreLinesProps) {
  const t = useWords();
  const placeId = useId();
  // It opens below the fold of a phone.
  const end = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up after the effect.
    void end.current?.scrollIntoView({ block: 'end' });
  }, []);
  const { together } = draft;
  const others = defaults.people.filter(
    (one) => one.leader.id === friend.leader.id && one.person.id !== friend.person.id,
  );
  return (
    <>
      {others.length > 0 && (
        <SheetLine up label={t(logWords.together)} labelId="log-together">
          <fieldset className="chips" aria-labelledby="log-together">
            {others.map(({ person }) => {
              const on = together.includes(person.id);
              return (
                <Chip
                  key={person.id}
                  on={on}
                  onClick={() =>
                    onChange({ together: on ? together.filter((id) => id !== person.id) : [...together, person.id] })
                  }
                >
                  {person.name}
                </Chip>
              );
            })}
          </fieldset>
        </SheetLine>
      )}
      <SheetLine label={t(logWords.place)} labelId={placeId}>
        <input
          className="log-words"
          aria-labelledby={placeId}
          maxLength={100}
          placeholder={t(logWords.optional)}
          value={draft.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </SheetLine>
      <label ref={end} className="check log-attempt">
        <input
          type="checkbox"
          checked={draft.attempt}
          onChange={(event) => onChange({ attempt: event.target.checked })}
        />
        {t(logWords.attempt)}
      </label>
    </>
  );
}
