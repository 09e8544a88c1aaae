import { submitReply, writeReply } from '@zhengyou/domain/matter/handler-steps.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useEffect, useState } from 'react';
import { CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { useChange, type CallError } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { deskWords } from './desk.words.ts';
import { blockOf, draftOf, isChanged, overStored, replyBody, type DraftReply } from './reply-draft.ts';
import { stepWords } from './steps.words.ts';

/** Typed and not saved, while the desk shows another case. In memory alone. */
const unsaved = new Map<string, readonly DraftReply[]>();

/** The draft of a line's reply: typing, saving, sending to review. */
export function useReplyDraft(line: MatterLine) {
  const t = useWords();
  const toast = useToast();
  const { today, person } = useSession();
  const write = useChange(writeReply);
  const submit = useChange(submitReply);
  const key = `${person.id} ${line.id} ${line.round}`;
  const [typed, setTyped] = useState(() => unsaved.get(key));
  const stored = draftOf(line);
  const draft = overStored(stored, typed);
  const changed = isChanged(draft, stored);
  useEffect(() => {
    if (changed && typed) unsaved.set(key, typed);
    else unsaved.delete(key);
  }, [changed, typed, key]);
  useAskBeforeLeaving(changed);

  const forgive = () => {
    write.reset();
    submit.reset();
  };
  const change = (ordinal: number, part: Partial<DraftReply>) => {
    forgive();
    setTyped((now) =>
      overStored(stored, now).map((point) => (point.ordinal === ordinal ? { ...point, ...part } : point)),
    );
  };
  /** The version after saving; undefined where it was refused. */
  async function save(): Promise<number | undefined> {
    if (!changed) return line.version;
    try {
      const made = await write.mutateAsync({
        params: { matterId: line.id },
        body: replyBody(draft),
        ifMatch: line.version,
      });
      // What is stored has been read anew by now.
      setTyped(undefined);
      return made.version;
    } catch (error) {
      if (error instanceof CallRefused && error.problem.status === 412)
        toast({ text: t(stepWords.stale), seconds: 10 });
      return undefined;
    }
  }
  async function send(): Promise<boolean> {
    const version = await save();
    if (version === undefined) return false;
    try {
      await submit.mutateAsync({ params: { matterId: line.id }, body: {}, ifMatch: version });
      toast({ text: t(stepWords.submitDone) });
      return true;
    } catch {
      return false; // shown beside the buttons
    }
  }
  return {
    draft,
    change,
    changed,
    block: blockOf(draft, today),
    saving: write.isPending || submit.isPending,
    error: (write.error ?? submit.error) as CallError | null,
    save: async () => {
      if ((await save()) !== undefined) toast({ text: t(deskWords.saved) });
    },
    send,
  };
}

export type ReplyDrafting = ReturnType<typeof useReplyDraft>;

function useAskBeforeLeaving(touched: boolean) {
  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);
}
