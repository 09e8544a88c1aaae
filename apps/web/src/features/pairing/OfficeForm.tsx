import { readRoster } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { createOffice } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import { readStanding } from '@zhengyou/domain/person/standing-text.ts';
import { STANDING_KIND_WORDS, STANDING_ROLE_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useState, type FormEvent } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { officeWords } from './office.words.ts';

/** An office in the words of a standing, and the leader who befriends whoever holds it. How the words are read is shown. */
export function OfficeForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const roster = useCall(readRoster, { query: { show: 'all' } });
  const create = useChange(createOffice);
  const [written, setWritten] = useState('');
  const [leader, setLeader] = useState('');
  const [tried, setTried] = useState(false);
  const reading = readStanding(written);
  const known = reading.body.length >= 2 && reading.kind !== 'other';
  const leaderId = findId(leader);

  function save() {
    setTried(true);
    if (!known || leaderId === undefined) return;
    const { kind, level, role, body } = reading;
    create.mutate(
      { body: { name: written.trim(), leaderId, standingKind: kind, level, role, body } },
      {
        onSuccess: () => {
          toast({ text: t(officeWords.saved) });
          onClose();
        },
      },
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Sheet
      title={t(officeWords.add)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={create.isPending} onClick={save}>
          {t(officeWords.save)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <Field
          label={t(officeWords.office)}
          hint={
            known
              ? t(officeWords.reads, {
                  kind: t(STANDING_KIND_WORDS[reading.kind]),
                  body: reading.body,
                  role: t(reading.role === null ? officeWords.member : STANDING_ROLE_WORDS[reading.role]),
                })
              : t(officeWords.officeHint)
          }
          error={tried && !known && t(officeWords.officeMissing)}
        >
          {(control) => (
            <input
              className="input"
              {...control}
              value={written}
              maxLength={80}
              onChange={(event) => setWritten(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(officeWords.leader)} error={tried && leaderId === undefined && t(officeWords.leaderMissing)}>
          {(control) => (
            <select className="input" {...control} value={leader} onChange={(event) => setLeader(event.target.value)}>
              <option value="">{t(officeWords.chooseLeader)}</option>
              {roster.data?.groups.map((group) => (
                <optgroup key={`${group.tier} ${group.unit.id}`} label={group.unit.name}>
                  {group.leaders
                    .filter((one) => one.can.includes('pair'))
                    .map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {roster.error && <CallErrorNote error={roster.error} />}
        {create.error && <CallErrorNote error={create.error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(officeWords.save)}
        </button>
      </form>
    </Sheet>
  );
}
