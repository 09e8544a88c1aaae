import { useCallback } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useMay } from '../../app/session.tsx';
import { PersonForm } from './PersonForm.tsx';
import type { PersonReply } from './person-phrases.ts';
import { StandingForm } from './StandingForm.tsx';

/** The sheets over a person or the directory. Which one is open is said in the address, so that Back closes it. */
export function PersonSheets({ person }: { readonly person: PersonReply | undefined }) {
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const close = useCallback(() => setSearch({ sheet: undefined, standing: undefined }, { replace: true }), [setSearch]);
  const { sheet } = search;
  if (!person) return sheet === 'add' && may('person.create') ? <PersonForm onClose={close} /> : null;
  if (sheet === 'edit' && person.can.includes('update')) return <PersonForm person={person} onClose={close} />;
  if (!person.can.includes('addStanding')) return null;
  const standing = person.standings.find((one) => one.id === search['standing']);
  if (sheet === 'standing')
    return <StandingForm key={standing?.id ?? 'new'} person={person} standing={standing} onClose={close} />;
  if (sheet === 'renewal' && standing)
    return <StandingForm key={standing.id} person={person} standing={standing} renewal onClose={close} />;
  return null;
}
