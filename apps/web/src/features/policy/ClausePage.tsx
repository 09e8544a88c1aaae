import { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import { CLAUSE_CLASS_WORDS, REQUIREMENT_KIND_WORDS, STRENGTH_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useTierWords } from './use-tiers.ts';
import { Asks, type Clause, type RequirementLine } from './Asks.tsx';
import { WhereDone } from './PolicyPage.tsx';
import { childrenOf, parentOf } from './clause-tree.ts';
import { policyWords } from './policy.words.ts';
import './policy.css';

/** One clause, where every mark of it leads: what it says, and each requirement with its strength and its time. */
export function ClausePage() {
  const t = useWords();
  const id = usePathParam('clause');
  const policy = useCall(readPolicy, {});
  const clauses = policy.data?.clauses ?? [];
  const at = clauses.findIndex((clause) => clause.id === id);
  const clause = clauses[at];
  const parent = clause && parentOf(clause, clauses);
  const title = id === 'preamble' ? t(policyWords.preamble) : t(policyWords.clauseTitle, { clause: id });
  return (
    <Page
      title={title}
      back={{ href: paths.policy(), label: t(policyWords.title) }}
      width="narrow"
      lead={clause && <ClauseHeading clause={clause} />}
      sub={clause && [t(CLAUSE_CLASS_WORDS[clause.class]), parent && t(parent.heading)].filter(Boolean).join(' · ')}
    >
      <Answer of={policy} loading={{ rows: 3, height: 52 }}>
        {() =>
          clause ? (
            <>
              <p className="quote">{t(clause.gist)}</p>
              {clause.requirements.length === 0 && childrenOf(clause, clauses).length > 0 ? (
                <Points points={childrenOf(clause, clauses)} />
              ) : (
                <Requirements clause={clause} />
              )}
              <nav className="row apart turn" aria-label={t(policyWords.title)}>
                <Neighbour clause={clauses[at - 1]} word={t(policyWords.previous)} />
                <Neighbour clause={clauses[at + 1]} word={t(policyWords.next)} />
              </nav>
            </>
          ) : (
            <Empty lead={t(policyWords.noSuch, { clause: id })}>
              <Link href={paths.policy()}>{t(policyWords.toAll)}</Link>
            </Empty>
          )
        }
      </Answer>
    </Page>
  );
}

function ClauseHeading({ clause }: { readonly clause: Clause }) {
  const t = useWords();
  return (
    <>
      {clause.id !== 'preamble' && <span className="ordinal">{clause.id}</span>}
      {t(clause.heading)}
    </>
  );
}

function Points({ points }: { readonly points: readonly Clause[] }) {
  const t = useWords();
  return (
    <section className="requirements">
      <div className="sec ruled">
        <h2>{t(policyWords.points)}</h2>
      </div>
      <ul>
        {points.map((point) => (
          <li className="point" key={point.id}>
            <span className="ordinal voice">{point.id}</span>
            <Link href={paths.clause(point.id)}>{t(point.heading)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Requirements({ clause }: { readonly clause: Clause }) {
  const t = useWords();
  return (
    <section className="requirements">
      <div className="sec ruled">
        <h2>{t(policyWords.asks)}</h2>
        <span className="meta">
          {t(policyWords.where)} <WhereDone clause={clause} />
        </span>
      </div>
      {clause.requirements.length === 0 ? (
        <p className="second">{t(policyWords.nothingAsked)}</p>
      ) : (
        clause.requirements.map((line) => <Requirement key={line.id} line={line} />)
      )}
    </section>
  );
}

function Requirement({ line }: { readonly line: RequirementLine }) {
  const t = useWords();
  const tierWords = useTierWords();
  const { language } = useLanguage();
  const from = sayDay(line.from, { language });
  const time =
    line.until === null
      ? t(policyWords.since, { from })
      : t(policyWords.untilDay, { from, until: sayDay(addDays(line.until, -1), { language }) });
  const tiers = line.tiers.map((tier) => t(tierWords(tier))).join(t(kitWords.and));
  return (
    <article>
      <h3>{t(REQUIREMENT_KIND_WORDS[line.kind])}</h3>
      <p>
        <Asks line={line} />
      </p>
      <dl className="meta">
        <div>
          <dt>{t(policyWords.appliesTo)}</dt>
          <dd>{tiers}</dd>
        </div>
        <div>
          <dt>{t(policyWords.strength)}</dt>
          <dd>{t(STRENGTH_WORDS[line.strength])}</dd>
        </div>
        <div>
          <dt>{t(policyWords.inForce)}</dt>
          <dd>{time}</dd>
        </div>
        {line.see.length > 0 && (
          <div>
            <dt>{t(policyWords.leansOn)}</dt>
            <dd className="row wrap">
              {line.see.map((clause) => (
                <ClauseMark key={clause} clause={clause} />
              ))}
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

function Neighbour({ clause, word }: { readonly clause: Clause | undefined; readonly word: string }) {
  const t = useWords();
  if (!clause) return <span />;
  return (
    <Link href={paths.clause(clause.id)}>
      <span className="meta">{word}</span> {clause.id === 'preamble' ? '' : clause.id} {t(clause.heading)}
    </Link>
  );
}
