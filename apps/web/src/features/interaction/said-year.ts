/** A row of the year in words: the same functions that the rules are tested with. */
import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { DUTY_STATE_WORDS } from '@zhengyou/domain/interaction/duty.words.ts';
import type { YearGroup, YearRow } from '@zhengyou/domain/interaction/year.contract.ts';
import type { ContactState, YearOfContact } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { sayNext, sayYear, YEAR_ARITHMETIC } from '@zhengyou/domain/interaction/year-of-contact.words.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language, type Words } from '@zhengyou/domain/kit/words.ts';
import type { MarkState } from '../../kit/state.ts';
import { yearWords } from './year.words.ts';

const asYear = (row: YearRow): YearOfContact => ({ ...row.year, arithmetic: [] }) as YearOfContact; // fields absent travel as absent, not as undefined

/** What stands together. */
export const groupOf = (row: YearRow, group: YearGroup): string =>
  group === 'state' ? row.year.state : group === 'unit' ? row.person.unit : row.leader.id;

export const nameOf = (row: YearRow, language: Language): string => row.person.name || yearWords.unnamed[language];

export const nextOf = (row: YearRow, today: PlainDate, language: Language): string[] =>
  sayNext(asYear(row), today, language);

export const sentenceOf = (row: YearRow, today: PlainDate, language: Language): string =>
  sayYear(
    nameOf(row, language),
    asYear(row),
    today,
    language,
    row.duties.map((duty) => duty.short),
  );

export const arithmeticOf = (row: YearRow, language: Language): string =>
  row.year.arithmetic
    .map(({ line, facts }) => say(YEAR_ARITHMETIC[line], language, facts))
    .join(language === 'zh' ? '' : ' ');

/** A duty over another period than the year, where no talks are counted by the year: the one that presses stands for the row. */
export const leadDutyOf = (row: YearRow): YearRow['duties'][number] | undefined =>
  row.year.clause !== null
    ? undefined
    : (row.duties.find((duty) => duty.state === row.year.state && duty.dueOn === row.year.dueOn) ?? row.duties[0]);

/** A visit that is late is no talk that is late. */
export const stateWordOf = (row: YearRow): Words => {
  const lead = leadDutyOf(row);
  return lead && lead.state === row.year.state ? DUTY_STATE_WORDS[lead.state] : CONTACT_STATE_WORDS[row.year.state];
};

/** A rule without a number presses nobody: it is drawn as on track and says its own word. */
export const markOf = (state: ContactState): MarkState => (state === 'noNumber' ? 'onTrack' : state);

const PRESSING: ReadonlySet<ContactState> = new Set(['late', 'due', 'dueSoon', 'firstPending']);
/** The day that is drawn as a length on the line: only where it presses. */
export const pressingDay = (row: YearRow): PlainDate | undefined =>
  PRESSING.has(row.year.state) ? (row.year.dueOn ?? undefined) : undefined;

export type { YearRow };
