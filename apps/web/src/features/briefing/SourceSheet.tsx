import { draftBriefing, listSources } from '@zhengyou/domain/briefing/briefing.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { briefingWords } from './briefing.words.ts';

export type Source = ReplyOf<typeof listSources>['items'][number];

type SourceSheetProps = {
  readonly onClose: () => void;
  /** Those already there. */
  readonly without: readonly Id[];
  readonly act: (count: number) => string;
  readonly busy: boolean;
  readonly error?: unknown;
  readonly onChoose: (sources: readonly Source[]) => void;
};

/** Matters to choose from; views said in talks are among them. */
export function SourceSheet({ onClose, without, act, busy, error, onChoose }: SourceSheetProps) {
  const t = useWords();
  const list = useCall(listSources, { query: {} });
  const [chosen, setChosen] = useState<readonly Id[]>([]);
  const toggle = (id: Id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const sources = (list.data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <Sheet
      title={t(briefingWords.chooseTitle)}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          wide
          busy={busy}
          disabled={chosen.length === 0}
          onClick={() => onChoose(sources.filter(({ id }) => chosen.includes(id)))}
        >
          {act(chosen.length)}
        </Button>
      }
    >
      <p className="second">{t(briefingWords.chooseHint)}</p>
      <Answer of={list} loading={{ rows: 5, height: 48 }}>
        {() =>
          sources.length === 0 ? (
            <Empty lead={t(briefingWords.noSources)} />
          ) : (
            <ul className="briefing-sources">
              {sources.map((source) => (
                <li key={source.id}>
                  <label>
                    <input type="checkbox" checked={chosen.includes(source.id)} onChange={() => toggle(source.id)} />
                    <span>
                      <span className="voice">{source.title ?? source.number}</span>
                      <SourceFacts source={source} />
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {error !== undefined && error !== null && <CallErrorNote error={error} />}
    </Sheet>
  );
}

function SourceFacts({ source }: { readonly source: Source }) {
  const t = useWords();
  const facts = [
    source.number,
    t(MATTER_KIND_WORDS[source.kind]),
    t(source.named ? briefingWords.named : briefingWords.unnamed),
    !source.released && t(briefingWords.toWord),
    source.inBriefings > 0
      ? t(briefingWords.inBriefings, { count: source.inBriefings })
      : source.reported && t(briefingWords.reported),
  ];
  return <span className="meta">{facts.filter(Boolean).join(' · ')}</span>;
}

/** Begins a briefing and opens it. */
export function DraftSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const router = useRouter();
  const draft = useChange(draftBriefing);
  return (
    <SourceSheet
      onClose={onClose}
      without={[]}
      act={(count) => t(briefingWords.chosen, { count })}
      busy={draft.isPending}
      error={draft.error}
      onChoose={(sources) =>
        draft.mutate(
          { body: { matterIds: sources.map(({ id }) => id) } },
          { onSuccess: ({ id }) => void router.navigate({ href: paths.briefing(id) }) },
        )
      }
    />
  );
}
