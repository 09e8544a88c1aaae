import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { say } from '@zhengyou/domain/kit/words.ts';
import { uploadLedger, uploadSampleLedger } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../app/call.ts';
import { useLanguage } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { refresh } from '../../app/queries.ts';
import { judgeFile, nameToSend } from './judge-file.ts';

/** Hands a file in, or the sample, and goes on to its page. What is wrong is said in place; nothing is left of what was called off. */
export function useHandIn() {
  const client = useQueryClient();
  const router = useRouter();
  const { language } = useLanguage();
  const [under, setUnder] = useState<string | null>(null);
  const [wrong, setWrong] = useState<{ readonly text?: string; readonly error?: unknown } | null>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  async function send(name: string, work: (signal: AbortSignal) => Promise<{ id: string }>) {
    const controller = new AbortController();
    sending.current = controller;
    setWrong(null);
    setUnder(name);
    try {
      const { id } = await work(controller.signal);
      void refresh(client, uploadLedger);
      void router.navigate({ href: paths.import(id) });
    } catch (error) {
      if (!controller.signal.aborted) setWrong({ error });
    } finally {
      if (sending.current === controller) setUnder(null);
    }
  }

  return {
    /** The name of what is on its way. */
    under,
    wrong,
    say: (text: string) => setWrong({ text }),
    handIn: (file: File) => {
      const refusal = judgeFile(file);
      if (refusal) return setWrong({ text: say(refusal.words, language, refusal.facts) });
      // One key for one choice: a retry of it is the same deed, the same file chosen anew is not.
      const idempotencyKey = crypto.randomUUID();
      return void send(file.name, (signal) =>
        call(uploadLedger, { query: { fileName: nameToSend(file.name) } }, { file, signal, idempotencyKey }),
      );
    },
    handInSample: (name: string) => void send(name, (signal) => call(uploadSampleLedger, { body: {} }, { signal })),
    callOff: () => {
      sending.current?.abort();
      sending.current = null;
      setUnder(null);
    },
  };
}
