import { listPeople } from '@zhengyou/domain/person/person.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useDeferredValue, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { useTierWords } from '../policy/use-tiers.ts';
import { pairingWords } from './pairing.words.ts';

export type Friend = { readonly id: string; readonly name: string };
type Line = ReplyOf<typeof listPeople>['items'][number];

type FriendFieldProps = {
  readonly friend: Friend | undefined;
  readonly onChoose: (friend: Friend | undefined) => void;
  readonly error: string | undefined;
  readonly label?: string;
  readonly kind?: 'representatives' | 'leaders';
  /** Takes the focus as it opens. */
  readonly focused?: boolean;
  /** Whom Enter would pick. */
  readonly onAim?: (person: Friend | undefined) => void;
};

const OFFERED = 8;

/** Whom: typed, found as one types; arrows move among those found, Enter picks. */
export function FriendField({ friend, onChoose, error, label, kind, focused, onAim }: FriendFieldProps) {
  const t = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(typed.trim());
  const found = useCall(
    listPeople,
    {
      query: {
        limit: OFFERED,
        ...(kind ? { kind } : {}),
        ...(q ? { q } : kind === 'leaders' ? {} : { show: 'unpaired' as const }),
      },
    },
    { enabled: friend === undefined, keepPrevious: true },
  );
  const people = found.data?.items ?? [];
  const aimed = people[at];
  useEffect(() => onAim?.(aimed), [onAim, aimed]);
  if (friend)
    return (
      <div className="field">
        <span className="label">{t(pairingWords.friend)}</span>
        <span className="row apart">
          <span className="strong">{friend.name}</span>
          <Button small look="text" onClick={() => onChoose(undefined)}>
            {t(pairingWords.chooseAgain)}
          </Button>
        </span>
      </div>
    );
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(people.length - 1, Math.max(0, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = people[at];
      if (chosen) onChoose(chosen);
    }
  }
  return (
    <div>
      <Field label={label ?? t(pairingWords.friend)} error={error}>
        {(control) => (
          <input
            className="input"
            {...control}
            type="search"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the press of a key, to be typed into
            autoFocus={focused}
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={people[at] && `${listId}-${people[at].id}`}
            autoComplete="off"
            value={typed}
            placeholder={t(pairingWords.findFriend)}
            maxLength={50}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
          />
        )}
      </Field>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be typed into */}
      <div id={listId} role="listbox" aria-label={t(pairingWords.friend)} className="offers">
        {people.map((person, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field that owns the list hears the keys
          <div
            key={person.id}
            id={`${listId}-${person.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a list that is typed into
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => onChoose(person)}
          >
            <Offer person={person} />
          </div>
        ))}
      </div>
      {found.data && people.length === 0 && <p className="meta">{t(pairingWords.nobodyFound)}</p>}
    </div>
  );
}

function Offer({ person }: { readonly person: Line }) {
  const t = useWords();
  const tierWords = useTierWords();
  const comma = t(kitWords.comma);
  const leaders = person.leaders.map((leader) => leader.name ?? t(tierWords(leader.tier))).join(t(kitWords.and));
  return (
    <>
      <span className="strong">{person.name}</span>
      <span className="meta">
        {[
          person.unit.shortName,
          person.standings[0]?.written,
          person.tier === null ? t(pairingWords.tierUnknown) : t(tierWords(person.tier)),
          leaders && t(pairingWords.hasLeader, { leader: leaders }),
        ]
          .filter(Boolean)
          .join(comma)}
      </span>
    </>
  );
}
