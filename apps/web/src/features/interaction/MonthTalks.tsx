import { listMonthTalks } from '@zhengyou/domain/interaction/heat.contract.ts';
import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { heatWords } from './heat.words.ts';

type MonthTalksProps = {
  readonly leader: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly month: number;
  readonly onClose: () => void;
};

/** The records behind one figure, each of which opens. */
export function MonthTalks({ leader, year, month, onClose }: MonthTalksProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const talks = useCall(listMonthTalks, {
    params: { leaderId: leader.id as Id, month: String(month) },
    query: { year },
  });
  return (
    <Sheet title={t(heatWords.monthOf, { name: leader.name, year, month })} onClose={onClose}>
      <Answer of={talks} loading={{ rows: 3, height: 52 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(heatWords.quiet)} />
          ) : (
            <>
              <p className="muted">{t(heatWords.monthCount, { count: items.length })}</p>
              <ul className="month-talks">
                {items.map((talk) => (
                  <li key={talk.id}>
                    <Link href={paths.talk(talk.id)}>
                      {[
                        talk.precision === 'month'
                          ? sayMonth(talk.on.slice(0, 7), { language, today })
                          : sayDay(talk.on, { language, today }),
                        t(CHANNEL_WORDS[talk.channel]),
                      ].join(t(kitWords.comma))}
                    </Link>
                    <span className="second">
                      {[
                        talk.people.map((one) => one.name).join(t(kitWords.and)),
                        talk.others > 0 && t(heatWords.others, { count: talk.others }),
                      ]
                        .filter(Boolean)
                        .join(' ')}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Sheet>
  );
}
