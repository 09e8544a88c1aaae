import { useRouter } from '@tanstack/react-router';
import { logInteraction, undoInteraction, type Talk } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { addAttachment } from '@zhengyou/domain/interaction/attachment.contract.ts';
import { useRef, useState } from 'react';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { CallFailed, CallRefused } from '../../app/call.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { houseNow } from '../../app/offline/clock.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { whereItWent } from '../../app/where-it-went.ts';
import { sayDay } from '../../kit/dates.ts';
import { newKey } from '../../kit/new-key.ts';
import { useToast, type Toast } from '../../kit/Toast.tsx';
import { attachmentWords } from './attachment.words.ts';
import { bodyOf, type Defaults, type Friend, type LogDraft } from './log-draft.ts';
import { logWords } from './log-sheet.words.ts';
import { PATIENCE_MS, queueTalk } from './waiting-talks.ts';

export type SaveMistake = { readonly field: string | null; readonly text: string };
type Merge = BodyInOf<typeof logInteraction>['merge'];

const FIELDS = new Set(['representativeIds', 'leaderId', 'on', 'lateReason', 'words', 'nextOn']);
const placeOf = (field: string | undefined): string | null =>
  field !== undefined && (FIELDS.has(field) || field.startsWith('points.')) ? field : null;

/** Saves the sheet; says what stands in the way, asks whether it is the same talk, and offers to take it back. */
export function useSaveTalk(defaults: Defaults) {
  const t = useWords();
  const { language } = useLanguage();
  const toast = useToast();
  const router = useRouter();
  const { person: writer } = useSession();
  // One attempt, however often the button is pressed: the same words go up under the same key with the same hour.
  const attempt = useRef<{ readonly content: string; readonly key: string; readonly writtenAt: string }>(undefined);
  const log = useChange(logInteraction);
  const undo = useChange(undoInteraction);
  const attach = useChange(addAttachment);
  const [mistake, setMistake] = useState<SaveMistake>();
  const [earlier, setEarlier] = useState<Talk>();

  const reasonOf = (error: unknown) =>
    error instanceof CallRefused ? error.message : error instanceof CallFailed ? t(logWords.unanswered) : String(error);

  /** The same note once more, with the number under which it is handled now. */
  async function followUp(talk: Id, name: string, saved: Toast) {
    const went = await whereItWent(talk);
    const [first] = went;
    if (!first) return;
    toast({
      ...saved,
      text: t(went.length > 1 ? logWords.savedWentMore : logWords.savedWent, {
        name,
        number: first.number,
        count: went.length,
      }),
      also: {
        label: t(logWords.see),
        onAct: () => void router.navigate({ href: went.length > 1 ? paths.matters() : first.href }),
      },
    });
  }

  /** The talk is saved by then: a file that does not go up is said, and can be added beside the text. */
  async function attachAll(talk: Id, files: readonly File[]) {
    for (const file of files)
      try {
        await attach.mutateAsync({ params: { interactionId: talk }, query: { name: file.name }, file });
      } catch (error) {
        toast({ text: t(attachmentWords.failed, { name: file.name, reason: reasonOf(error) }) });
      }
  }

  /** True once it is saved. */
  async function save(draft: LogDraft, friend: Friend, merge?: Merge, files: readonly File[] = []): Promise<boolean> {
    setMistake(undefined);
    const said = bodyOf(draft, friend, defaults, merge);
    const content = JSON.stringify(said);
    if (attempt.current?.content !== content)
      attempt.current = { content, key: newKey(), writtenAt: houseNow().toISOString() };
    const { key, writtenAt } = attempt.current;
    const body = { ...said, writtenAt };
    const name = friend.person.name;
    try {
      const made = await log.mutateAsync({ body, idempotencyKey: key, signal: AbortSignal.timeout(PATIENCE_MS) });
      attempt.current = undefined;
      if (files.length > 0) void attachAll(made.id, files);
      const count = body.points?.length ?? 0;
      const takeBack = () =>
        void undo
          .mutateAsync({ params: { interactionId: made.id }, ifMatch: made.version })
          .then(() => toast({ text: t(logWords.undone) }))
          .catch((error: unknown) => toast({ text: t(logWords.undoFailed, { reason: reasonOf(error) }) }));
      if (made.merged)
        toast({ text: t(logWords.merged, { day: sayDay(made.happenedOn, { language, today: defaults.today }) }) });
      else {
        const saved = { text: t(logWords.savedOf, { name, count }), action: { onAct: takeBack } };
        toast(saved);
        // Each thing raised has become a matter in the same breath: its number follows as soon as it is known.
        if (count > 0) void followUp(made.id, name, saved);
      }
      return true;
    } catch (error) {
      if (error instanceof CallFailed && files.length > 0) {
        setMistake({ field: null, text: t(attachmentWords.needsNetwork) });
        return false;
      }
      if (error instanceof CallFailed && (await queueTalk(writer.id, { id: key, name, body }))) {
        attempt.current = undefined;
        toast({ text: t(logWords.waits, { name }) });
        return true;
      }
      if (error instanceof CallRefused) attempt.current = undefined;
      const problem = error instanceof CallRefused ? error.problem : undefined;
      const same = problem?.code === 'log.mergeAsked' ? (problem.extra as { earlier?: Talk } | undefined) : undefined;
      if (same?.earlier) setEarlier(same.earlier);
      else {
        setEarlier(undefined);
        setMistake({ field: placeOf(problem?.field), text: reasonOf(error) });
      }
      return false;
    }
  }

  const forgive = () => {
    setMistake(undefined);
    setEarlier(undefined);
  };
  return { save, saving: log.isPending, mistake, earlier, forgive };
}
