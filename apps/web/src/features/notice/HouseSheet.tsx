import { keepHouseReminders } from '@zhengyou/domain/notice/channel.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { channelWords } from './channel.words.ts';
import type { Health } from './ChannelsPage.tsx';
import { Tick } from './ChannelSheet.tsx';
import { QuietFields } from './QuietFields.tsx';

type HouseSheetProps = Pick<Health, 'house'> & { readonly onClose: () => void };

/** What holds for all messages: where links lead, whether names are said, when nobody is disturbed. */
export function HouseSheet({ house, onClose }: HouseSheetProps) {
  const t = useWords();
  const toast = useToast();
  const keep = useChange(keepHouseReminders);
  const [address, setAddress] = useState(house.address ?? '');
  const [names, setNames] = useState(house.names);
  const [quiet, setQuiet] = useState(house.quiet);
  const save = () =>
    keep.mutate(
      { ifMatch: house.version, body: { address: address.trim(), names, quiet } },
      {
        onSuccess: () => {
          toast({ text: t(channelWords.saved) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(channelWords.house)}
      onClose={onClose}
      foot={
        <>
          {keep.isError && <CallErrorNote error={keep.error} />}
          <Button look="primary" wide busy={keep.isPending} onClick={save}>
            {t(channelWords.save)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <Field label={t(channelWords.address)} hint={t(channelWords.addressHint)}>
          {(control) => (
            <input
              className="input"
              type="url"
              placeholder="https://"
              {...control}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <Tick label={t(channelWords.namesOn)} on={names} onChange={setNames} />
        <QuietFields quiet={quiet} onChange={setQuiet} />
      </div>
    </Sheet>
  );
}
