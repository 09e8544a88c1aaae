import { createLeader } from '@zhengyou/domain/person/record.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { NamesakeNote } from './NamesakeNote.tsx';
import { draftOf } from './person-draft.ts';
import { personWords } from './person.words.ts';
import { DayField, dayOf, PickField, TextField } from './RecordFields.tsx';
import { recordWords } from './record.words.ts';
import { SaveRefusal } from './SaveRefusal.tsx';

/** A leader by hand: who it is, where, and the posts that make one. */
export function LeaderForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const router = useRouter();
  const units = useCall(listUnits, {});
  const create = useChange(createLeader);
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState('');
  const [posts, setPosts] = useState('');
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState('');
  const [tried, setTried] = useState(false);
  function save(another = false) {
    setTried(true);
    if (name.trim() === '' || unitId === '' || posts.trim().length < 2) return;
    const startsOn = dayOf(from);
    create.mutate(
      {
        body: {
          name: name.trim(),
          unitId: unitId as Id /* chosen among those of the answer */,
          posts: posts.trim(),
          phone: phone.trim() || null,
          startsOn,
          precision: startsOn ? 'day' : null,
          another,
        },
      },
      {
        onSuccess: ({ id }) => {
          toast({ text: t(personWords.added, { name: name.trim() }) });
          void router.navigate({ href: paths.person(id) });
        },
      },
    );
  }
  const options = [
    { value: '', words: personWords.chooseUnit },
    ...(units.data?.items ?? [])
      .filter((unit) => unit.withinReach)
      .map((unit) => ({ value: unit.id as string, words: { zh: unit.name, en: unit.name } })),
  ];
  return (
    <Sheet
      title={t(recordWords.addLeader)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={create.isPending} onClick={() => save()}>
          {t(recordWords.save)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <TextField
          label={personWords.name}
          mistake={tried && name.trim() === '' ? personWords.nameMissing : undefined}
          value={name}
          onChange={setName}
          most={50}
        />
        <NamesakeNote name={name} />
        <PickField label={personWords.unit} value={unitId} options={options} onChange={setUnitId} />
        <TextField
          label={recordWords.posts}
          hint={recordWords.postsHint}
          mistake={tried && posts.trim().length < 2 ? recordWords.postsMissing : undefined}
          value={posts}
          onChange={setPosts}
        />
        <DayField label={recordWords.from} optional value={from} onChange={setFrom} />
        <TextField label={personWords.phone} optional value={phone} onChange={setPhone} most={24} />
        {create.error && (
          <SaveRefusal error={create.error} draft={{ ...draftOf(), name }} onAnother={() => save(true)} />
        )}
      </div>
    </Sheet>
  );
}
