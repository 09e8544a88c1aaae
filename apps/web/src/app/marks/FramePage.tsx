import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Legend } from '../../kit/Legend.tsx';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { GLYPH_KINDS } from '../../kit/strip.ts';
import { Turns } from '../../kit/Turns.tsx';
import { YearStrip, YearStripHead } from '../../kit/YearStrip.tsx';
import { useWords } from '../language.tsx';
import { Page } from '../page.tsx';
import { marksNames, marksWords } from './marks.words.ts';

const today = plainDate('2026-11-23');
const NAMES = ['shan', 'feng', 'lin', 'luo'] as const;

/** A page with a wide table in the shell. */
export function FramePage() {
  const t = useWords();
  const [level, setLevel] = useState('all');
  return (
    <Page
      width="wide"
      title={t(marksWords.year)}
      sub={
        <>
          {t(marksWords.yearSub)}
          <ClauseMark clause="8.2" />
        </>
      }
      actions={
        <>
          <button type="button" className="find">
            <Icon name="search" size={16} />
            {t(marksWords.find)}
            <Kbd>Ctrl K</Kbd>
          </button>
          <Button look="primary">
            <Icon name="add" size={16} />
            {t(marksWords.log)}
            <Kbd>N</Kbd>
          </Button>
        </>
      }
    >
      <div className="row wrap apart">
        <div className="row wrap">
          <ChoiceChips
            label={t(marksWords.unit)}
            value={level}
            onChange={setLevel}
            options={(['all', 'upper', 'lower'] as const).map((each) => ({ value: each, label: t(marksWords[each]) }))}
          />
          <SelectChip label={t(marksWords.unit)} value="" options={[]} onChange={() => undefined} />
        </div>
        <Legend items={GLYPH_KINDS.map((kind) => ({ kind, label: t(marksWords[kind]) }))} />
      </div>
      <table className="tbl two-lines grouped folds">
        <thead>
          <tr>
            <th>{t(marksWords.state)}</th>
            <th>{t(marksWords.representative)}</th>
            <th className="desk-only">
              <YearStripHead month={11} />
            </th>
            <th className="desk-only">{t(marksWords.times)}</th>
            <th>{t(marksWords.nextTime)}</th>
            <th>
              <span className="sr">{t(marksWords.log)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {NAMES.map((name, index) => (
            <tr key={name} className={index === 2 ? 'first' : undefined}>
              <td>
                <span className={index % 2 === 0 ? undefined : 'sr-desk'}>
                  <StateChip state={index < 2 ? 'late' : 'due'} />
                </span>
              </td>
              <td>
                <PersonLine
                  person={{ name: t(marksNames[name]), unit: t(marksWords.hospital) }}
                  standings={[t(marksWords.standing)]}
                />
              </td>
              <td className="desk-only strip-cell">
                <YearStrip
                  today={today}
                  sentence={t(marksWords.lateSentence)}
                  due={plainDate(index < 2 ? '2026-10-31' : '2026-11-30')}
                  marks={[{ on: plainDate('2026-05-13'), kind: 'event' }]}
                />
              </td>
              <td className="desk-only">0/2</td>
              <td className={index < 2 ? 'late' : 'second'}>
                <Turns text={t(index < 2 ? marksWords.lateText : marksWords.soonText)} />
              </td>
              <td className="r beside">
                <Button small>{t(marksWords.log)}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
