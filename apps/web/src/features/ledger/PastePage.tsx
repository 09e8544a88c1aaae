import { pasteLedger } from '@zhengyou/domain/ledger/paste.contract.ts';
import { readPaste } from '@zhengyou/domain/ledger/paste.ts';
import { cellText, HEADING_SYNONYMS, type LedgerField } from '@zhengyou/domain/ledger/headings.ts';
import { listNamesakes } from '@zhengyou/domain/person/person.contract.ts';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { pasteWords } from './paste.words.ts';
import './ledger.css';

/** Rows shown of a paste; the rest is read all the same. */
const SHOWN = 50;

/** A block from a spreadsheet or a message becomes a grid; from there it goes the way of every ledger. */
export function PastePage() {
  const t = useWords();
  const router = useRouter();
  const paste = useChange(pasteLedger);
  const [text, setText] = useState('');
  const read = useMemo(() => (text.trim() === '' ? undefined : readPaste(text.slice(0, 200_000))), [text]);
  const go = () =>
    paste.mutate(
      { file: new Blob([text], { type: 'text/plain' }) },
      { onSuccess: ({ id }) => void router.navigate({ href: paths.import(id, { step: 'look' }) }) },
    );
  return (
    <Page
      title={t(pasteWords.title)}
      sub={t(pasteWords.sub)}
      width="wide"
      back={{ href: paths.people(), label: t(pasteWords.back) }}
      actions={
        read && (
          <Button look="primary" busy={paste.isPending} onClick={go}>
            {t(pasteWords.go)}
          </Button>
        )
      }
    >
      <div className="stack">
        <label className="field">
          <span className="label">{t(pasteWords.box)}</span>
          <textarea
            className="input paste-box"
            rows={read ? 4 : 10}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {paste.error && <CallErrorNote error={paste.error} />}
        {read && <Grid read={read} />}
      </div>
    </Page>
  );
}

function Grid({ read }: { readonly read: ReturnType<typeof readPaste> }) {
  const t = useWords();
  const { sheet, mapping, unguessed } = read;
  const body = sheet.rows.filter(({ row }) => row > mapping.headingRow);
  const fields = new Map(Object.entries(mapping.columns).map(([field, column]) => [column, field as LedgerField]));
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const nameAt = mapping.columns.name;
  const shown = body.slice(0, SHOWN);
  const names =
    nameAt === undefined ? [] : shown.map(({ cells }) => cellText(cells[nameAt])).filter((name) => name !== '');
  const asked = names.join('|').slice(0, 2000);
  const known = useCall(listNamesakes, { query: { names: asked } }, { enabled: asked !== '', keepPrevious: true });
  const twins = Map.groupBy(known.data?.items ?? [], (one) => one.name);
  return (
    <>
      <p>
        {t(pasteWords.read, { rows: body.length })}
        {unguessed.length > 0 && t(pasteWords.unguessed, { columns: unguessed.length })}
      </p>
      <div className="scroll-x">
        <table className="tbl paste-grid">
          <thead>
            <tr>
              {Array.from({ length: width }, (_, column) => {
                const field = fields.get(column);
                return (
                  <th scope="col" key={column}>
                    {field ? (HEADING_SYNONYMS.representatives[field]?.[0] ?? field) : t(pasteWords.notTaken)}
                  </th>
                );
              })}
              <th scope="col">{t(pasteWords.known)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, cells }) => {
              const name = nameAt === undefined ? '' : cellText(cells[nameAt]);
              const same = twins.get(name.replace(/\s/g, '')) ?? [];
              return (
                <tr key={row}>
                  {Array.from({ length: width }, (_, column) => (
                    <td key={column} className={fields.has(column) ? undefined : 'muted'}>
                      {cellText(cells[column])}
                    </td>
                  ))}
                  <td className="meta">
                    {same.length > 0 && t(pasteWords.twin, { units: same.map((one) => one.unit.shortName).join('、') })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {body.length > SHOWN && <p className="meta">{t(pasteWords.shown, { shown: SHOWN, rows: body.length })}</p>}
    </>
  );
}
