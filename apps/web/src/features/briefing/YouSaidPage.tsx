import { halfYearOn } from '@zhengyou/domain/briefing/half-year.ts';
import { readYouSaid } from '@zhengyou/domain/briefing/you-said.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { MATTER_KINDS, OUTCOMES } from '@zhengyou/domain/matter/matter.ts';
import { MATTER_KIND_WORDS, OUTCOME_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { youSaidWords } from './briefing.words.ts';
import { YouSaidSheet } from './YouSaidSheet.tsx';
import './briefing.css';

type Half = ReplyOf<typeof readYouSaid>['items'][number];

/** What came of what was said, half-year by half-year: matters and counts, nobody by name. */
export function YouSaidPage() {
  const t = useWords();
  const { today } = useSession();
  const { search, setSearch } = useSearchState();
  const read = useCall(readYouSaid, {});
  const writes = read.data?.can.includes('issue') ?? false;
  return (
    <Page
      title={t(youSaidWords.title)}
      lead={t(youSaidWords.lead)}
      sub={t(youSaidWords.sub)}
      width="narrow"
      actions={
        writes && (
          <Button look="primary" onClick={() => setSearch({ write: halfYearOn(today) })}>
            {t(youSaidWords.write)}
          </Button>
        )
      }
    >
      <Answer of={read} loading={{ rows: 3, height: 90 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(youSaidWords.none)} />
          ) : (
            items.map((half) => <HalfYear key={half.period} half={half} />)
          )
        }
      </Answer>
      {writes && search['write'] && (
        <YouSaidSheet period={search['write']} onClose={() => setSearch({ write: undefined }, { replace: true })} />
      )}
    </Page>
  );
}

function HalfYear({ half }: { readonly half: Half }) {
  const t = useWords();
  const { language } = useLanguage();
  const { counts } = half;
  const year = half.period.slice(0, 4);
  const facts = [
    t(youSaidWords.answered, { count: counts.answered }),
    ...MATTER_KINDS.filter((kind) => counts.byKind[kind]).map((kind) =>
      t(youSaidWords.ofKind, { kind: t(MATTER_KIND_WORDS[kind]), count: counts.byKind[kind] ?? 0 }),
    ),
    ...OUTCOMES.filter((outcome) => counts.byOutcome[outcome]).map((outcome) =>
      t(youSaidWords.ofOutcome, { outcome: t(OUTCOME_WORDS[outcome]), count: counts.byOutcome[outcome] ?? 0 }),
    ),
    t(youSaidWords.stillOpen, { count: counts.stillOpen }),
  ];
  return (
    <section className="you-said">
      <div className="sec ruled">
        <h2>{t(half.period.endsWith('1') ? youSaidWords.half1 : youSaidWords.half2, { year })}</h2>
        <span className="meta">{t(youSaidWords.issuedOn, { day: sayDay(half.issuedOn, { language }) })}</span>
      </div>
      <p>{facts.join(' · ')}</p>
      <ul>
        {half.lines.map((line) => (
          <li key={line.said + line.did}>
            <p>
              <span className="meta">{t(youSaidWords.said)}</span>
              <span className="voice">{line.said}</span>
            </p>
            <p>
              <span className="meta">{t(youSaidWords.did)}</span>
              <span>
                {line.did}
                {line.outcome && <span className="meta">{t(OUTCOME_WORDS[line.outcome])}</span>}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
