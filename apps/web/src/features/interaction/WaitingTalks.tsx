import { logInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { readLogDefaults } from '@zhengyou/domain/interaction/year.contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { registerWorker } from '../../app/offline/register-worker.ts';
import { refresh } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { keepDefaults } from './log-defaults.ts';
import { closeQueue, openQueue, pauseAfter, sendWaiting, useWaitingTalks } from './waiting-talks.ts';
import { waitingWords } from './waiting.words.ts';

/** Runs beside every page of whoever logs talks: what was written without network goes up as soon as there is one. */
export default function WaitingTalks() {
  const t = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const { person, roles } = useSession();
  const leads = roles.includes('leader');
  const waiting = useWaitingTalks();
  const next = waiting.find((one) => one.trouble === null);
  const nextId = next?.id;
  const tries = next?.tries ?? 0;

  useEffect(() => {
    void openQueue(person.id);
    return closeQueue;
  }, [person.id]);

  // The sheet must open without network also for one who never opened it with one.
  useEffect(() => {
    if (!leads) return;
    registerWorker();
    call(readLogDefaults, { query: {} }).then(keepDefaults, () => undefined); // asked again when the sheet opens
  }, [leads]);

  useEffect(() => {
    if (nextId === undefined) return;
    const go = async () => {
      const { sent } = await sendWaiting();
      if (sent === 0) return;
      await refresh(client, logInteraction);
      toast({ text: t(waitingWords.sent, { count: sent }) });
    };
    const timer = setTimeout(() => void go(), tries === 0 ? 1000 : pauseAfter(tries));
    const onOnline = () => void go();
    window.addEventListener('online', onOnline);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', onOnline);
    };
  }, [nextId, tries, client, toast, t]);

  return null;
}
