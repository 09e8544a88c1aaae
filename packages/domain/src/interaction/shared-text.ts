/**
 * The one text that both sides own. It is the leader's to write and to change; the representative confirms it, adds words
 * of their own, or asks for a correction and is answered by a day. Whatever either side does is appended and readable by
 * both; no earlier wording is lost. A talk counts whether or not anyone confirms it.
 */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';

export const TEXT_ACTIONS = ['confirm', 'add', 'ask', 'accept', 'decline', 'change'] as const;
export type TextAction = (typeof TEXT_ACTIONS)[number];

export type TextStep = {
  readonly ordinal: number;
  readonly action: TextAction;
  readonly actorId: Id;
  readonly actorName: string;
  readonly at: string;
  /** Own words, what is asked for, the reason, or what was changed. */
  readonly words: string | null;
  /** `change` and `accept`: the wording before. */
  readonly before: string | null;
  /** `ask`: the day by which it is answered. */
  readonly answerBy: PlainDate | null;
  /** `accept` and `decline`: the step that they answer. */
  readonly answers: number | null;
};

export type Correction = {
  readonly ordinal: number;
  readonly name: string;
  readonly words: string;
  readonly at: string;
  readonly answerBy: PlainDate | null;
  readonly status: 'open' | 'accepted' | 'declined';
  readonly answer: { readonly name: string; readonly words: string | null; readonly at: string } | null;
};

export type SharedText = {
  /** Who confirmed the wording as it stands now, and who confirmed an earlier one. */
  readonly confirmed: readonly {
    readonly personId: Id;
    readonly name: string;
    readonly at: string;
    readonly earlier: boolean;
  }[];
  readonly added: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly words: string;
    readonly at: string;
  }[];
  readonly corrections: readonly Correction[];
  /** Earlier wordings, the newest first. */
  readonly before: readonly { readonly words: string | null; readonly until: string; readonly name: string }[];
};

/** From the steps in the order of their ordinals, whatever order they come in. */
export function sharedTextOf(steps: readonly TextStep[]): SharedText {
  const inOrder = steps.toSorted((a, b) => a.ordinal - b.ordinal);
  const changedAt = inOrder.findLast((step) => step.action === 'change' || step.action === 'accept')?.ordinal ?? 0;
  const lastConfirm = new Map(
    inOrder.flatMap((step) => (step.action === 'confirm' ? [[step.actorId, step] as const] : [])),
  );
  const answers = new Map(
    inOrder.flatMap((step) =>
      step.action === 'accept' || step.action === 'decline' ? [[step.answers, step] as const] : [],
    ),
  );
  return {
    confirmed: [...lastConfirm.values()].map((step) => ({
      personId: step.actorId,
      name: step.actorName,
      at: step.at,
      earlier: step.ordinal < changedAt,
    })),
    added: inOrder.flatMap(({ action, ordinal, actorName: name, words, at }) =>
      action === 'add' ? [{ ordinal, name, words: words ?? '', at }] : [],
    ),
    corrections: inOrder.flatMap((step): Correction[] => {
      if (step.action !== 'ask') return [];
      const { ordinal, actorName: name, at, answerBy } = step;
      const answer = answers.get(ordinal);
      return [
        {
          ordinal,
          name,
          words: step.words ?? '',
          at,
          answerBy,
          status: answer === undefined ? 'open' : answer.action === 'accept' ? 'accepted' : 'declined',
          answer: answer ? { name: answer.actorName, words: answer.words, at: answer.at } : null,
        },
      ];
    }),
    before: inOrder
      .filter((step) => step.action === 'change' || step.action === 'accept')
      .map((step) => ({ words: step.before, until: step.at, name: step.actorName }))
      .toReversed(),
  };
}

export const TALK_CANS = ['undo', 'confirm', 'add', 'ask', 'answer', 'change', 'attach'] as const;
export type TalkCan = (typeof TALK_CANS)[number];

/** Where someone stands to a record. */
export type Side = {
  readonly actorId: Id;
  /** Is the leader of it, or may write for that leader. */
  readonly writes: boolean;
  /** Was there as a representative. */
  readonly wasThere: boolean;
};

/** What someone may do with the record's text; the server asks the same before it acts. */
export function textCans(text: SharedText, side: Side): TalkCan[] {
  const confirmedNow = text.confirmed.some((one) => one.personId === side.actorId && !one.earlier);
  const asks = text.corrections.some((one) => one.status === 'open');
  return [
    ...(side.wasThere && !confirmedNow ? (['confirm'] as const) : []),
    ...(side.wasThere ? (['add'] as const) : []),
    ...(side.wasThere && !asks ? (['ask'] as const) : []),
    ...(side.writes && asks ? (['answer'] as const) : []),
    ...(side.writes ? (['change', 'attach'] as const) : []),
  ];
}
