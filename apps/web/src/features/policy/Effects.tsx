import { tryPolicyDraft } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Answer } from '../../app/Answer.tsx';
import { useSearchState } from '../../app/address.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { draftWords } from './draft.words.ts';

type Part = ReplyOf<typeof tryPolicyDraft>['parts'][number];

const FIRST = 10;
/** As many as one answer brings. */
const MOST = 500;

/** The dry run: who and what changes state on the day on which the draft would begin. */
export function Effects({ draftId, on }: { readonly draftId: Id; readonly on: PlainDate }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const tried = useCall(tryPolicyDraft, { params: { draftId }, query: { on, limit: FIRST } }, { keepPrevious: true });
  return (
    <section className="effects">
      <div className="sec ruled">
        <h2>{t(draftWords.effects)}</h2>
        <span className="meta">{t(draftWords.effectsOn, { on: sayDay(on, { language, today }) })}</span>
      </div>
      <Answer of={tried} loading={{ rows: 4, height: 40 }}>
        {({ parts }) => parts.map((part) => <EffectPart key={part.part} part={part} draftId={draftId} on={on} />)}
      </Answer>
    </section>
  );
}

function EffectPart({ part, draftId, on }: { readonly part: Part; readonly draftId: Id; readonly on: PlainDate }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const { total, of } = part;
  const title = t(part.title);
  const whole = search['part'] === part.part;
  const all = useCall(
    tryPolicyDraft,
    { params: { draftId }, query: { on, part: part.part, limit: MOST } },
    { enabled: whole && total > FIRST },
  );
  const items = (whole ? all.data?.parts[0]?.items : undefined) ?? part.items;
  if (total === 0) return <p className="second">{t(draftWords.effectNone, { title, of })}</p>;
  const pairs = part.items.some((item) => item.other !== null);
  return (
    <section className="effect">
      <h3>{t(draftWords.effectSome, { title, of, total })}</h3>
      <ul className="turns">
        {part.turns.map(({ before, after, count }) => (
          <li key={`${before.zh} ${after.zh}`}>
            <span>{t(draftWords.turn, { before: t(before), after: t(after) })}</span>
            <span className="num muted">{count}</span>
          </li>
        ))}
      </ul>
      <table className="tbl folds effect-list">
        <thead>
          <tr>
            <th scope="col">{t(draftWords.who)}</th>
            {pairs && <th scope="col">{t(draftWords.withWhom)}</th>}
            <th scope="col">{t(draftWords.before)}</th>
            <th scope="col">{t(draftWords.after)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.person.id} ${item.other?.id ?? ''}`}>
              <th scope="row">
                <span className="strong">{item.person.name}</span> <span className="meta">{item.person.unit}</span>
              </th>
              {pairs && <td className="second">{item.other?.name}</td>}
              <td className="second">{t(item.before)}</td>
              <td>
                {t(item.after)} {item.clause !== null && <ClauseMark clause={item.clause} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > FIRST && (
        <div className="row wrap">
          <Button
            look="text"
            small
            busy={all.isFetching}
            onClick={() => setSearch({ part: whole ? undefined : part.part }, { replace: true })}
          >
            {whole ? t(draftWords.fewer) : t(draftWords.all, { total })}
            <span className="sr">
              {t(kitWords.comma)}
              {title}
            </span>
          </Button>
          {whole && total > MOST && <span className="meta">{t(draftWords.capped, { count: MOST })}</span>}
        </div>
      )}
    </section>
  );
}
