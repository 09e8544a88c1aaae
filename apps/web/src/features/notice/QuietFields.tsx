import type { Quiet } from '@zhengyou/domain/notice/sending.ts';
import { useWords } from '../../app/language.tsx';
import { channelWords } from './channel.words.ts';

type QuietFieldsProps = { readonly quiet: Quiet; readonly onChange: (quiet: Quiet) => void };

/** From when until when nobody is disturbed. An emptied field keeps the hour it had. */
export function QuietFields({ quiet, onChange }: QuietFieldsProps) {
  const t = useWords();
  return (
    <fieldset className="quiet-fields">
      <legend>{t(channelWords.quiet)}</legend>
      <label>
        {t(channelWords.quietFrom)}
        <input
          className="input"
          type="time"
          value={quiet.from}
          onChange={(event) => event.target.value && onChange({ ...quiet, from: event.target.value })}
        />
      </label>
      <label>
        {t(channelWords.quietUntil)}
        <input
          className="input"
          type="time"
          value={quiet.until}
          onChange={(event) => event.target.value && onChange({ ...quiet, until: event.target.value })}
        />
      </label>
    </fieldset>
  );
}
