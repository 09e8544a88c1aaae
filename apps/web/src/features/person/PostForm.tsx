import { createPost, removePost, updatePost } from '@zhengyou/domain/person/record.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import type { PersonReply } from './person-phrases.ts';
import { DayField, dayOf, PickField, TextField } from './RecordFields.tsx';
import { personWords } from './person.words.ts';
import { recordWords } from './record.words.ts';

type PostFormProps = {
  readonly person: PersonReply;
  readonly postId: string | undefined;
  readonly onClose: () => void;
};

export function PostForm({ person, postId, onClose }: PostFormProps) {
  const t = useWords();
  const toast = useToast();
  const post = person.posts.find((one) => one.id === postId);
  const units = useCall(listUnits, {});
  const create = useChange(createPost);
  const update = useChange(updatePost);
  const remove = useChange(removePost);
  const [unitId, setUnitId] = useState<string>(post?.unit.id ?? person.unit.id);
  const [title, setTitle] = useState(post?.title ?? '');
  const [charge, setCharge] = useState(post?.charge ?? '');
  const [leadership, setLeadership] = useState(post?.leadership ?? true);
  const [from, setFrom] = useState<string>(post?.startsOn ?? '');
  const [until, setUntil] = useState<string>(post?.endsOn ?? '');
  const [tried, setTried] = useState(false);
  const onSuccess = () => {
    toast({ text: t(recordWords.done) });
    onClose();
  };
  function save() {
    setTried(true);
    if (title.trim().length < 2) return;
    const [startsOn, endsOn] = [dayOf(from), dayOf(until)];
    const told =
      startsOn === (post?.startsOn ?? null) && endsOn === (post?.endsOn ?? null) ? (post?.precision ?? null) : 'day';
    const body = {
      unitId: unitId as Id /* chosen among those of the answer */,
      title: title.trim(),
      charge: charge.trim() || null,
      leadership,
      startsOn,
      endsOn,
      precision: told,
    } as const;
    if (post) update.mutate({ params: { postId: post.id }, body, ifMatch: post.version }, { onSuccess });
    else create.mutate({ params: { personId: person.id }, body }, { onSuccess });
  }
  const error = create.error ?? update.error ?? remove.error;
  const options = (units.data?.items ?? [])
    .filter((unit) => unit.withinReach)
    .map((unit) => ({ value: unit.id as string, words: { zh: unit.name, en: unit.name } }));
  return (
    <Sheet
      title={t(recordWords.postTitle, { name: person.name })}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={create.isPending || update.isPending} onClick={save}>
          {t(recordWords.save)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <TextField
          label={recordWords.post}
          hint={recordWords.postHint}
          mistake={tried && title.trim().length < 2 ? recordWords.postsMissing : undefined}
          value={title}
          onChange={setTitle}
        />
        <PickField label={personWords.unit} value={unitId} options={options} onChange={setUnitId} />
        <TextField label={recordWords.charge} optional value={charge} onChange={setCharge} />
        <label className="check">
          <input type="checkbox" checked={leadership} onChange={(event) => setLeadership(event.target.checked)} />
          {t(recordWords.leadership)}
        </label>
        <DayField label={recordWords.from} optional value={from} onChange={setFrom} />
        <DayField label={recordWords.until} optional value={until} onChange={setUntil} />
        {error && <CallErrorNote error={error} />}
        {post && (
          <Button
            look="text"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { postId: post.id }, ifMatch: post.version }, { onSuccess })}
          >
            {t(recordWords.removePost)}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
