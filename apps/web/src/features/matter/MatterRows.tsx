import type { MatterItem } from '@zhengyou/domain/matter/line.shapes.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Link } from '../../kit/Link.tsx';
import { usePhone } from '../../kit/media.ts';
import { StateChip } from '../../kit/StateChip.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { listWords } from './list.words.ts';
import { matterWords } from './matter.words.ts';
import { sentenceOf, shortClock } from './said-matter.ts';

type RowsProps = {
  readonly items: readonly MatterItem[];
  /** A table at a desk, for those who keep many. */
  readonly wide?: boolean;
  readonly selected?: string | undefined;
};

export function MatterRows({ items, wide, selected }: RowsProps) {
  const phone = usePhone();
  return wide && !phone ? <Table items={items} selected={selected} /> : <Lines items={items} selected={selected} />;
}

/** Whose words these are, as far as the reader may know. */
function useWho(): (item: MatterItem) => string {
  const t = useWords();
  return (item) => {
    const names = item.proposers.map(({ name }) => name).join(t(matterWords.list));
    if (names === '') return item.named ? '' : t(listWords.unnamed);
    return t(item.named ? listWords.namedWho : listWords.unnamedWho, { names });
  };
}

function Lines({ items, selected }: RowsProps) {
  const t = useWords();
  const who = useWho();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <ul className="matter-rows">
      {items.map((item) => {
        const clock = shortClock(item, { language });
        const said = item.level === 'proposer' ? '' : who(item);
        return (
          <li key={item.id} data-row={item.id}>
            <Link href={paths.matter(item.id)} className={item.id === selected ? 'sel' : undefined}>
              <span className="title">{item.title ?? t(matterWords.untitled)}</span>
              <span className="second">
                <Turns text={sentenceOf(item, { language, today })} />
              </span>
              <span className="under">
                <span className="meta">
                  {t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[item.kind]), number: item.number })} {said}
                </span>
                {clock && item.level !== 'proposer' && <StateChip state={clock.state} word={clock.words} />}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Table({ items, selected }: RowsProps) {
  const t = useWords();
  const who = useWho();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <>
      <table className="tbl matter-table">
        <thead>
          <tr>
            <th scope="col">{t(listWords.title)}</th>
            <th scope="col">{t(listWords.who)}</th>
            <th scope="col">{t(listWords.stands)}</th>
            <th scope="col">{t(listWords.next)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const clock = shortClock(item, { language });
            return (
              <tr
                key={item.id}
                data-row={item.id}
                className={item.id === selected ? 'sel' : undefined}
                aria-selected={item.id === selected || undefined}
              >
                <td>
                  <Link className="plain voice strong" href={paths.matter(item.id)}>
                    {item.title ?? t(matterWords.untitled)}
                  </Link>
                  <br />
                  <span className="meta">
                    {t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[item.kind]), number: item.number })}
                  </span>
                </td>
                <td className="second">{who(item)}</td>
                <td className="second">
                  <Turns text={sentenceOf(item, { language, today })} />
                </td>
                <td>{clock && <StateChip state={clock.state} word={clock.words} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="meta case-days">{t(matterWords.workingDays)}</p>
    </>
  );
}
