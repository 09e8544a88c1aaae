import { POOL_KINDS } from '@zhengyou/domain/pairing/draft.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { useWords } from '../../app/language.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { StateChip } from '../../kit/StateChip.tsx';
import { boardWords, poolWords } from './board.words.ts';
import { pairingWords } from './pairing.words.ts';
import type { Board, PoolLine } from './use-board.ts';
import type { Carry } from './use-carry.ts';

type BoardPoolProps = {
  readonly board: Board;
  readonly carry: Carry;
  readonly may: boolean;
  readonly placeId: string;
};

/** Who is to be placed, by the reason for which they wait. */
export function BoardPool({ board, carry, may, placeId }: BoardPoolProps) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const kinds = POOL_KINDS.filter((kind) => kind === 'unpaired' || (board.poolCounts[kind] ?? 0) > 0);
  const kind = kinds.find((one) => one === search['pool']) ?? 'unpaired';
  const lines = board.pool.filter((line) => line.kind === kind);
  const clause = lines.find((line) => line.clause !== null)?.clause;
  const place = may ? carry.placeProps(placeId) : {};
  return (
    <section className={carry.over === placeId ? 'board-pool over' : 'board-pool'} {...place}>
      <div className="sec">
        <h2>{t(boardWords.pool)}</h2>
      </div>
      <ChoiceChips
        label={t(boardWords.poolShown)}
        value={kind}
        onChange={(next) => setSearch({ pool: next === 'unpaired' ? undefined : next }, { replace: true })}
        options={kinds.map((value) => ({
          value,
          label: t(boardWords.poolCount, { kind: t(poolWords[value]), count: board.poolCounts[value] ?? 0 }),
        }))}
      />
      {lines.length === 0 && <p className="second board-none">{t(boardWords.poolEmpty)}</p>}
      <ul>
        {lines.map((line) => (
          <Line key={line.representative.id} line={line} carry={carry} may={may} />
        ))}
      </ul>
      {kind === 'ending' && lines.length > 0 && (
        <p className="meta board-note">
          {t(boardWords.endingText)}
          {clause && <ClauseMark clause={clause} />}
        </p>
      )}
      {may && carry.carried?.from && (
        <button type="button" className="slot free wide" data-take onClick={carry.putBack}>
          {t(boardWords.back)}
        </button>
      )}
    </section>
  );
}

/** A term that ends later is no reason to look at it now. */
const NEAR_DAYS = 180;

type LineProps = { readonly line: PoolLine; readonly carry: Carry; readonly may: boolean };

function Line({ line, carry, may }: LineProps) {
  const t = useWords();
  const { setSearch } = useSearchState();
  const { id, name, unit, ground } = line.representative;
  const item = may ? carry.itemProps({ personId: id, name, from: null }) : {};
  return (
    <li>
      <button
        type="button"
        className={carry.carried?.personId === id ? 'pool-person carried' : 'pool-person'}
        {...item}
        onClick={() => setSearch({ sheet: 'person', person: id })}
      >
        <span className="grow">
          <span className="strong">{name}</span>
          <span className="meta ell">
            {[unit.shortName, ground?.written].filter(Boolean).join(t(kitWords.comma)) || t(pairingWords.tierUnknown)}
          </span>
        </span>
        {line.placed ? (
          <span className="meta">{t(boardWords.placed)}</span>
        ) : (
          line.daysLeft !== null &&
          line.daysLeft <= NEAR_DAYS && (
            <StateChip state="dueSoon" word={t(boardWords.daysLeft, { days: line.daysLeft })} />
          )
        )}
      </button>
    </li>
  );
}
