import { kitWords } from '../../kit/kit.words.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { sayPost } from '../person/person-phrases.ts';
import { PairSlot } from './PairSlot.tsx';
import { pairingWords } from './pairing.words.ts';
import { QuotaBar } from './QuotaBar.tsx';
import type { Roster, RosterLeader } from './use-roster.ts';

type RosterTableProps = {
  readonly groups: Roster['groups'];
  readonly onSlot: (pairingId: string) => void;
  readonly onAdd: (leaderId: string) => void;
};

/** Leaders as rows, in official order; each unit under its name. */
export function RosterTable({ groups, onSlot, onAdd }: RosterTableProps) {
  const t = useWords();
  return (
    <table className="tbl roster">
      <thead>
        <tr>
          <th scope="col">{t(pairingWords.leader)}</th>
          <th scope="col">{t(pairingWords.friends)}</th>
          <th scope="col" className="r">
            {t(pairingWords.has)}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={`${group.tier} ${group.unit.id}`}>
          <tr className="group">
            <th scope="rowgroup" colSpan={3}>
              {group.unit.name}
            </th>
          </tr>
          {group.leaders.map((leader) => (
            <LeaderRow key={leader.id} leader={leader} onSlot={onSlot} onAdd={onAdd} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type LeaderRowProps = Omit<RosterTableProps, 'groups'> & { readonly leader: RosterLeader };

function LeaderRow({ leader, onSlot, onAdd }: LeaderRowProps) {
  const t = useWords();
  return (
    <tr>
      <th scope="row" className="who">
        <Link className="strong" href={paths.portfolio(leader.id)}>
          {leader.name}
        </Link>
        <div className="meta">{leader.posts.map((post) => sayPost(post, t)).join(t(kitWords.and))}</div>
      </th>
      <td>
        <div className="row wrap">
          {leader.slots.map((slot) => (
            <PairSlot key={slot.pairingId} slot={slot} onOpen={() => onSlot(slot.pairingId)} />
          ))}
          {leader.can.includes('pair') ? (
            <button
              type="button"
              className="slot free"
              aria-label={t(pairingWords.addFriendTo, { leader: leader.name })}
              onClick={() => onAdd(leader.id)}
            >
              <Icon name="add" size={14} />
              {t(pairingWords.addFriend)}
            </button>
          ) : (
            leader.slots.length === 0 && <span className="muted">{t(pairingWords.noLeaderYet)}</span>
          )}
        </div>
      </td>
      <td className="r">
        <QuotaBar quota={leader.quota} />
      </td>
    </tr>
  );
}
