import { useState } from 'react';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { Chip, SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Field } from '../../kit/Field.tsx';
import { Sheet, SheetLine } from '../../kit/Sheet.tsx';
import { ToastNote, useToast } from '../../kit/Toast.tsx';
import { useWords } from '../language.tsx';
import { paths } from '../paths.ts';
import { MarksSection } from './MarksSection.tsx';
import { marksNames, marksWords } from './marks.words.ts';

const stay = () => undefined;

export function MarksForms() {
  const t = useWords();
  const toast = useToast();
  const [way, setWay] = useState('face');
  const [unit, setUnit] = useState<'' | 'hospital'>('');
  const [open, setOpen] = useState(false);
  const ways = (['face', 'phone', 'net'] as const).map((each) => ({ value: each, label: t(marksWords[each]) }));
  return (
    <>
      <MarksSection title={t(marksWords.buttons)}>
        <div className="row wrap">
          <Button look="primary">{t(marksWords.save)}</Button>
          <Button>{t(marksWords.ask)}</Button>
          <LinkButton look="text" href={paths.marks()}>
            {t(marksWords.other)}
          </LinkButton>
          <Button disabled>{t(marksWords.submit)}</Button>
        </div>
        <ChoiceChips label={t(marksWords.way)} options={ways} value={way} onChange={setWay} />
        <div className="row wrap">
          <Chip opens>{t(marksWords.byState)}</Chip>
          <SelectChip
            label={t(marksWords.unit)}
            all={t(marksWords.unit)}
            value={unit}
            onChange={setUnit}
            options={[{ value: 'hospital', label: t(marksWords.hospital) }]}
          />
        </div>
      </MarksSection>
      <MarksSection title={t(marksWords.fields)}>
        <Field label={t(marksWords.place)}>
          {(control) => <input className="input" defaultValue={t(marksWords.placeValue)} {...control} />}
        </Field>
        <Field
          label={t(marksWords.time)}
          error={
            <>
              {t(marksWords.notYet)}
              <button type="button" className="link">
                {t(marksWords.makePlanned)}
              </button>
            </>
          }
        >
          {(control) => <input className="input" defaultValue="2027-01-05" {...control} />}
        </Field>
      </MarksSection>
      <MarksSection title={t(marksWords.saved)}>
        <ToastNote toast={{ id: 0, text: t(marksWords.noted), seconds: 600, action: { onAct: stay } }} onGone={stay} />
        <div className="row wrap">
          <Button small onClick={() => toast({ text: t(marksWords.noted), action: { onAct: stay } })}>
            {t(marksWords.showToast)}
          </Button>
          <Button small onClick={() => setOpen(true)}>
            {t(marksWords.openSheet)}
          </Button>
        </div>
      </MarksSection>
      {open && (
        <Sheet
          title={t(marksWords.log)}
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button look="primary" wide>
                {t(marksWords.save)}
              </Button>
              <div className="row apart">
                <span />
                <Button look="text">{t(marksWords.next)}</Button>
              </div>
            </>
          }
        >
          <SheetLine label={t(marksWords.whom)}>
            <ChoiceChips
              label={t(marksWords.whom)}
              fit="scroll"
              value="shan"
              onChange={stay}
              options={(['shan', 'feng', 'lin', 'others'] as const).map((each) => ({
                value: each,
                label: t(marksNames[each]),
              }))}
            />
          </SheetLine>
          <SheetLine label={t(marksWords.way)}>
            <ChoiceChips label={t(marksWords.way)} columns={3} options={ways} value={way} onChange={setWay} />
          </SheetLine>
          <SheetLine label={t(marksWords.what)} up>
            <textarea
              className="input bare"
              aria-label={t(marksWords.what)}
              placeholder={t(kitWords.optional)}
              rows={1}
            />
          </SheetLine>
        </Sheet>
      )}
    </>
  );
}
