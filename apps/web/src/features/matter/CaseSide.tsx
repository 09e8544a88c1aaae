import { listSimilar, listTemplates } from '@zhengyou/domain/matter/desk.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import type { Outcome } from '@zhengyou/domain/matter/matter.ts';
import { Fragment, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { deskWords } from './desk.words.ts';
import { matterWords } from './matter.words.ts';
import { OpinionsAndNotes } from './OpinionsAndNotes.tsx';
import { aroundBlanks } from './reply-draft.ts';
import { stepWords } from './steps.words.ts';
import { useOpenStep } from './StepsPanel.tsx';
import { useOutcomeWords } from './use-loop.ts';

type CaseSideProps = {
  readonly line: MatterLine;
  /** The point for which a template would be used; undefined where nothing is written. */
  readonly at: number | undefined;
  readonly onBorrow: (text: string, outcome: Outcome | null) => void;
};

/** What helps: how the like was answered, wordings to borrow, and what the colleagues noted. */
export function CaseSide({ line, at, onBorrow }: CaseSideProps) {
  const t = useWords();
  const open = useOpenStep();
  return (
    <aside className="case-side" aria-label={t(deskWords.side)}>
      <Similar matterId={line.id} />
      <Templates at={at} onBorrow={onBorrow} />
      <OpinionsAndNotes line={line} />
      {line.can.includes('note') && (
        <button type="button" className="link" onClick={() => open('note')}>
          {t(stepWords.note)}
        </button>
      )}
    </aside>
  );
}

function Similar({ matterId }: { readonly matterId: MatterLine['id'] }) {
  const t = useWords();
  const outcome = useOutcomeWords();
  const similar = useCall(listSimilar, { params: { matterId } });
  return (
    <section>
      <h2>{t(deskWords.similar)}</h2>
      <Answer of={similar} loading={{ rows: 2, height: 50 }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t(deskWords.similarNone)}</p>
          ) : (
            <ul>
              {items.map((one) => (
                <li key={one.id}>
                  <Link href={paths.matter(one.id)}>{one.title}</Link>
                  <div className="meta">
                    {t(deskWords.similarMeta, {
                      number: one.number,
                      unit: one.lead?.shortName ?? t(matterWords.office),
                      outcome: [...new Set(one.points.map((point) => outcome(point.outcome)))].join(
                        t(matterWords.list),
                      ),
                    })}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

/** At first so many; the rest is one press away. */
const FIRST = 2;

function Templates({ at, onBorrow }: Pick<CaseSideProps, 'at' | 'onBorrow'>) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const templates = useCall(listTemplates, {});
  return (
    <section>
      <h2>{t(deskWords.templates)}</h2>
      <Answer of={templates} loading={{ rows: 1, height: 90 }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t(deskWords.templatesNone)}</p>
          ) : (
            <>
              {(all ? items : items.slice(0, FIRST)).map((template) => (
                <div key={template.id} className="case-template">
                  <div className="strong">{template.title}</div>
                  <p className="second">
                    <WithBlanks text={template.text} />
                  </p>
                  <div className="row apart wrap">
                    <span className="meta">
                      {template.blanks.length === 0
                        ? t(deskWords.blankNone)
                        : t(deskWords.blankCount, { count: template.blanks.length })}
                    </span>
                    {at !== undefined && (
                      <button type="button" className="link" onClick={() => onBorrow(template.text, template.outcome)}>
                        {t(deskWords.useAt, { at })}
                      </button>
                    )}
                  </div>
                </div>
              ))}
              {!all && items.length > FIRST && (
                <button type="button" className="link matter-more" onClick={() => setAll(true)}>
                  {t(deskWords.templatesMore, { count: items.length - FIRST })}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** The blanks stand out: they are what is still to be said. */
export function WithBlanks({ text }: { readonly text: string }) {
  return aroundBlanks(text).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
    <Fragment key={index}>{index % 2 === 1 ? <span className="case-blank">{part}</span> : part}</Fragment>
  ));
}
