import { downloadSampleLedger } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { LIMIT_MEGABYTES } from './judge-file.ts';
import { ledgerWords } from './ledger.words.ts';
import { useDownload } from '../../app/use-download.ts';
import { useHandIn } from './use-hand-in.ts';

const ACCEPTED = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Choose a file or drop it; what is plainly wrong with it is said before it is sent. */
export function UploadArea() {
  const t = useWords();
  const { demo } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { under, wrong, say, handIn, handInSample, callOff } = useHandIn();
  useKeepPage();

  function take(files: FileList | null) {
    const [file, second] = files ?? [];
    if (second) say(t(ledgerWords.oneFile));
    else if (file) handIn(file);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (under === null) take(event.dataTransfer.files);
  }

  return (
    <section aria-label={t(ledgerWords.fileLabel)}>
      <div
        className={over ? 'upload over' : 'upload'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t(ledgerWords.fileLabel)}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = ''; // the same file, mended, can be chosen again
          }}
        />
        {under === null ? (
          <div className="row wrap">
            <Button look="primary" onClick={() => input.current?.click()}>
              {t(ledgerWords.choose)}
            </Button>
            <span className="muted desk-only">{t(over ? ledgerWords.dropNow : ledgerWords.orDrop)}</span>
          </div>
        ) : (
          <div className="row wrap">
            <output className="ell" aria-busy="true">
              {t(ledgerWords.handingIn, { file: under })}
            </output>
            <Button small onClick={callOff}>
              {t(ledgerWords.cancel)}
            </Button>
          </div>
        )}
        <p className="meta">{t(ledgerWords.fileKinds, { limit: LIMIT_MEGABYTES })}</p>
        {wrong?.text !== undefined && (
          <p className="mistake" role="alert">
            <StateShape state="late" />
            <span>{wrong.text}</span>
          </p>
        )}
        {wrong?.error !== undefined && <CallErrorNote error={wrong.error} />}
      </div>
      {demo && <Sample busy={under !== null} onTry={() => handInSample(t(ledgerWords.sampleName))} />}
    </section>
  );
}

function Sample({ busy, onTry }: { readonly busy: boolean; readonly onTry: () => void }) {
  const t = useWords();
  const { download, busy: fetching, error } = useDownload(downloadSampleLedger, t(ledgerWords.sampleName));
  return (
    <>
      <div className="row wrap samples">
        <Button look="text" busy={busy} onClick={onTry}>
          {t(ledgerWords.sampleTry)}
        </Button>
        <Button look="text" busy={fetching} onClick={() => void download({})}>
          {t(ledgerWords.sampleGet)}
        </Button>
      </div>
      {error !== null && <CallErrorNote error={error} />}
    </>
  );
}

/** A file dropped beside the area would take the place of the page. */
function useKeepPage() {
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => event.preventDefault();
    for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, keep);
    return () => {
      for (const name of ['dragover', 'drop'] as const) window.removeEventListener(name, keep);
    };
  }, []);
}
