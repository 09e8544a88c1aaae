import { mergePeople, previewMerge, unmerge } from '@zhengyou/domain/person/merge.contract.ts';
import { canHoldBoth, type MergeChoice, type MergeField } from '@zhengyou/domain/person/merge.ts';
import { listPeople } from '@zhengyou/domain/person/person.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useEffect, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords, type Say } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { sayAffiliations, sayUnitAndPosition, type PersonReply } from './person-phrases.ts';
import { TextField } from './RecordFields.tsx';
import { MOVED_WORDS, recordWords } from './record.words.ts';

type MergeSheetProps = {
  readonly person: PersonReply;
  /** Which record is to go; asked for while there is none. */
  readonly otherId: Id | undefined;
  readonly onChoose: (otherId: string) => void;
  readonly onClose: () => void;
};

export function MergeSheet({ person, otherId, onChoose, onClose }: MergeSheetProps) {
  return otherId === undefined ? (
    <WhichOther person={person} onChoose={onChoose} onClose={onClose} />
  ) : (
    <Compare person={person} otherId={otherId} onClose={onClose} />
  );
}

function WhichOther({ person, onChoose, onClose }: Omit<MergeSheetProps, 'otherId'>) {
  const t = useWords();
  const [typed, setTyped] = useState(person.name);
  const [q, setQ] = useState(person.name);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useCall(listPeople, { query: { q, limit: 20 } }, { keepPrevious: true, enabled: q !== '' });
  const others = (found.data?.items ?? []).filter((one) => one.id !== person.id);
  return (
    <Sheet title={t(recordWords.mergeTitle, { name: person.name })} onClose={onClose}>
      <div className="stack sheet-form">
        <TextField
          label={recordWords.mergeWho}
          hint={recordWords.mergeHint}
          value={typed}
          onChange={setTyped}
          most={50}
        />
        {found.data && others.length === 0 && <p className="second">{t(recordWords.mergeNone)}</p>}
        <ul className="pairs">
          {others.map((one) => (
            <li className="row apart" key={one.id}>
              <span>
                {one.name} <span className="meta">{sayUnitAndPosition(one, t)}</span>
              </span>
              <Button small onClick={() => onChoose(one.id)}>
                {t(recordWords.merge)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

type Preview = ReplyOf<typeof previewMerge>;

function Compare({
  person,
  otherId,
  onClose,
}: {
  readonly person: PersonReply;
  readonly otherId: Id;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const toast = useToast();
  const preview = useCall(previewMerge, { params: { personId: person.id, otherId } });
  const merge = useChange(mergePeople);
  const undo = useChange(unmerge);
  const [choices, setChoices] = useState<Partial<Record<MergeField, MergeChoice>>>({});
  function save(reply: Preview) {
    merge.mutate(
      {
        params: { personId: person.id, otherId },
        body: { otherVersion: reply.other.version, choices },
        ifMatch: reply.kept.version,
      },
      {
        onSuccess: ({ mergeId }) => {
          toast({
            text: t(recordWords.merged),
            action: {
              onAct: () =>
                undo.mutate(
                  { params: { mergeId }, body: {}, ifMatch: 1 },
                  { onSuccess: () => toast({ text: t(recordWords.unmerged) }) },
                ),
            },
          });
          onClose();
        },
      },
    );
  }
  return (
    <Sheet
      title={t(recordWords.mergeTitle, { name: person.name })}
      onClose={onClose}
      foot={
        preview.data && (
          <Button look="primary" wide busy={merge.isPending} onClick={() => save(preview.data)}>
            {t(recordWords.mergeDo)}
          </Button>
        )
      }
    >
      <Answer of={preview} loading={{ rows: 4, height: 60 }}>
        {(reply) => (
          <div className="stack sheet-form">
            <p>{t(reply.fields.some((field) => field.differs) ? recordWords.mergeFields : recordWords.mergeSame)}</p>
            {reply.fields
              .filter((field) => field.differs)
              .map(({ field, proposed }) => (
                <div key={field} className="field">
                  <span className="label" id={`merge-${field}`}>
                    {t(recordWords[field === 'name' ? 'nameField' : field])}
                  </span>
                  <ChoiceChips<MergeChoice>
                    labelledBy={`merge-${field}`}
                    value={choices[field] ?? proposed}
                    onChange={(choice) => setChoices({ ...choices, [field]: choice })}
                    options={[
                      { value: 'kept', label: sayField(reply.kept, field, t) },
                      { value: 'other', label: sayField(reply.other, field, t) },
                      ...(canHoldBoth(field) ? [{ value: 'both' as const, label: t(recordWords.mergeBoth) }] : []),
                    ]}
                  />
                </div>
              ))}
            <p className="second">{sayMoves(reply.moves, t)}</p>
            {merge.error && <CallErrorNote error={merge.error} />}
          </div>
        )}
      </Answer>
    </Sheet>
  );
}

function sayField(side: Preview['kept'], field: MergeField, t: Say): string {
  if (field === 'unit') return side.unit.name;
  if (field === 'affiliations') return sayAffiliations(side.affiliations, t);
  if (field === 'titles') return side.titles.join(t(kitWords.and));
  return side[field] ?? '';
}

function sayMoves(moves: Preview['moves'], t: Say): string {
  const counts = new Map<keyof typeof MOVED_WORDS, number>();
  for (const { table, count } of moves) {
    // Being on the list is no record of its own.
    if (table === 'representative' || table === 'session') continue;
    const key = table in MOVED_WORDS ? (table as keyof typeof MOVED_WORDS) /* asked in the line */ : 'other';
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  if (counts.size === 0) return t(recordWords.mergeMovesNone);
  const list = [...counts].map(([key, count]) => t(MOVED_WORDS[key], { count })).join(t(kitWords.and));
  return t(recordWords.mergeMoves, { list });
}
