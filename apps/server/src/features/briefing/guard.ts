/** Who may be named in a briefing, asked of the people’s own choices at every step. */
import { briefingRefusals } from '@zhengyou/domain/briefing/briefing.refusals.ts';
import { guardNaming, type GuardedItem, type Warning } from '@zhengyou/domain/briefing/naming-guard.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { findNameIn } from '@zhengyou/domain/matter/reply-text.ts';
import type { Context } from '../../edge/context.ts';
import type { ItemRow, Texts } from './briefing.queries.ts';
import { listSourceRows, type SourceRow } from './briefing.reads.ts';
import { listKnown } from './known.reads.ts';

export type Sources = ReadonlyMap<Id, SourceRow>;

export async function sourcesOf(context: Context, matterIds: readonly (Id | null)[]): Promise<Sources> {
  const ids = [...new Set(matterIds.filter((id): id is Id => id !== null))];
  const rows = await listSourceRows(context.db, context.institutionId, context.reach, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

const GONE: readonly SourceRow['status'][] = ['merged', 'withdrawn', 'endedInLedger'];

/** The items with who may be named today; refuses a matter that is not there, or there no more. */
export function attributed(
  items: readonly Omit<ItemRow, 'matterNumber' | 'kind' | 'namedAs' | 'raisedBy'>[],
  sources: Sources,
) {
  return items.map((item): ItemRow => {
    if (item.matterId === null) return { ...item, matterNumber: null, kind: null, namedAs: [], raisedBy: 0 };
    const source = sources.get(item.matterId);
    if (!source || GONE.includes(source.status)) throw new Refused(briefingRefusals.unknownMatter());
    return {
      ...item,
      matterNumber: source.number,
      kind: source.kind,
      namedAs: source.proposers.filter((one) => one.named).map((one) => one.name),
      raisedBy: source.proposers.length,
    };
  });
}

/** Refuses the name of anyone who raised one of these things and has not agreed to be named, wherever it stands. */
export function refuseNames(texts: Texts, items: readonly ItemRow[], sources: Sources): void {
  const unnamed = [...sources.values()].flatMap((source) =>
    source.proposers.filter((one) => !one.named).map((one) => one.name),
  );
  const parts = [
    ...items.map((item) => ({ item: item.ordinal, texts: [item.heading, item.text], named: item.namedAs })),
    { item: 0, texts: [texts.title, texts.opening, texts.closing], named: [] as readonly string[] },
  ];
  for (const part of parts) {
    const name = findNameIn(
      part.texts,
      unnamed.filter((one) => !part.named.includes(one)),
    );
    if (name !== undefined) throw new Refused(briefingRefusals.namesUnnamed({ item: part.item, name }));
  }
}

/** Since it was written, someone chose not to be named after all, or took back what they had said. */
export function refuseChanged(items: readonly ItemRow[], sources: Sources): void {
  for (const item of items) {
    if (item.matterId === null) continue;
    const source = sources.get(item.matterId);
    const number = item.matterNumber ?? '';
    if (!source || GONE.includes(source.status)) throw new Refused(briefingRefusals.withdrawn({ number }));
    const named = source.proposers.filter((one) => one.named).map((one) => one.name);
    if (item.namedAs.some((name) => !named.includes(name)))
      throw new Refused(briefingRefusals.namingChanged({ number }));
  }
}

/** Where the text tells who spoke. The opening and closing words count as item 0, for everybody who is not named. */
export async function warningsOf(
  context: Context,
  texts: Texts,
  items: readonly ItemRow[],
  sources: Sources,
): Promise<Warning[]> {
  const everyone = await listKnown(context.db, context.institutionId, context.today);
  const people = (item: ItemRow, named: boolean) =>
    item.matterId === null
      ? []
      : (sources.get(item.matterId)?.proposers ?? []).filter((one) => one.named === named).map((one) => one.personId);
  const guarded: GuardedItem[] = [
    { ordinal: 0, texts: [texts.title, texts.opening, texts.closing], unnamed: [], named: [] },
    ...items.map((item) => ({
      ordinal: item.ordinal,
      texts: [item.heading, item.text],
      unnamed: people(item, false),
      named: people(item, true),
    })),
  ];
  return guardNaming(guarded, everyone);
}
