import { say } from '@zhengyou/domain/kit/words.ts';
import { embeddedProgress, embeddedWords } from './embedded.words.ts';

type Facts = Readonly<Record<string, string | number>>;
export type EmbeddedTrouble = keyof typeof embeddedWords;
export type Progress = (line: string) => void;

/** Trouble that the person at the terminal can mend. The message says what to do, in both languages. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedTrouble;
  readonly facts: Facts;
  /** Whoever starts the program prints the message alone, without a stack. */
  readonly told = true;
  constructor(code: EmbeddedTrouble, facts: Facts = {}, cause?: unknown) {
    const sentence = embeddedWords[code];
    super(`${say(sentence, 'zh', facts)}\n${say(sentence, 'en', facts)}`, cause === undefined ? {} : { cause });
    this.name = 'EmbeddedError';
    this.code = code;
    this.facts = facts;
  }
}

/** Turns the table of progress lines into calls that say both languages on one line. */
export const teller =
  (progress: Progress | undefined) =>
  (key: keyof typeof embeddedProgress, facts: Facts = {}): void => {
    const line = embeddedProgress[key];
    progress?.(`${say(line, 'zh', facts)} ${say(line, 'en', facts)}`);
  };
export type Tell = ReturnType<typeof teller>;

/** What the system says when a file cannot be made, in the words of this room. */
export function asFileTrouble(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new EmbeddedError('notWritable', { folder }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new EmbeddedError('diskFull', { folder, free: 0, needed: 300 }, error);
  return error;
}
