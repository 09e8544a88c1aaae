import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState } from '../../app/address.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { policyWords } from './policy.words.ts';
import { EndSetting, SetForm } from './SettingSheets.tsx';
import { settingWords } from './setting.words.ts';
import { useSayLine, type Setting } from './use-say-line.ts';

/** What the house and its units set for themselves, apart from the clauses and marked as theirs. */
export function LocalSettings({
  settings,
  maySet,
}: {
  readonly settings: readonly Setting[];
  readonly maySet: boolean;
}) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const close = () => setSearch({ sheet: undefined, setting: undefined });
  const id = findId(search['setting']);
  const ending = id && settings.find((setting) => setting.id === id);
  if (settings.length === 0 && !maySet) return null;
  return (
    <section className="settings">
      <div className="sec ruled">
        <h2>{t(policyWords.settings)}</h2>
        <ClauseMark local />
      </div>
      <ul>
        {settings.map((setting, place) => (
          <SettingLine
            key={setting.id ?? place}
            setting={setting}
            onEnd={maySet ? () => setSearch({ sheet: 'end', setting: setting.id ?? undefined }) : undefined}
          />
        ))}
      </ul>
      {maySet && (
        <Button look="text" onClick={() => setSearch({ sheet: 'set' })}>
          {t(settingWords.add)}
        </Button>
      )}
      {maySet && search['sheet'] === 'set' && <SetForm onClose={close} />}
      {maySet && search['sheet'] === 'end' && id && ending && <EndSetting id={id} setting={ending} onClose={close} />}
    </section>
  );
}

function SettingLine({ setting, onEnd }: { readonly setting: Setting; readonly onEnd: (() => void) | undefined }) {
  const t = useWords();
  const { language } = useLanguage();
  const line = useSayLine()(setting);
  return (
    <li>
      <span>
        {line}
        {onEnd && setting.id !== null && setting.until === null && (
          <Button look="quiet" small aria-label={`${t(settingWords.end)} ${line}`} onClick={onEnd}>
            {t(settingWords.end)}
          </Button>
        )}
      </span>
      <span className="meta">
        {[
          setting.reason,
          ...(setting.id === null ? [t(settingWords.written)] : []),
          t(policyWords.since, { from: sayDay(setting.from, { language }) }),
          ...(setting.until === null ? [] : [t(settingWords.ends, { until: sayDay(setting.until, { language }) })]),
        ].join(' · ')}
      </span>
    </li>
  );
}
