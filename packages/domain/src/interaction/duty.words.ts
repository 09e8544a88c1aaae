/** A duty in words: what it asks, of which period, and how that was counted. */
import { namePeriod, PER_PERIOD } from '../calendar/period.words.ts';
import { say, words, type Words } from '../kit/words.ts';
import type { Said } from '../policy/arithmetic.ts';
import { isFirm, type Duty, type DutyState, type PeriodVerdict } from './duty.ts';

const LINES = words({
  required: {
    zh: '{period}应{what} {required} 次，已{what} {done} 次，依据 {clause}。',
    en: '{what}, {period}: {required} asked for, {done} done, by clause {clause}.',
  },
  requiredAndAim: {
    zh: '{period}应{what} {required} 次，望 {aim} 次，已{what} {done} 次，依据 {clause}。',
    en: '{what}, {period}: {required} asked for, {aim} hoped for, {done} done, by clause {clause}.',
  },
  soft: {
    zh: '{period}一般{what} {required} 次，已{what} {done} 次，依据 {clause}。',
    en: '{what}, {period}: {required} as a rule, {done} done, by clause {clause}.',
  },
  none: {
    zh: '{period}不计应{what}次数，已{what} {done} 次，依据 {clause}。',
    en: '{what}, {period}: none asked for, {done} done, by clause {clause}.',
  },
  noNumber: {
    zh: '依据 {clause}，没有定次数；{period}已{what} {done} 次。',
    en: 'Clause {clause} sets no number. {what}, {period}: {done} done.',
  },
  resting: { zh: '眼下不在学期内，{per}的{what}暂不计。', en: 'No term today: {what} ({per}) rests.' },
  part: {
    zh: '这一段结对 {paired} 天，全段 {all} 天，按所占天数计。',
    en: 'Paired for {paired} of {all} days; the share is counted.',
  },
  excused: { zh: '其中暂缓 {excused} 天，不计在内。', en: 'Excused for {excused} of them, which are left out.' },
  missed: {
    zh: '{missed}没有达到，之后还没有{what}。',
    en: 'It was not reached in {missed}, and nothing has been done since.',
  },
  ended: {
    zh: '今年已过的 {asked} 段里，{met} 段做到。',
    en: 'Of {asked} periods of this year that have ended, it was done in {met}.',
  },
});

const TALK: Words = words({ talk: { zh: '交谈', en: 'Talks' } }).talk;
export const nameOfDuty = ({ cadence }: Pick<Duty, 'cadence'>): Words => cadence.value.name ?? TALK;

const inBoth = (entry: Words, facts: Said['facts'], worded: Readonly<Record<string, Words>>): Words => ({
  zh: say(entry, 'zh', {
    ...facts,
    ...Object.fromEntries(Object.entries(worded).map(([key, each]) => [key, each.zh])),
  }),
  en: say(entry, 'en', {
    ...facts,
    ...Object.fromEntries(Object.entries(worded).map(([key, each]) => [key, each.en])),
  }),
});

/** The arithmetic shown: `2026 年 11 月应通话 1 次，已通话 0 次，依据 6.2。` */
export function sayDuty(duty: Duty): Words {
  const { cadence, current, missed, ended } = duty;
  const what = nameOfDuty(duty);
  const lines: Words[] = [];
  if (current === null) lines.push(inBoth(LINES.resting, {}, { what, per: PER_PERIOD[cadence.unit] }));
  else {
    lines.push(
      inBoth(
        headOf(current, isFirm(cadence)),
        { required: current.required ?? 0, aim: current.aim ?? 0, done: current.done, clause: cadence.basis },
        { what, period: namePeriod(current.period) },
      ),
    );
    const { paired, excused, all } = current.days;
    if (current.required !== null && paired > 0 && paired < all) lines.push(inBoth(LINES.part, { paired, all }, {}));
    if (current.required !== null && excused > 0) lines.push(inBoth(LINES.excused, { excused }, {}));
  }
  if (missed) lines.push(inBoth(LINES.missed, {}, { what, missed: namePeriod(missed.period) }));
  else if (ended.asked > ended.met) lines.push(inBoth(LINES.ended, ended, {}));
  return { zh: lines.map((line) => line.zh).join(''), en: lines.map((line) => line.en).join(' ') };
}

function headOf({ required, aim }: PeriodVerdict, firm: boolean): Words {
  if (required === null) return LINES.noNumber;
  if (required === 0) return LINES.none;
  if (!firm) return LINES.soft;
  return aim === required ? LINES.required : LINES.requiredAndAim;
}

const SHORT = words({
  count: { zh: '{what} {done}/{required}', en: '{what} {done}/{required}' },
  noNumber: { zh: '{what}没有定次数', en: '{what}: no number set' },
  resting: { zh: '{what}：不在学期内', en: '{what}: no term today' },
  none: { zh: '{what}：不计', en: '{what}: none asked for' },
});

/** For a narrow column: the period, then how much of how much. */
export function shortDuty(duty: Duty): Words {
  // What is late is the period that ended unmet, not the one under way.
  const current = duty.missed ?? duty.current;
  const what = nameOfDuty(duty);
  if (current === null) return inBoth(SHORT.resting, {}, { what });
  const { required, done } = current;
  if (required === null) return inBoth(SHORT.noNumber, {}, { what });
  const count = required === 0 ? inBoth(SHORT.none, {}, { what }) : inBoth(SHORT.count, { done, required }, { what });
  const period = namePeriod(current.period);
  return { zh: `${period.zh}${count.zh}`, en: `${period.en}, ${count.en.charAt(0).toLowerCase()}${count.en.slice(1)}` };
}

export const DUTY_STATE_WORDS: Readonly<Record<DutyState, Words>> = words({
  late: { zh: '已过期', en: 'Late' },
  due: { zh: '该联系', en: 'Due' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  onTrack: { zh: '进行中', en: 'On track' },
  noNumber: { zh: '没有定次数', en: 'No numeric duty' },
  met: { zh: '已达到', en: 'Met' },
  excused: { zh: '暂缓', en: 'Excused' },
  resting: { zh: '不在学期内', en: 'No term' },
});
