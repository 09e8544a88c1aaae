import { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Fragment } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { calendarWords } from '../calendar/calendar.words.ts';
import { Asks, type Clause } from './Asks.tsx';
import { childrenOf } from './clause-tree.ts';
import { draftWords } from './draft.words.ts';
import { LocalSettings } from './LocalSettings.tsx';
import { policyWords } from './policy.words.ts';
import { CopyButton } from './VersionsPage.tsx';
import { isKeptByPeople, placesOf } from './where-done.ts';
import './policy.css';

/** The measures, clause by clause: what each says, what it asks, and where it is done. */
export function PolicyPage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const policy = useCall(readPolicy, {});
  const { data } = policy;
  const sub = data && (
    <>
      {t(data.name)}
      <br />
      {t(policyWords.sub, { from: sayDay(data.from, { language }), version: data.version })}
    </>
  );
  return (
    <Page
      title={t(policyWords.title)}
      sub={sub}
      width="wide"
      actions={
        data && (
          <>
            <LinkButton href={paths.policyCalendar()}>{t(calendarWords.link)}</LinkButton>
            <LinkButton href={paths.policyVersions()}>{t(draftWords.versions)}</LinkButton>
            {data.can.includes('draft') && <CopyButton policyId={data.policyId} />}
          </>
        )
      }
    >
      <Answer of={policy} loading={{ rows: 12, height: 52 }}>
        {(reply) => (
          <>
            {reply.coming && (
              <p className="coming">
                {t(draftWords.comingNote, {
                  number: reply.coming.number,
                  on: sayDay(reply.coming.startsOn, { language, today }),
                })}{' '}
                <Link href={paths.policyComparison(reply.policyId, reply.coming.policyId)}>
                  {t(draftWords.seeChange)}
                </Link>
              </p>
            )}
            <Clauses clauses={reply.clauses} />
            <p className="meta foot-note">
              {t(policyWords.foot)}
              {t(kitWords.gap)}
              <ClauseMark local /> {t(policyWords.localFoot)}
            </p>
            <LocalSettings settings={reply.settings} maySet={reply.can.includes('set')} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/**
 * One row a clause, but: what only guides shares one row, and an article whose points stand below it has none of its own.
 */
function rowsOf(clauses: readonly Clause[]): Clause[][] {
  const rows: Clause[][] = [];
  for (const clause of clauses) {
    const guides = isGuidance(clause);
    const last = rows.at(-1);
    if (guides && last?.[0] && isGuidance(last[0])) last.push(clause);
    else if (guides || clause.requirements.length > 0 || childrenOf(clause, clauses).length === 0) rows.push([clause]);
  }
  return rows;
}

const isGuidance = (clause: Clause) => clause.class === 'preamble' || clause.class === 'principle';

/** The leading number: a stronger line parts one article from the next. */
const articleOf = (clause: Clause) => clause.id.split('.')[0];

function Clauses({ clauses }: { readonly clauses: ReplyOf<typeof readPolicy>['clauses'] }) {
  const t = useWords();
  return (
    <table className="tbl clauses">
      <thead>
        <tr>
          <th scope="col">{t(policyWords.clause)}</th>
          <th scope="col">{t(policyWords.saying)}</th>
          <th scope="col">{t(policyWords.asks)}</th>
          <th scope="col">{t(policyWords.where)}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(clauses).map((row, index, rows) => {
          const before = rows[index - 1]?.[0];
          const [clause] = row;
          if (!clause) return null;
          if (row.length > 1) return <RunRow key={clause.id} run={row} />;
          const first = before !== undefined && articleOf(before) !== articleOf(clause);
          return <ClauseRow key={clause.id} clause={clause} first={first} />;
        })}
      </tbody>
    </table>
  );
}

export const numberOf = (clause: string, preamble: string): string => (clause === 'preamble' ? preamble : clause);

function ClauseRow({ clause, first }: { readonly clause: Clause; readonly first: boolean }) {
  const t = useWords();
  return (
    <tr className={first ? 'first' : undefined}>
      <td className="number voice">{numberOf(clause.id, t(policyWords.preamble))}</td>
      <th scope="row" className="saying voice">
        <Link href={paths.clause(clause.id)}>{t(clause.heading)}</Link>
      </th>
      <td className="asks">
        {clause.requirements.map((line) => (
          <div key={line.id}>
            <Asks line={line} />
          </div>
        ))}
      </td>
      <td className="where">
        <WhereDone clause={clause} />
      </td>
    </tr>
  );
}

/** Several clauses of guidance in one row, each heading leading to its own. */
function RunRow({ run }: { readonly run: readonly Clause[] }) {
  const t = useWords();
  const articles = run.filter((clause) => !clause.id.includes('.'));
  const numbers = articles.filter((clause) => clause.id !== 'preamble').map((clause) => clause.id);
  return (
    <tr>
      <td className="number voice">{[numbers[0], numbers.at(-1)].join('–')}</td>
      <th scope="row" className="saying voice">
        {articles.map((clause, index) => (
          <Fragment key={clause.id}>
            {index > 0 && t(policyWords.semicolon)}
            <Link href={paths.clause(clause.id)}>{t(clause.heading)}</Link>
          </Fragment>
        ))}
      </th>
      <td className="asks">{t(policyWords.guidance)}</td>
      <td className="where">
        <span className="muted">{t(policyWords.byPeople)}</span>
      </td>
    </tr>
  );
}

export function WhereDone({ clause }: { readonly clause: Clause }) {
  const t = useWords();
  const may = useMay();
  const kinds = clause.requirements.map((line) => line.kind);
  const places = placesOf(kinds, may);
  const rest = kinds.length === 0 || kinds.some(isKeptByPeople);
  const comma = <span className="muted">{t(kitWords.comma)}</span>;
  return (
    <span className={rest && places.length > 0 ? 'mixed' : undefined}>
      {places.map((place, index) => (
        <Fragment key={place.href}>
          {index > 0 && comma}
          <Link href={place.href}>{t(place.words)}</Link>
        </Fragment>
      ))}
      {rest && (
        <>
          {places.length > 0 && comma}
          <span className="muted">{t(places.length > 0 ? policyWords.restByPeople : policyWords.byPeople)}</span>
        </>
      )}
    </span>
  );
}
