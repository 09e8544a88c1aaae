import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { SheetLine } from '../../kit/Sheet.tsx';
import { findFriends, type Defaults, type Friend } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';

/** As many as fit beside "others" on a narrow phone. */
const CHIPS = 3;
const LISTED = 8;

type WhoLineProps = {
  readonly defaults: Defaults;
  readonly friend: Friend;
  readonly onPick: (friend: Friend) => void;
  readonly children: ReactNode;
};

/** Last used first; the rest by name, pinyin or first letters behind one chip. */
export function WhoLine({ defaults, friend, onPick, children }: WhoLineProps) {
  const t = useWords();
  const [searching, setSearching] = useState(false);
  const { people, self } = defaults;
  const near = people.slice(0, CHIPS);
  const shown = near.includes(friend) ? near : [friend, ...near.slice(0, CHIPS - 1)];
  return (
    <SheetLine label={t(logWords.who)} labelId="log-who">
      <div>
        <div className="chips log-who">
          <ChoiceChips
            labelledBy="log-who"
            options={shown.map((one) => ({ value: one.pairingId, label: one.person.name }))}
            value={friend.pairingId}
            onChange={(id) => {
              const next = people.find((one) => one.pairingId === id);
              if (next) onPick(next);
            }}
          />
          {people.length > shown.length && (
            <Chip aria-expanded={searching} onClick={() => setSearching(!searching)}>
              {t(logWords.others)}
            </Chip>
          )}
        </div>
        {friend.leader.id !== self && (
          <p className="muted log-note">{t(logWords.onBehalf, { leader: friend.leader.name })}</p>
        )}
        {searching && (
          <FriendSearch
            people={people}
            own={self}
            onPick={(next) => {
              onPick(next);
              setSearching(false);
            }}
          />
        )}
        {children}
      </div>
    </SheetLine>
  );
}

type FriendSearchProps = {
  readonly people: readonly Friend[];
  readonly own: string | null;
  readonly onPick: (friend: Friend) => void;
};

function FriendSearch({ people, own, onPick }: FriendSearchProps) {
  const t = useWords();
  const [wanted, setWanted] = useState('');
  const found = findFriends(people, wanted).slice(0, LISTED);
  return (
    <div className="log-search">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens on a press that asks for it
        autoFocus
        type="search"
        className="input"
        aria-label={t(logWords.find)}
        placeholder={t(logWords.find)}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || !found[0])
            return;
          event.preventDefault();
          onPick(found[0]);
        }}
      />
      {found.length === 0 ? (
        <p className="muted log-note">{t(logWords.nobodyFound)}</p>
      ) : (
        <ul>
          {found.map((one) => (
            <li key={one.pairingId}>
              <button type="button" onClick={() => onPick(one)}>
                <span>{one.person.name}</span>
                <span className="meta ell">
                  {[one.person.unitShort, one.leader.id === own ? one.person.standings[0] : one.leader.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
