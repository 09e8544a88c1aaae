import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { readMatter } from '@zhengyou/domain/matter/matter.contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { CallRefused, type AnyCall } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { useChange, type CallError } from '../../app/queries.ts';
import { useToast } from '../../kit/Toast.tsx';
import { stepWords } from './steps.words.ts';

export type Step = {
  /** True once it is done; what stands in the way is in `error`. */
  readonly take: (body: unknown) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly forgive: () => void;
};

/** One step on a line, on the version that is shown. When another was faster, the line is read anew and it is said. */
export function useStep(endpoint: unknown, matter: Pick<MatterLine, 'id' | 'version'>): Step {
  const t = useWords();
  const toast = useToast();
  const client = useQueryClient();
  // Steps share their parameters and reply and differ in the body, which the contract checks at the other end.
  const change = useChange(endpoint as AnyCall);
  const take = async (body: unknown) => {
    try {
      await change.mutateAsync({ params: { matterId: matter.id }, body, ifMatch: matter.version } as never);
      return true;
    } catch (error) {
      const stale = error instanceof CallRefused && error.problem.status === 412;
      if (stale) {
        toast({ text: t(stepWords.stale), seconds: 10 });
        await client.invalidateQueries({ queryKey: [readMatter.id] });
      }
      return false;
    }
  };
  return { take, busy: change.isPending, error: change.error, forgive: change.reset };
}
