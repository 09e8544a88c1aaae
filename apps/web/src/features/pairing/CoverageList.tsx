import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Link } from '../../kit/Link.tsx';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import type { Coverage, CoveragePart } from './CoveragePage.tsx';
import { coverageWords } from './coverage.words.ts';
import { sayGround } from './PairSlot.tsx';
import { pairingWords } from './pairing.words.ts';

type CoverageListProps = { readonly coverage: Coverage; readonly part: CoveragePart };

/** The list behind one figure. */
export function CoverageList({ coverage, part }: CoverageListProps) {
  const t = useWords();
  const lists = { unpaired: Unpaired, short: Short, emptyUnits: EmptyUnits, expiring: Expiring } as const;
  const List = lists[part];
  return (
    <section>
      <div className="sec">
        <h2>{t(coverageWords[part])}</h2>
        <span className="meta num">{coverage[part].length}</span>
      </div>
      {coverage[part].length === 0 ? (
        <p className="second">{t(coverageWords.nothing)}</p>
      ) : (
        <List coverage={coverage} />
      )}
    </section>
  );
}

type ListProps = { readonly coverage: Coverage };

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <table className="tbl folds">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Unpaired({ coverage }: ListProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const tierWords = useTierWords();
  const may = useMay();
  return (
    <Table heads={[t(coverageWords.who), t(coverageWords.standing), t(coverageWords.tier), t(pairingWords.pairUp)]}>
      {coverage.unpaired.map((line) => (
        <tr key={line.id}>
          <td>
            <PersonLine
              person={{ name: line.name, unit: line.unit.name }}
              standings={[]}
              href={paths.person(line.id)}
            />
          </td>
          <td className="second">{sayGround(line.ground, today, language, t)}</td>
          <td className="second">
            {t(tierWords(line.tier))} <ClauseMark clause={line.clause} />
          </td>
          <td className="r beside">
            {may('pairing.recommend') && (
              <LinkButton
                small
                href={paths.pairings({ sheet: 'pair', friend: line.id })}
                aria-label={t(pairingWords.pairUpOf, { name: line.name })}
              >
                {t(pairingWords.pairUp)}
              </LinkButton>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Short({ coverage }: ListProps) {
  const t = useWords();
  return (
    <Table heads={[t(coverageWords.who), t(coverageWords.unit), t(coverageWords.quota)]}>
      {coverage.short.map((line) => (
        <tr key={line.id}>
          <td>
            <Link className="plain strong" href={paths.portfolio(line.id)}>
              {line.name}
            </Link>
          </td>
          <td className="second">{line.unit.name}</td>
          <td>
            <StateChip state="dueSoon" word={t(coverageWords.has, { has: line.has, required: line.required })} />{' '}
            {line.clause !== null && <ClauseMark clause={line.clause} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function EmptyUnits({ coverage }: ListProps) {
  const t = useWords();
  return (
    <Table heads={[t(coverageWords.unit), t(coverageWords.leadersHere), t(coverageWords.eligibleHere)]}>
      {coverage.emptyUnits.map((line) => (
        <tr key={line.unit.id}>
          <td>
            <Link className="plain strong" href={paths.people({ unit: line.unit.id })}>
              {line.unit.name}
            </Link>
          </td>
          <td className="second num">{t(coverageWords.leadersCount, { count: line.leaders })}</td>
          <td className="second num">{t(coverageWords.persons, { count: line.eligible })}</td>
        </tr>
      ))}
    </Table>
  );
}

function Expiring({ coverage }: ListProps) {
  const t = useWords();
  const tierWords = useTierWords();
  return (
    <Table
      heads={[
        t(coverageWords.ends),
        t(coverageWords.who),
        t(coverageWords.standing),
        t(coverageWords.leader),
        t(coverageWords.next),
      ]}
    >
      {coverage.expiring.map((line) => (
        <tr key={`${line.pairingId} ${line.standing}`}>
          <td>
            <StateChip
              state={line.within === '60' ? 'due' : 'dueSoon'}
              word={t(coverageWords.daysLeft, { days: line.daysLeft })}
            />
          </td>
          <td>
            <PersonLine
              person={{ name: line.representative.name, unit: line.representative.unit.name }}
              standings={[]}
              href={paths.person(line.representative.id)}
            />
          </td>
          <td className="second">{line.standing}</td>
          <td className="second">
            <Link href={paths.pairing(line.pairingId)}>{line.leader.name ?? t(pairingWords.someone)}</Link>
          </td>
          <td className="second">
            {line.nextTier === null
              ? t(coverageWords.nextNone)
              : t(coverageWords.nextTier, { tier: t(tierWords(line.nextTier)) })}
            {line.clause !== null && <ClauseMark clause={line.clause} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}
