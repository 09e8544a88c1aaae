/** What a use case is given: who asks, how far they reach, the transaction, the day, and the outside world. */
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Actor, Reach } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import type { Clock } from '../outside/clock.ts';
import type { FieldCipher } from '../outside/field-cipher.ts';
import type { Post } from '../outside/messenger.ts';
import type { Db } from '../store/database.ts';
import type { Follower, News } from './news.ts';

/** The outside world, each part behind one small type. */
export type Outside = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** How messages leave the house. */
  readonly post: Post;
  /** Demo mode: invented people, sign-in without a password. */
  readonly demo: boolean;
  readonly log: FastifyBaseLogger;
};

export type AuditEntry = {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: string | null;
  /** Whose record it is: these people may read the entry. */
  readonly people?: readonly Id[];
  readonly detail?: Readonly<Record<string, unknown>>;
};

type Common = {
  readonly outside: Outside;
  readonly now: Date;
  readonly language: Language;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  /** Network address and browser of the caller. */
  readonly source: string;
  readonly device: string;
  /** Address under which the house was asked, for links back to it. */
  readonly origin: string;
  /** Whether what travels can be read on its way: https, or this very machine. */
  readonly secure: boolean;
  /** Hash of the session token that came along, whether or not its session still lives. */
  readonly sessionHash: Buffer | undefined;
  /** Who follows what rooms tell: for a room that knows whoever asks by something else than a session. */
  readonly followers: readonly Follower[];
  /** Runs once the transaction has been committed; never when it has been rolled back. */
  afterCommit(work: () => void): void;
  setSessionCookie(token: string | null): void;
};

export type Context = Common & {
  readonly actor: Actor;
  readonly reach: Reach;
  /** Leaders in whose name, lent for this request, whoever asks acts beside their own. */
  readonly inNamesOf?: readonly Id[];
  readonly institutionId: Id;
  /** Today in the institution's zone. */
  readonly today: PlainDate;
  readonly zone: string;
  readonly db: Db;
  /** The key of a POST, else the request’s id: the same key is the same step. */
  readonly requestKey: string;
  /** The version named by `If-Match`; present on endpoints that are `versioned`. */
  readonly ifMatch: number;
  audit(entry: AuditEntry): Promise<void>;
  /** Says to the rooms that follow what has happened; they act in this transaction. */
  tell<Fact>(told: News<Fact>, fact: Fact): Promise<void>;
};

/** For endpoints that anyone may call: no transaction is open yet, the room opens its own with what it knows. */
export type OpenContext = Common;
