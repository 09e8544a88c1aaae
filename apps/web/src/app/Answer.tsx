import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadingRows, type LoadingRowsProps } from '../kit/LoadingRows.tsx';
import { CallErrorNote } from './CallErrorNote.tsx';
import type { CallError } from './queries.ts';

export type AnswerProps<T> = {
  readonly of: UseQueryResult<T, CallError>;
  readonly loading?: LoadingRowsProps;
  readonly children: (reply: T) => ReactNode;
};

/** The answer once it is there; until then its rows, or why it is not coming. */
export function Answer<T>({ of, loading, children }: AnswerProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <CallErrorNote error={of.error} onRetry={() => void of.refetch()} />;
  return <LoadingRows {...loading} />;
}
