import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { TIDY_WORDS } from '@zhengyou/domain/ledger/ledger.words.ts';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { ledgerWords } from './ledger.words.ts';
import type { Look } from './shapes.ts';

type TidiedSheetProps = { readonly look: Look; readonly kind: string; readonly onClose: () => void };

/** How the file was read where it could be read in one way only, to be looked through once. */
export function TidiedSheet({ look, kind, onClose }: TidiedSheetProps) {
  const t = useWords();
  const { channels, parties } = look.readings;
  return (
    <Sheet title={t(ledgerWords.tidied)} onClose={onClose}>
      <div className="stack sheet-text">
        <p className="meta">{t(ledgerWords.tidiedSub)}</p>
        {look.tidied.length === 0 && <p>{t(ledgerWords.tidiedNone)}</p>}
        {look.tidied.map((one) => (
          <Group key={one.kind} title={t(TIDY_WORDS[one.kind])} count={one.count} open={one.kind === kind}>
            {one.samples.map(({ sheet, cell, written, read }) => (
              <Reading key={`${sheet} ${cell}`} place={`${sheet} ${cell}`} written={written} read={read} />
            ))}
          </Group>
        ))}
        {channels.length > 0 && (
          <Group title={t(ledgerWords.channels)} count={channels.length} open={false}>
            {channels.map(({ written, channel, rows }) => (
              <Reading
                key={written}
                place={t(ledgerWords.rows, { count: rows })}
                written={written}
                read={t(CHANNEL_WORDS[channel])}
              />
            ))}
          </Group>
        )}
        {parties.length > 0 && (
          <Group title={t(ledgerWords.parties)} count={parties.length} open={false}>
            {parties.map(({ written, affiliations, rows }) => (
              <Reading
                key={written}
                place={t(ledgerWords.rows, { count: rows })}
                written={written}
                read={affiliations.map((each) => t(AFFILIATION_WORDS[each])).join(' + ') || t(ledgerWords.tidiedEmpty)}
              />
            ))}
          </Group>
        )}
        {look.ignored.length > 0 && (
          <Group title={t(ledgerWords.ignored)} count={look.ignored.length} open={false}>
            {look.ignored.map(({ sheet, row, written }) => (
              <li key={`${sheet} ${row}`}>
                <span className="meta">{`${sheet} ${t(ledgerWords.rowAt, { row })}`}</span>
                <span className="wrap-any">{written}</span>
              </li>
            ))}
          </Group>
        )}
      </div>
    </Sheet>
  );
}

type GroupProps = {
  readonly title: string;
  readonly count: number;
  readonly open: boolean;
  readonly children: ReactNode;
};

function Group({ title, count, open, children }: GroupProps) {
  return (
    <details className="tidied" open={open}>
      <summary>
        <span className="grow">{title}</span>
        <span className="num muted">{count}</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

type ReadingProps = { readonly place: string; readonly written: string; readonly read: string };

/** Blanks are what was tidied, so they are shown as they are. */
function Reading({ place, written, read }: ReadingProps) {
  const t = useWords();
  return (
    <li>
      <span className="meta">{place}</span>
      <span className="wrap-any as-written">
        {written === '' ? t(ledgerWords.tidiedEmpty) : written}
        <span className="muted"> {t(ledgerWords.readAs)} </span>
        {read}
      </span>
    </li>
  );
}
