/** Two records of one person become one: field by field it is said which holds, and what is empty gives way by itself. */

export const MERGE_FIELDS = [
  'name',
  'reading',
  'unit',
  'affiliations',
  'position',
  'titles',
  'birthMonth',
  'phone',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export const MERGE_CHOICES = ['kept', 'other', 'both'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];
export type MergeChoices = Readonly<Partial<Record<MergeField, MergeChoice>>>;

/** Lists can be joined; of anything else there is one. */
export const canHoldBoth = (field: MergeField): boolean => field === 'titles' || field === 'affiliations';

/** For so long after it a merge can be taken back. */
export const MERGE_UNDO_DAYS = 30;

type Value = string | null | readonly string[];
export type Mergeable = Readonly<Record<MergeField, Value>>;

const isEmpty = (value: Value): boolean => value === null || value.length === 0;
const alike = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

export type FieldToMerge = {
  readonly field: MergeField;
  /** Both are told and are not the same: somebody has to look. */
  readonly differs: boolean;
  /** What holds unless somebody chooses. */
  readonly proposed: MergeChoice;
};

/** The reading follows the name unless it is chosen for itself. */
export const compareRecords = (kept: Mergeable, other: Mergeable): FieldToMerge[] =>
  MERGE_FIELDS.map((field) => {
    const differs = !alike(kept[field], other[field]) && !isEmpty(kept[field]) && !isEmpty(other[field]);
    const proposed =
      isEmpty(kept[field]) && !isEmpty(other[field]) ? 'other' : differs && canHoldBoth(field) ? 'both' : 'kept';
    return { field, differs, proposed };
  });

/** Of every field the record whose value holds; `both` of a field that holds one only is the kept one’s. */
export function mergedRecord(kept: Mergeable, other: Mergeable, choices: MergeChoices): Mergeable {
  const values = compareRecords(kept, other).map(({ field, proposed }): [MergeField, Value] => {
    const choice = choices[field] ?? proposed;
    if (choice === 'both' && canHoldBoth(field))
      return [field, [...new Set([...(kept[field] as readonly string[]), ...(other[field] as readonly string[])])]];
    return [field, choice === 'other' ? other[field] : kept[field]];
  });
  return Object.fromEntries(values) as Mergeable; // one value for each field of the list
}
