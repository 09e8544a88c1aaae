import { listRounds, type Round } from '@zhengyou/domain/occasion/round.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TELL_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Coming } from './Coming.tsx';
import { GiftKinds } from './GiftKinds.tsx';
import { occasionWords } from './occasion.words.ts';
import { toldWords } from './told.words.ts';
import { RoundLines } from './RoundLines.tsx';
import { ToldList } from './ToldList.tsx';
import './occasion.css';

type Rounds = ReplyOf<typeof listRounds>;

/** Festivals at which friends are visited, what was told of them, and what may be brought along. */
export function OccasionsPage() {
  const t = useWords();
  const may = useMay();
  const rounds = useCall(listRounds, {});
  const tell = useOverlay(TELL_SHEET);
  const { data } = rounds;
  return (
    <Page
      title={t(occasionWords.title)}
      lead={data ? <Lead rounds={data} /> : t(occasionWords.title)}
      sub={data?.rounds[0] && <ClauseMark clause={data.rounds[0].clause} />}
      actions={
        may('occasion.raise') && (
          <Button look="primary" onClick={() => tell()}>
            {t(toldWords.tell)}
          </Button>
        )
      }
    >
      <Answer of={rounds} loading={{ rows: 4, height: 52 }}>
        {(reply) => (
          <div className="occasion-parts">
            <section>
              <div className="sec">
                <h2>{t(occasionWords.festivals)}</h2>
              </div>
              <RoundLines rounds={reply.rounds} />
              <Coming rounds={reply} />
            </section>
            <ToldList />
            {may('gift.list') && <GiftKinds />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

/** The round that runs before one that is still to come. */
const firstOf = (rounds: readonly Round[]): Round | undefined =>
  rounds.findLast((round) => round.state === 'running') ?? rounds.findLast((round) => round.state === 'ahead');

function Lead({ rounds }: { readonly rounds: Rounds }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const round = firstOf(rounds.rounds);
  if (!round) return t(occasionWords.leadQuiet);
  const festival = t(round.name);
  return round.state === 'running'
    ? t(occasionWords.leadRunning, { festival, visited: round.visited, pairs: round.pairs })
    : t(occasionWords.leadAhead, { festival, day: sayDay(round.from, { language, today }), pairs: round.pairs });
}
