import { ATTACHMENTS } from '@zhengyou/domain/interaction/attachment.ts';
import { useRef } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { SheetLine } from '../../kit/Sheet.tsx';
import { attachmentWords } from './attachment.words.ts';
import { ACCEPTED, sayBytes } from './TalkFiles.tsx';

type FileLinesProps = { readonly files: readonly File[]; readonly onChange: (files: readonly File[]) => void };

/** Files to go with the talk; they stay in the sheet, and travel once the talk is saved. */
export function FileLines({ files, onChange }: FileLinesProps) {
  const t = useWords();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <SheetLine up label={t(attachmentWords.label)} labelId="log-files">
      <div>
        {files.length > 0 && (
          <ul className="log-files">
            {files.map((file) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`}>
                <span className="ell">{file.name}</span> <span className="meta">{sayBytes(file.size)}</span>
                <Button
                  look="quiet"
                  small
                  aria-label={t(attachmentWords.remove, { name: file.name })}
                  onClick={() => onChange(files.filter((one) => one !== file))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={picker}
          type="file"
          multiple
          className="sr"
          tabIndex={-1}
          aria-labelledby="log-files"
          accept={ACCEPTED}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            onChange([...files, ...chosen].slice(0, ATTACHMENTS));
          }}
        />
        {files.length < ATTACHMENTS && (
          <Button onClick={() => picker.current?.click()}>{t(attachmentWords.choose)}</Button>
        )}
        <p className="meta">{t(attachmentWords.hint)}</p>
      </div>
    </SheetLine>
  );
}
