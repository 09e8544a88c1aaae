import { issueYouSaid, proposeYouSaid, type YouSaidLine } from '@zhengyou/domain/briefing/you-said.contract.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { youSaidWords } from './briefing.words.ts';

type Line = YouSaidLine & { readonly key: string };
type YouSaidSheetProps = { readonly period: string; readonly onClose: () => void };

/** The office words the lines before anybody reads them. */
export function YouSaidSheet({ period, onClose }: YouSaidSheetProps) {
  const t = useWords();
  const toast = useToast();
  const proposal = useCall(proposeYouSaid, { params: { period } });
  const issue = useChange(issueYouSaid);
  const [written, setWritten] = useState<readonly Line[]>();
  const proposed =
    proposal.data?.lines.map(({ said, did, outcome }, at): Line => ({ key: String(at), said, did, outcome })) ?? [];
  const lines = written ?? proposed;
  const edit = (at: number, over: Partial<Line>) =>
    setWritten(lines.map((line, index) => (index === at ? { ...line, ...over } : line)));
  const bare = lines.some(({ said, did }) => said.trim() === '' || did.trim() === '');
  const send = () =>
    issue.mutate(
      { params: { period }, body: { lines: lines.map(({ said, did, outcome }) => ({ said, did, outcome })) } },
      {
        onSuccess: () => {
          toast({ text: t(youSaidWords.issued) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(youSaidWords.write)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={issue.isPending} disabled={bare || !proposal.data} onClick={send}>
          {t(youSaidWords.issue)}
        </Button>
      }
    >
      <Answer of={proposal} loading={{ rows: 4, height: 80 }}>
        {() => (
          <div className="stack sheet-form">
            <p className="second">{t(lines.length === 0 ? youSaidWords.nothing : youSaidWords.hint)}</p>
            {lines.map((line, index) => (
              <fieldset key={line.key} className="briefing-item">
                <legend>
                  {t(youSaidWords.line, { ordinal: index + 1 })}
                  <Button small look="text" onClick={() => setWritten(lines.filter((_, place) => place !== index))}>
                    {t(youSaidWords.takeOut)}
                  </Button>
                </legend>
                {(['said', 'did'] as const).map((part) => (
                  <Field key={part} label={t(youSaidWords[part])}>
                    {(control) => (
                      <textarea
                        className="input"
                        rows={2}
                        maxLength={300}
                        {...control}
                        value={line[part]}
                        onChange={(event) => edit(index, { [part]: event.target.value.replaceAll('\n', ' ') })}
                      />
                    )}
                  </Field>
                ))}
              </fieldset>
            ))}
            {issue.error && <CallErrorNote error={issue.error} />}
          </div>
        )}
      </Answer>
    </Sheet>
  );
}
