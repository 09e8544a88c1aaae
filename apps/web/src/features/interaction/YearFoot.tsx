import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { CONTACT_STATES, type ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { Fragment } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import type { Year } from './YearPage.tsx';
import { yearWords } from './year.words.ts';

/** What is counted above but not shown, each opening its list; and the keys. */
export function YearFoot({ year, state }: { readonly year: Year; readonly state: ContactState | undefined }) {
  const t = useWords();
  const may = useMay();
  const { setSearch } = useSearchState();
  const folded = CONTACT_STATES.flatMap((each) => {
    const shown = year.rows.filter((row) => row.year.state === each).length;
    const count = (year.byState[each] ?? 0) - shown;
    return count > 0 && (state === undefined || state === each) ? [{ each, count }] : [];
  });
  return (
    <div className="row apart wrap meta year-foot">
      <span>
        {folded.length > 0 && t(yearWords.folded)}
        {folded.map(({ each, count }, index) => (
          <Fragment key={each}>
            {index > 0 && t(yearWords.comma)}
            <button type="button" className="link" onClick={() => setSearch({ state: each })}>
              {t(yearWords.foldedOf, { state: t(CONTACT_STATE_WORDS[each]), count })}
            </button>
          </Fragment>
        ))}
      </span>
      <span className="row year-keys">
        <span>
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t(yearWords.upDown)}
        </span>
        <span>
          <Kbd>↵</Kbd> {t(yearWords.openKey)}
        </span>
        {may('interaction.log') && (
          <span>
            <Kbd>L</Kbd> {t(yearWords.logKey)}
          </span>
        )}
        {year.rows.some((row) => row.can.includes('putOff')) && (
          <>
            <span>
              <Kbd>S</Kbd> {t(yearWords.snoozeKey)}
            </span>
            <span>
              <Kbd>E</Kbd> {t(yearWords.excuseKey)}
            </span>
          </>
        )}
        <span>
          <Kbd>/</Kbd> {t(yearWords.findKey)}
        </span>
      </span>
    </div>
  );
}
