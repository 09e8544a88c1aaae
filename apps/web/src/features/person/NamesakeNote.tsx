import { listNamesakes } from '@zhengyou/domain/person/person.contract.ts';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { sayPosition } from './person-phrases.ts';
import { recordWords } from './record.words.ts';

/** Says while a name is being typed who already has it; nothing where nobody does. */
export function NamesakeNote({ name, except }: { readonly name: string; readonly except?: string }) {
  const t = useWords();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), 300);
    return () => clearTimeout(timer);
  }, [name]);
  const found = useCall(listNamesakes, { query: { names: asked } }, { enabled: asked.length > 1 });
  const items = asked.length > 1 ? (found.data?.items ?? []).filter((one) => one.id !== except) : [];
  return (
    <output className="second namesakes">
      {items.length > 0 && t(recordWords.namesakes)}
      {items.map((one) => (
        <span key={one.id}>
          {' '}
          <Link href={paths.person(one.id)}>{one.name}</Link>{' '}
          {t(recordWords.namesake, { unit: one.unit.shortName, what: sayPosition(one, t) })}
        </span>
      ))}
    </output>
  );
}
