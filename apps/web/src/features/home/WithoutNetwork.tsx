import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Button } from '../../kit/Button.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { findKeptDefaults } from '../interaction/log-defaults.ts';
import { homeWords } from './home.words.ts';

/** One's friends as this device remembers them: enough to write down a talk. `otherwise` where it remembers none. */
export function WithoutNetwork({ otherwise }: { readonly otherwise: ReactNode }) {
  const t = useWords();
  const logSheet = useOverlay(LOG_SHEET);
  const kept = useQuery({
    queryKey: ['home.withoutNetwork'],
    queryFn: async () => (await findKeptDefaults()) ?? null,
    staleTime: 0,
  });
  if (kept.isPending) return <LoadingRows />;
  if (!kept.data) return otherwise;
  return (
    <section className="home-kept" aria-labelledby="home-kept">
      <h2 id="home-kept">{t(homeWords.friends)}</h2>
      <p className="muted">{t(homeWords.withoutNetwork)}</p>
      <ul>
        {kept.data.people.map((one) => (
          <li key={one.pairingId} className="row apart">
            <span>
              {one.person.name} <span className="meta">{t(CONTACT_STATE_WORDS[one.state])}</span>
            </span>
            <Button onClick={() => logSheet(one.pairingId)}>{t(homeWords.logOne)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
