import { roleWords } from '@zhengyou/domain/access/access.words.ts';
import { signInAsDemo, type readFront } from '@zhengyou/domain/access/access.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { accessWords, demoWords } from './access.words.ts';

type Person = ReplyOf<typeof readFront>['people'][number];
type DemoPeopleProps = { readonly people: readonly Person[]; readonly onEntered: () => void };

const ORDER = ['office', 'leader', 'secretary', 'representative', 'handler', 'unitOfficer', 'checker'] as const;
/** Of a long group so many are shown at first. */
const FIRST = 3;

/** The invented people by role; one touch signs in. */
export function DemoPeople({ people, onEntered }: DemoPeopleProps) {
  const t = useWords();
  const enter = useChange(signInAsDemo);
  if (people.length === 0) return <Empty lead={t(accessWords.noPeople)} />;
  const groups = ORDER.map((role) => ({ role, members: people.filter((person) => person.role === role) }));
  return (
    <div>
      {enter.isError && <CallErrorNote error={enter.error} />}
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ role, members }) => (
          <DemoGroup
            key={role}
            role={role}
            members={members}
            onPick={({ login }) => {
              if (!enter.isPending) enter.mutate({ body: { login } }, { onSuccess: onEntered });
            }}
          />
        ))}
    </div>
  );
}

type DemoGroupProps = {
  readonly role: (typeof ORDER)[number];
  readonly members: readonly Person[];
  readonly onPick: (person: Person) => void;
};

function DemoGroup({ role, members, onPick }: DemoGroupProps) {
  const t = useWords();
  const [all, setAll] = useState(members.length <= FIRST + 1);
  return (
    <section className="demo-group">
      <h3>
        {t(roleWords[role])}
        <span className="meta">{t(demoWords[role])}</span>
      </h3>
      <ul>
        {(all ? members : members.slice(0, FIRST)).map((person) => (
          <li key={person.login}>
            <button type="button" onClick={() => onPick(person)}>
              <b>{person.name}</b>
              <span className="meta ell">{person.what}</span>
              <Icon name="next" size={16} />
            </button>
          </li>
        ))}
      </ul>
      {!all && (
        <button type="button" className="link more" onClick={() => setAll(true)}>
          {t(accessWords.demoAll, { count: members.length })}
        </button>
      )}
    </section>
  );
}
