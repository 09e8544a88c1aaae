/** Which pairs would stand otherwise in their year of contact, were another policy in force on a day. */
import type { Id } from '../kit/ids.ts';
import { words, type Words } from '../kit/words.ts';
import type { EffectPart, PolicyEffect } from '../policy/policy-effects.ts';
import { CONTACT_STATE_WORDS } from './interaction.words.ts';
import type { YearOfContact } from './year-of-contact.ts';

export const YEAR_EFFECT = words({ title: { zh: '一年的联系', en: 'The year of contact' } });

type Judged = Pick<YearOfContact, 'state' | 'required' | 'aim' | 'done' | 'clause'>;

export type JudgedPair = {
  readonly leader: { readonly id: Id; readonly name: string };
  readonly person: { readonly id: Id; readonly name: string; readonly unit: string };
  readonly before: Judged;
  readonly after: Judged;
};

export function yearEffects(pairs: readonly JudgedPair[]): EffectPart {
  const effects = pairs.flatMap(({ leader, person, before, after }): PolicyEffect[] => {
    const same = before.state === after.state && before.required === after.required && before.aim === after.aim;
    if (same) return [];
    return [{ person, other: leader, before: wordsOf(before), after: wordsOf(after), clause: after.clause }];
  });
  return { part: 'year', title: YEAR_EFFECT.title, of: pairs.length, effects };
}

/** The state, and the count where the rule has one: 已谈 1/1. */
function wordsOf({ state, required, done }: Judged): Words {
  const { zh, en } = CONTACT_STATE_WORDS[state];
  if (required === null) return { zh, en };
  return { zh: `${zh} ${done}/${required}`, en: `${en} ${done}/${required}` };
}
