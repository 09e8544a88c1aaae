import { useState } from 'react';
import { SelectChip } from '../kit/Chip.tsx';
import { appWords } from './app.words.ts';
import type { AnyCall, InputOf } from './call.ts';
import { CallErrorNote } from './CallErrorNote.tsx';
import { useWords } from './language.tsx';
import { useDownload } from './use-download.ts';

type ExportControlProps<E extends AnyCall> = {
  readonly endpoint: E;
  /** The list exactly as it is filtered on the page. */
  readonly query: Readonly<Record<string, string | number | undefined>>;
  /** Of the file, without its ending. */
  readonly name: string;
};

/** One quiet chip beside a list: the same list as a file, logged and with a line of who made it. */
export function ExportControl<E extends AnyCall>({ endpoint, query, name }: ExportControlProps<E>) {
  const t = useWords();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const { download, error } = useDownload(endpoint, `${name}.${format}`);
  return (
    <>
      <SelectChip
        label={t(appWords.exportList)}
        value=""
        all={t(appWords.exportList)}
        options={[
          { value: 'xlsx', label: t(appWords.exportXlsx) },
          { value: 'csv', label: t(appWords.exportCsv) },
        ]}
        onChange={(chosen) => {
          if (chosen === '') return;
          setFormat(chosen);
          void download(
            { query: { ...query, format: chosen } } as InputOf<E> /* the page’s own filters */,
            `${name}.${chosen}`,
          );
        }}
      />
      {error !== null && <CallErrorNote error={error} />}
    </>
  );
}
