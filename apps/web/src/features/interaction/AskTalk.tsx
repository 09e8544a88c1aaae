import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { askTalk } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { URGENCIES, type Urgency } from '@zhengyou/domain/interaction/talk-request.ts';
import { URGENCY_WORDS } from '@zhengyou/domain/interaction/talk-request.words.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Sheet, SheetLine } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { requestWords } from './request.words.ts';
import { EMPTY_SLOT, SlotFields, slotsOf, type SlotDraft } from './SlotFields.tsx';
import './request.css';

/** The ways in which one may be asked; a visit and an event are the leader's to propose. */
const WAYS: readonly Channel[] = ['faceToFace', 'phone', 'online'];

type AskTalkProps = { readonly leader: { readonly id: string; readonly name: string }; readonly onClose: () => void };

export function AskTalk({ leader, onClose }: AskTalkProps) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const ask = useChange(askTalk);
  const [topic, setTopic] = useState('');
  const [urgency, setUrgency] = useState<Urgency>('anyTime');
  const [channel, setChannel] = useState<Channel>('faceToFace');
  const [slots, setSlots] = useState<readonly SlotDraft[]>([EMPTY_SLOT]);
  const send = () =>
    ask.mutate(
      { body: { leaderId: leader.id, topic, urgency, channel, slots: slotsOf(slots) } },
      { onSuccess: () => (toast({ text: t(requestWords.sent, { name: leader.name }) }), onClose()) },
    );
  return (
    <Sheet
      title={t(requestWords.askTitle, { name: leader.name })}
      onClose={onClose}
      foot={
        <>
          {ask.isError && <CallErrorNote error={ask.error} />}
          <Button look="primary" wide busy={ask.isPending} onClick={send}>
            {t(requestWords.send)}
          </Button>
        </>
      }
    >
      <SheetLine up label={t(requestWords.topic)} labelId="ask-topic">
        <textarea
          className="log-words input"
          aria-labelledby="ask-topic"
          rows={2}
          maxLength={2000}
          value={topic}
          onChange={(event) => setTopic(event.target.value)}
        />
      </SheetLine>
      <SheetLine label={t(requestWords.urgency)} labelId="ask-urgency">
        <ChoiceChips
          labelledBy="ask-urgency"
          options={URGENCIES.map((value) => ({ value, label: t(URGENCY_WORDS[value]) }))}
          value={urgency}
          onChange={setUrgency}
        />
      </SheetLine>
      <SheetLine label={t(requestWords.way)} labelId="ask-way">
        <ChoiceChips
          labelledBy="ask-way"
          options={WAYS.map((value) => ({ value, label: t(CHANNEL_WORDS[value]) }))}
          value={channel}
          onChange={setChannel}
        />
      </SheetLine>
      <SheetLine up label={t(requestWords.slots)} labelId="ask-slots">
        <SlotFields slots={slots} from={today} onChange={setSlots} />
      </SheetLine>
    </Sheet>
  );
}
