import {
  DELEGATION_KIND_WORDS,
  DELEGATION_SCOPE_WORDS,
  DELEGATION_STANDING_WORDS,
} from '@zhengyou/domain/access/delegation.words.ts';
import { readHelping } from '@zhengyou/domain/interaction/helping.contract.ts';
import { CHANNEL_WORDS, CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { YearRow } from '@zhengyou/domain/interaction/year.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { RequestCard } from '../interaction/RequestCard.tsx';
import { markOf, nextOf } from '../interaction/said-year.ts';
import { addressOfLeader } from './address.ts';
import { helpingWords } from './helping.words.ts';
import './home.css';

type Help = ReplyOf<typeof readHelping>['helps'][number];

const PRESSES: ReadonlySet<YearRow['year']['state']> = new Set(['late', 'due', 'dueSoon']);
const pressing = (help: Help) => help.rows.filter((row) => PRESSES.has(row.year.state)).length;

/** Whom one helps, how the weeks look there, and what one wrote; no text, no matter. */
export function HelpingPage() {
  const t = useWords();
  const { person } = useSession();
  const helping = useCall(readHelping, {});
  const helps = helping.data?.helps ?? [];
  const due = helps.reduce((sum, help) => sum + pressing(help), 0);
  const facts = { name: person.name, count: due > 0 ? due : helps.length };
  const lead = t(due > 0 ? helpingWords.leadDue : helps.length > 0 ? helpingWords.lead : helpingWords.leadQuiet, facts);
  return (
    <Page
      title={t(helpingWords.title)}
      width="narrow"
      lead={helping.data ? lead : <span className="sr">{t(helpingWords.title)}</span>}
    >
      <Answer of={helping} loading={{ rows: 3, height: 96 }}>
        {(reply) => (
          <>
            {reply.helps.length === 0 && <Empty lead={t(helpingWords.none)} />}
            {reply.helps.map((help) => (
              <HelpCard key={help.delegationId} help={help} />
            ))}
            <Others others={reply.others} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const FIRST = 5;

function HelpCard({ help }: { readonly help: Help }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [all, setAll] = useState(false);
  const { leader, rows, scopes } = help;
  const due = pressing(help);
  const called = addressOfLeader(leader.name, leader.titles.join('、'), language);
  const shown = all ? rows : rows.slice(0, Math.max(FIRST, due));
  return (
    <section className="card home-help">
      <div className="head">
        {t(DELEGATION_KIND_WORDS[help.kind])}
        <span>{t(helpingWords.until, { day: sayDay(help.lastOn, { language, today }) })}</span>
      </div>
      <h2>
        {leader.name}
        <small>{leader.titles.join(t(kitWords.and))}</small>
      </h2>
      <p className="second">
        {!scopes.includes('friends')
          ? t(helpingWords.noScope)
          : t(due > 0 ? helpingWords.week : helpingWords.weekQuiet, { due, all: rows.length })}
      </p>
      <p className="muted">
        {t(helpingWords.may, {
          scopes: scopes.map((scope) => t(DELEGATION_SCOPE_WORDS[scope])).join(t(kitWords.and)),
        })}
      </p>
      {shown.length > 0 && (
        <ul className="home-help-rows">
          {shown.map((row) => (
            <FriendRow key={row.pairingId} row={row} called={called} logs={scopes.includes('log')} />
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t(helpingWords.more, { count: rows.length - shown.length })}
        </button>
      )}
      {help.requests.map((request) => (
        <RequestCard key={`${request.id} ${request.version}`} request={request} inNameOf={leader.id} />
      ))}
      {help.written.length > 0 && (
        <>
          <h3 className="muted">{t(helpingWords.written, { leader: called })}</h3>
          <ul>
            {help.written.map((one) => (
              <li key={one.id} className="second">
                {t(helpingWords.writtenLine, {
                  day: sayDay(one.on, { language, today }),
                  way: t(CHANNEL_WORDS[one.channel]),
                  people: one.people.join(t(kitWords.and)),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type FriendRowProps = { readonly row: YearRow; readonly called: string; readonly logs: boolean };

function FriendRow({ row, called, logs }: FriendRowProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const openLog = useOverlay(LOG_SHEET);
  return (
    <li>
      <div className="grow">
        <PersonLine
          person={{ name: row.person.name, unit: row.person.unitShort }}
          standings={row.person.standings.slice(0, 1)}
        />
        <p className="second">
          <StateChip state={markOf(row.year.state)} word={t(CONTACT_STATE_WORDS[row.year.state])} />
          {t(kitWords.comma)}
          {nextOf(row, today, language).join(t(kitWords.comma))}
        </p>
      </div>
      {logs && (
        <Button
          aria-label={t(helpingWords.logFor, { leader: called, name: row.person.name })}
          onClick={() => openLog(row.pairingId)}
        >
          {t(helpingWords.log)}
        </Button>
      )}
    </li>
  );
}

function Others({ others }: { readonly others: ReplyOf<typeof readHelping>['others'] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (others.length === 0) return null;
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(helpingWords.others)}</h2>
      </div>
      <ul>
        {others.map((one) => (
          <li key={one.delegationId} className="second">
            {one.standing === 'ahead'
              ? t(helpingWords.ahead, { leader: one.leader.name, from: sayDay(one.firstOn, { language, today }) })
              : t(helpingWords.ended, {
                  leader: one.leader.name,
                  standing: t(DELEGATION_STANDING_WORDS[one.standing]),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}
