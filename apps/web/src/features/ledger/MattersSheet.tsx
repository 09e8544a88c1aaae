import { listLedgerMatters } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { LEDGER_CLAIMS, type LedgerClaim } from '@zhengyou/domain/matter/matter.ts';
import { LEDGER_CLAIM_WORDS, MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { beginsAs, ledgerWords } from './ledger.words.ts';

type MattersSheetProps = { readonly importId: string; readonly claim: string; readonly onClose: () => void };

const isClaim = (text: string): text is LedgerClaim => LEDGER_CLAIMS.some((claim) => claim === text);
const EACH = 50;

/** Each opinion and difficulty with the state in which it would begin, beside what the ledger wrote. */
export function MattersSheet({ importId, claim, onClose }: MattersSheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [limit, setLimit] = useState(EACH);
  const list = useCall(
    listLedgerMatters,
    { params: { importId }, query: { limit, ...(isClaim(claim) && { claim }) } },
    { keepPrevious: true },
  );
  return (
    <Sheet
      title={
        isClaim(claim) ? t(ledgerWords.mattersOf, { claim: t(LEDGER_CLAIM_WORDS[claim]) }) : t(ledgerWords.matters)
      }
      onClose={onClose}
    >
      <div className="stack sheet-text">
        <p className="meta">{t(ledgerWords.mattersSub)}</p>
        <Answer of={list} loading={{ rows: 6, height: 56 }}>
          {({ items, total }) => (
            <>
              <ul className="ledger-matters">
                {items.map((item, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two points of one row may say the same
                  <li key={`${item.sheet} ${item.row} ${index}`}>
                    <span className="meta">
                      {t(ledgerWords.matterAt, {
                        row: item.row,
                        day:
                          item.precision === 'month'
                            ? sayMonth(item.on.slice(0, 7), { language, today })
                            : sayDay(item.on, { language, today }),
                        people: item.people.join('、'),
                        leader: item.leader,
                      })}
                    </span>
                    <span className="voice wrap-any">{item.words}</span>
                    <span className="wrap-any">
                      {t(MATTER_KIND_WORDS[item.kind])}
                      <span className="muted">
                        {' · '}
                        {item.handling === null
                          ? t(ledgerWords.handlingBlank)
                          : t(ledgerWords.handlingSays, { text: item.handling })}
                        {' · '}
                      </span>
                      <span className="strong">{t(beginsAs[item.claim])}</span>
                    </span>
                  </li>
                ))}
              </ul>
              {total > items.length && limit < 500 && (
                <button type="button" className="link" onClick={() => setLimit(Math.min(500, limit + EACH * 3))}>
                  {t(ledgerWords.keptMore, { count: total - items.length })}
                </button>
              )}
            </>
          )}
        </Answer>
      </div>
    </Sheet>
  );
}
