import { openRound, type listRounds } from '@zhengyou/domain/occasion/round.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useRouter } from '@tanstack/react-router';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import { occasionWords } from './occasion.words.ts';

type Rounds = ReplyOf<typeof listRounds>;

/** Festivals of the measures that are still without a round; those that it is time for say so. */
export function Coming({ rounds }: { readonly rounds: Rounds }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const router = useRouter();
  const open = useChange(openRound);
  const { coming, can } = rounds;
  const ofGroups = rounds.ofGroups.filter((one) => one.soon);
  if (coming.length === 0 && ofGroups.length === 0) return null;
  return (
    <div className="round-coming">
      {coming.length > 0 && (
        <div className="sec">
          <h3>{t(occasionWords.coming)}</h3>
          {coming.some((one) => one.local) && (
            <span className="meta">
              {t(occasionWords.comingLocal)} <ClauseMark local />
            </span>
          )}
        </div>
      )}
      {coming.length > 0 && (
        <ul className="round-lines">
          {coming.map((one) => (
            <li key={`${one.key} ${one.on}`}>
              <span className="round-line">
                <span className="grow">
                  <span className="strong">
                    {t(occasionWords.festivalDay, { festival: t(one.name), day: sayDay(one.on, { language, today }) })}
                  </span>
                  <span className="muted">
                    {one.soon && `${t(occasionWords.comingSoon)} · `}
                    {t(occasionWords.window, {
                      from: sayDay(one.from, { language, today }),
                      last: sayDay(addDays(one.until, -1), { language, today }),
                    })}
                  </span>
                </span>
                {can.includes('open') && (
                  <Button
                    {...(!one.soon && { look: 'text' as const })}
                    busy={open.isPending}
                    onClick={() =>
                      open.mutate(
                        { body: { festival: one.key, on: one.on } },
                        {
                          onSuccess: ({ id }) => {
                            toast({ text: t(occasionWords.opened, { festival: t(one.name) }) });
                            void router.navigate({ href: paths.round(id) });
                          },
                        },
                      )
                    }
                  >
                    {t(occasionWords.open)}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open.isError && <CallErrorNote error={open.error} />}
      {ofGroups.length > 0 && (
        <p className="muted round-note">
          {t(occasionWords.ofGroups, {
            names: [...new Set(ofGroups.map((one) => t(one.name)))].join(t(occasionWords.listComma)),
          })}
        </p>
      )}
    </div>
  );
}
