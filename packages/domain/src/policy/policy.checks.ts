/** What each part of a policy file may say alone is the schema's; this asks whether the parts agree. */
import { FESTIVAL_KEYS } from '../calendar/festivals.ts';
import { daysInMonth, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import type { PolicyFile, PolicyProblem } from './policy.ts';
import { POLICY_PROBLEMS } from './policy.words.ts';
import { isSettingValue } from './local-setting.ts';
import { matterOf } from './matter-of.ts';
import type { Requirement } from './requirement.ts';

type Say = (path: string, message: Words) => void;
type Dated = { readonly from: PlainDate; readonly until: PlainDate | null };
type Range = { readonly min: number | null; readonly max: number | null };

export function disagreements(file: PolicyFile): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const say: Say = (path, message) => problems.push({ path, message });
  if (file.until !== null && file.until <= file.from) say('until', POLICY_PROBLEMS.endsBeforeStart);
  for (const list of ['tiers', 'posts', 'unitKinds', 'terms', 'clauses', 'requirements'] as const)
    repeated(file[list] ?? [], list, say);
  file.clauses.forEach((clause, index) => {
    const until = clause.until ?? file.until;
    if (until !== null && until <= (clause.from ?? file.from))
      say(`clauses[${index}].until`, POLICY_PROBLEMS.endsBeforeStart);
  });
  checkTerms(file.terms ?? [], say);
  (file.settings ?? []).forEach((setting, index) => {
    if (endsBeforeStart(setting)) say(`settings[${index}].until`, POLICY_PROBLEMS.endsBeforeStart);
    if (!isSettingValue(setting.kind, setting.value)) say(`settings[${index}].value`, POLICY_PROBLEMS.settingValue);
  });
  const clauses = new Set(file.clauses.map((clause) => clause.id));
  const tiers = new Set(file.tiers.map((tier) => tier.id));
  file.requirements.forEach((row, index) => {
    const at = `requirements[${index}]`;
    if (!clauses.has(row.basis)) say(`${at}.basis`, POLICY_PROBLEMS.noSuchClause(row.basis));
    row.see?.forEach((id, place) => {
      if (!clauses.has(id)) say(`${at}.see[${place}]`, POLICY_PROBLEMS.noSuchClause(id));
    });
    row.appliesTo.tiers.forEach((tier, place) => {
      if (!tiers.has(tier)) say(`${at}.appliesTo.tiers[${place}]`, POLICY_PROBLEMS.unknownTier(tier));
    });
    if (endsBeforeStart(row)) say(`${at}.until`, POLICY_PROBLEMS.endsBeforeStart);
    checkValue(row, `${at}.value`, say);
  });
  checkOverlaps(file.requirements, say);
  return problems;
}

const endsBeforeStart = ({ from, until }: Dated) => until !== null && until <= from;

function repeated(items: readonly { readonly id: string }[], list: string, say: Say) {
  const known = new Set<string>();
  items.forEach(({ id }, index) => {
    if (known.has(id)) say(`${list}[${index}].id`, POLICY_PROBLEMS.repeated(id));
    known.add(id);
  });
}

function checkTerms(terms: NonNullable<PolicyFile['terms']>, say: Say) {
  terms.forEach(({ from, until }, index) => {
    if ((from === null) !== (until === null)) say(`terms[${index}]`, POLICY_PROBLEMS.bothOrNone);
    if (from === null || until === null) return;
    if (until <= from) say(`terms[${index}].until`, POLICY_PROBLEMS.endsBeforeStart);
    const other = terms
      .slice(0, index)
      .find((term) => term.from !== null && term.until !== null && term.from < until && from < term.until);
    if (other) say(`terms[${index}].from`, POLICY_PROBLEMS.termsOverlap(other.id));
  });
}

const contradicts = ({ min, max }: Range) => min !== null && max !== null && max < min;

function checkValue(row: Requirement, at: string, say: Say) {
  if (row.kind === 'quota') {
    const { byRank = [], byKind = [], ...whole } = row.value;
    if (contradicts(whole)) say(at, POLICY_PROBLEMS.contradiction);
    byRank.forEach((line, index) => contradicts(line) && say(`${at}.byRank[${index}]`, POLICY_PROBLEMS.contradiction));
    byKind.forEach((line, index) => contradicts(line) && say(`${at}.byKind[${index}]`, POLICY_PROBLEMS.contradiction));
    const parts = byKind.reduce((sum, line) => sum + (line.min ?? 0), 0);
    for (const { max } of [whole, ...byRank])
      if (max !== null && parts > max) say(`${at}.byKind`, POLICY_PROBLEMS.partsBeyondWhole);
  }
  if (row.kind === 'cadence') {
    const { floor, aim, channels, shown } = row.value;
    if (contradicts({ min: floor, max: aim })) say(at, POLICY_PROBLEMS.contradiction);
    shown.forEach((channel, place) => {
      if (channels.includes(channel)) say(`${at}.shown[${place}]`, POLICY_PROBLEMS.bothCountedAndShown(channel));
    });
  }
  if (row.kind === 'eligibility' && row.value.anyOf.length === 0 && row.value.open === 'no' && !row.value.counterparts)
    say(`${at}.anyOf`, POLICY_PROBLEMS.nobodyEligible);
  if (row.kind === 'occasion')
    row.value.festivals?.forEach((festival, index) => {
      if (festival.calendar === 'solar' && festival.day > daysInMonth(2024, festival.month))
        say(`${at}.festivals[${index}].day`, POLICY_PROBLEMS.noSuchDay(festival.month, festival.day));
      if (festival.name === undefined && !(FESTIVAL_KEYS as readonly string[]).includes(festival.key))
        say(`${at}.festivals[${index}].key`, POLICY_PROBLEMS.unnamedFestival(festival.key));
    });
}

const meet = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
/** A row that names ranks stands beside the general one and goes before it; two that name the same rank do not. */
const alike = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
  a === undefined || b === undefined ? a === b : meet(a, b);

function checkOverlaps(rows: readonly Requirement[], say: Say) {
  rows.forEach((row, index) => {
    const other = rows
      .slice(0, index)
      .find(
        (before) =>
          matterOf(before) === matterOf(row) &&
          meet(before.appliesTo.tiers, row.appliesTo.tiers) &&
          alike(before.appliesTo.ranks, row.appliesTo.ranks) &&
          alike(before.appliesTo.counterparts, row.appliesTo.counterparts) &&
          before.from === row.from,
      );
    if (other) say(`requirements[${index}]`, POLICY_PROBLEMS.rowsOverlap(other.id));
  });
}
