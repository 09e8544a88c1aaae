import { addLocalSetting, endLocalSetting } from '@zhengyou/domain/policy/local-setting.contract.ts';
import { isSettingValue, SETTING_KINDS, writeTime, type SettingKind } from '@zhengyou/domain/policy/local-setting.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { SETTING_WORDS, settingWords } from './setting.words.ts';
import { useSayLine, type Setting } from './use-say-line.ts';

/** A number of the house's own, with its reason. */
export function SetForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const units = useCall(listUnits, {});
  const add = useChange(addLocalSetting);
  const [kind, setKind] = useState<SettingKind>('replyWithin');
  const [unit, setUnit] = useState('');
  const [count, setCount] = useState('');
  const [counted, setCounted] = useState<'day' | 'workingDay'>('workingDay');
  const [yearly, setYearly] = useState('');
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const value = kind === 'firstTalkBy' ? yearly.slice(5) : writeTime({ count: Number(count), unit: counted });
  const fits = isSettingValue(kind, value);
  const startsOn = parsePlainDate(from);

  function save() {
    setTried(true);
    if (!fits || !startsOn || reason.trim() === '') return;
    add.mutate(
      { body: { kind, value, unitId: unit === '' ? null : (unit as Id), reason: reason.trim(), from: startsOn } },
      {
        onSuccess: () => {
          toast({ text: t(settingWords.saved) });
          onClose();
        },
      },
    );
  }

  return (
    <Sheet
      title={t(settingWords.addTitle)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={add.isPending} onClick={save}>
          {t(settingWords.save)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <p className="second">{t(settingWords.about)}</p>
        <Field label={t(settingWords.what)}>
          {(control) => (
            <select
              className="input"
              {...control}
              value={kind}
              onChange={(event) => setKind(event.target.value as SettingKind)}
            >
              {SETTING_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(SETTING_WORDS[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t(settingWords.whose)}>
          {(control) => (
            <select className="input" {...control} value={unit} onChange={(event) => setUnit(event.target.value)}>
              <option value="">{t(settingWords.wholeHouse)}</option>
              {(units.data?.items ?? [])
                .filter((one) => one.parentId !== null)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        {kind === 'firstTalkBy' ? (
          <Field label={t(settingWords.dayBy)} error={tried && !fits && t(settingWords.valueMissing)}>
            {(control) => (
              <input
                className="input"
                type="date"
                {...control}
                value={yearly}
                onChange={(event) => setYearly(event.target.value)}
              />
            )}
          </Field>
        ) : (
          <Field label={t(settingWords.within)} error={tried && !fits && t(settingWords.valueMissing)}>
            {(control) => (
              <span className="row">
                <input
                  className="input"
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={366}
                  {...control}
                  value={count}
                  onChange={(event) => setCount(event.target.value)}
                />
                <select
                  className="input"
                  aria-label={t(settingWords.within)}
                  value={counted}
                  onChange={(event) => setCounted(event.target.value as 'day' | 'workingDay')}
                >
                  <option value="workingDay">{t(settingWords.unitWorkingDay)}</option>
                  <option value="day">{t(settingWords.unitDay)}</option>
                </select>
              </span>
            )}
          </Field>
        )}
        <Field label={t(settingWords.reason)} error={tried && reason.trim() === '' && t(settingWords.reasonMissing)}>
          {(control) => (
            <textarea
              className="input"
              {...control}
              rows={2}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(settingWords.from)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              min={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        {add.isError && <CallErrorNote error={add.error} />}
      </div>
    </Sheet>
  );
}

export function EndSetting({
  id,
  setting,
  onClose,
}: {
  readonly id: Id;
  readonly setting: Setting;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const end = useChange(endLocalSetting);
  const line = useSayLine()(setting);
  const [on, setOn] = useState<string>(setting.from > today ? setting.from : today);
  const until = parsePlainDate(on);
  return (
    <Sheet
      title={t(settingWords.endTitle)}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          wide
          busy={end.isPending}
          disabled={!until}
          onClick={() =>
            until &&
            end.mutate(
              { params: { settingId: id }, ifMatch: setting.version, body: { until } },
              {
                onSuccess: () => {
                  toast({ text: t(settingWords.ended) });
                  onClose();
                },
              },
            )
          }
        >
          {t(settingWords.end)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <p>{line}</p>
        <p className="second">{t(settingWords.endText)}</p>
        <Field label={t(settingWords.until)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              min={today}
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        {end.isError && <CallErrorNote error={end.error} />}
      </div>
    </Sheet>
  );
}
