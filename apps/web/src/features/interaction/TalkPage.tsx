import { readInteraction } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { SharedTalk } from './SharedTalks.tsx';
import { talkWords } from './talk.words.ts';

/** One talk: whoever may read it opens it here, and the person sees that it was opened. */
export function TalkPage() {
  const t = useWords();
  const { person: self } = useSession();
  const id = findId(usePathParam('interactionId'));
  const talk = useCall(
    readInteraction,
    { params: { interactionId: id ?? ('' as never) } }, // not asked without one
    { enabled: id !== undefined },
  );
  const people = talk.data?.representatives ?? [];
  return (
    <Page
      width="narrow"
      title={t(talkWords.one)}
      sub={
        talk.data &&
        people.length > 0 && (
          <>
            {people.map((one, index) => (
              <span key={one.id}>
                {index > 0 && t(kitWords.and)}
                {one.id === self.id ? one.name : <Link href={paths.friend(one.id)}>{one.name}</Link>}
              </span>
            ))}
            {t(talkWords.withLeader, { leader: talk.data.leader.name })}
          </>
        )
      }
    >
      {id === undefined ? (
        <Empty lead={t(talkWords.notFound)} />
      ) : (
        <Answer of={talk} loading={{ rows: 3, height: 64 }}>
          {(record) => (
            <ul className="talks">
              <SharedTalk talk={record} />
            </ul>
          )}
        </Answer>
      )}
    </Page>
  );
}
