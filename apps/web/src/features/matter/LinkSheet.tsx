import { makeAnswerLink } from '@zhengyou/domain/matter/desk.contract.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { useSayDay } from './MatterParts.tsx';
import { stepWords } from './steps.words.ts';

type LinkSheetProps = {
  readonly matterId: MatterLine['id'];
  readonly parties: readonly { readonly party: number; readonly name: string | undefined }[];
  readonly onClose: () => void;
};

/** A link for one proposer, to be sent by whatever way reaches them. It is shown once. */
export function LinkSheet({ matterId, parties, onClose }: LinkSheetProps) {
  const t = useWords();
  const day = useSayDay();
  const toast = useToast();
  const make = useChange(makeAnswerLink);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [party, setParty] = useState(() => parties[0]?.party ?? 0);
  const address = make.data && new URL(make.data.path, window.location.origin).href;
  const send = () => make.mutate({ params: { matterId }, body: { party } });
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => toast({ text: t(stepWords.linkCopied) }));
  return (
    <Sheet
      title={t(stepWords.makeAnswerLink)}
      onClose={onClose}
      foot={
        address === undefined ? (
          <Button look="primary" wide busy={make.isPending} onClick={send}>
            {t(stepWords.linkMake)}
          </Button>
        ) : (
          <Button look="primary" wide onClick={() => copy(address)}>
            {t(stepWords.linkCopy)}
          </Button>
        )
      }
    >
      <div className="stack sheet-form">
        {parties.length > 1 && (
          <Field label={t(stepWords.linkAsk)}>
            {(control) => (
              <select
                className="input"
                {...control}
                value={party}
                onChange={(event) => setParty(Number(event.target.value))}
              >
                {parties.map((one) => (
                  <option key={one.party} value={one.party}>
                    {one.name ?? t(stepWords.deliverParty, { at: one.party })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {make.data && address !== undefined && (
          <>
            <Field label={t(stepWords.linkLabel)}>
              {(control) => (
                <textarea
                  className="input"
                  readOnly
                  rows={3}
                  {...control}
                  value={address}
                  onFocus={(event) => event.currentTarget.select()}
                />
              )}
            </Field>
            <p className="second">
              {t(stepWords.linkText, { until: day(dateInZone(new Date(make.data.expiresAt), zone)) })}
            </p>
          </>
        )}
        {make.error && <CallErrorNote error={make.error} />}
      </div>
    </Sheet>
  );
}
