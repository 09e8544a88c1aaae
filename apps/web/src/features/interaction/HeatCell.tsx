import type { HeatCell, readHeat } from '@zhengyou/domain/interaction/heat.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { say, type Language } from '@zhengyou/domain/kit/words.ts';
import { GlyphBox } from '../../kit/Glyph.tsx';
import { heatWords } from './heat.words.ts';

const KINDS = [
  { key: 'talks', glyph: 'talk', said: heatWords.saidTalks },
  { key: 'gatherings', glyph: 'event', said: heatWords.saidGatherings },
  { key: 'visits', glyph: 'visit', said: heatWords.saidVisits },
] as const;

/** The signs of the year with their figures: nothing is told by a shade alone. */
export function CellFigures({ cell }: { readonly cell: HeatCell }) {
  return KINDS.map(
    ({ key, glyph }) =>
      cell[key] > 0 && (
        <span key={key} className="heat-figure" aria-hidden="true">
          <GlyphBox kind={glyph} />
          {cell[key]}
        </span>
      ),
  );
}

export const sayCell = (cell: HeatCell, language: Language): string =>
  KINDS.filter(({ key }) => cell[key] > 0)
    .map(({ key, said }) => say(said, language, { count: cell[key] }))
    .join(language === 'zh' ? '、' : ', ');

type Leader = ReplyOf<typeof readHeat>['leaders'][number];

/** The row as a sentence, for those who hear it. */
export function sayLeader(leader: Leader, year: number, language: Language): string {
  const months = leader.months.flatMap((cell, index) => {
    const says = sayCell(cell, language);
    return says === '' ? [] : [say(heatWords.saidMonth, language, { month: index + 1, says })];
  });
  return months.length === 0
    ? say(heatWords.saidQuiet, language, { year })
    : say(heatWords.saidYear, language, { year, months: months.join(language === 'zh' ? '；' : '; ') });
}
