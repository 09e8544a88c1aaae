import { useCallback } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useMay } from '../../app/session.tsx';
import { FactForm } from './FactForm.tsx';
import { LeaderForm } from './LeaderForm.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { MergeSheet } from './MergeSheet.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PostForm } from './PostForm.tsx';
import { idOf } from './use-directory.ts';
import type { PersonReply } from './person-phrases.ts';
import { StandingForm } from './StandingForm.tsx';

/** The sheets over a person or the directory. Which one is open is said in the address, so that Back closes it. */
export function PersonSheets({ person }: { readonly person: PersonReply | undefined }) {
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const close = useCallback(
    () =>
      setSearch(
        { sheet: undefined, standing: undefined, post: undefined, fact: undefined, other: undefined },
        { replace: true },
      ),
    [setSearch],
  );
  const { sheet } = search;
  if (!person) {
    if (sheet === 'add' && may('person.create')) return <PersonForm onClose={close} />;
    return sheet === 'addLeader' && may('person.createLeader') ? <LeaderForm onClose={close} /> : null;
  }
  const canDo = (action: PersonReply['can'][number]) => person.can.includes(action);
  if (sheet === 'post' && canDo(search['post'] ? 'update' : 'addPost'))
    return <PostForm key={search['post'] ?? 'new'} person={person} postId={search['post']} onClose={close} />;
  if (sheet === 'fact' && canDo(search['fact'] ? 'update' : 'addFact'))
    return <FactForm key={search['fact'] ?? 'new'} person={person} factId={search['fact']} onClose={close} />;
  if (sheet === 'leave' && canDo('takeOff')) return <LeaveForm person={person} onClose={close} />;
  if (sheet === 'merge' && canDo('merge'))
    return (
      <MergeSheet
        person={person}
        otherId={idOf(search['other'])}
        onChoose={(other) => setSearch({ other })}
        onClose={close}
      />
    );
  if (sheet === 'edit' && person.can.includes('update')) return <PersonForm person={person} onClose={close} />;
  if (!person.can.includes('addStanding')) return null;
  const standing = person.standings.find((one) => one.id === search['standing']);
  if (sheet === 'standing')
    return <StandingForm key={standing?.id ?? 'new'} person={person} standing={standing} onClose={close} />;
  if (sheet === 'renewal' && standing)
    return <StandingForm key={standing.id} person={person} standing={standing} renewal onClose={close} />;
  return null;
}
