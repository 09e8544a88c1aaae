import { readHandover } from '@zhengyou/domain/pairing/renewal.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { PaperDoc, PaperSection, PaperSigns, PaperTable } from '../../kit/PaperDoc.tsx';
import { pairingWords } from './pairing.words.ts';
import { channelWords, handoverWords } from './renewal.words.ts';

type Handover = ReplyOf<typeof readHandover>;
type HandoverSheet = Handover['sheets'][number];

/** For each moved pair one page that is handed over, as it will be printed. */
export function HandoverPage() {
  const t = useWords();
  const draftId = usePathParam('draftId');
  const { search } = useSearchState();
  const representative = findId(search['person']);
  const handover = useCall(readHandover, {
    params: { draftId: draftId as Id }, // the address carries it
    query: representative ? { representative } : {},
  });
  const { data } = handover;
  const any = data && data.sheets.length > 0;
  return (
    <Page
      title={t(handoverWords.page)}
      sub={any && t(handoverWords.lead, { count: data.sheets.length })}
      back={{ href: paths.pairingBoard({ draft: draftId }), label: t(handoverWords.back) }}
      width="wide"
      actions={
        any && (
          <Button look="primary" onClick={() => globalThis.print()}>
            {t(handoverWords.print)}
          </Button>
        )
      }
    >
      <Answer of={handover} loading={{ rows: 12, height: 40 }}>
        {(reply) =>
          reply.sheets.length === 0 ? (
            <Empty lead={t(handoverWords.empty)} />
          ) : (
            reply.sheets.map((sheet, index) => (
              <Sheet key={sheet.representative.id} handover={reply} sheet={sheet} ordinal={index + 1} />
            ))
          )
        }
      </Answer>
    </Page>
  );
}

type SheetProps = { readonly handover: Handover; readonly sheet: HandoverSheet; readonly ordinal: number };

function Sheet({ handover, sheet, ordinal }: SheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person, institution } = useSession();
  const { effectiveOn } = handover.draft;
  const someone = (who: { readonly name: string | null } | null) =>
    who === null ? t(handoverWords.ended) : (who.name ?? t(pairingWords.someone));
  const friend = someone(sheet.representative);
  const [from, to] = [someone(sheet.from), someone(sheet.to)];
  const number = `${effectiveOn.slice(0, 7)}-${String(ordinal).padStart(2, '0')}`;
  const { representative, talks } = sheet;
  const channelOf = (channel: string) => {
    const known = CHANNELS.find((one) => one === channel);
    return known ? t(channelWords[known]) : channel;
  };
  return (
    <PaperDoc
      title={t(handoverWords.title)}
      issuer={institution.name}
      number={t(handoverWords.number, { number })}
      sub={t(handoverWords.sub, { friend, from, to, day: sayDay(effectiveOn, { language }) })}
      foot={t(handoverWords.printed, { name: person.name, day: sayDay(today, { language }) })}
    >
      <PaperSection heading={t(handoverWords.why)}>
        <p>
          {sheet.to ? t(handoverWords.whyText, { reason: t(sheet.reason).replace(/[。.]$/, '') }) : t(sheet.reason)}
          {sheet.clause !== null && t(handoverWords.basis, { clause: sheet.clause })}
        </p>
      </PaperSection>
      <PaperSection heading={t(handoverWords.friend)}>
        <p>
          {[friend, representative.unit.name, representative.position, ...representative.standings]
            .filter(Boolean)
            .join(t(kitWords.comma))}
          {t(handoverWords.stop)}
          {t(handoverWords.since, { from, day: sayMonth(sheet.since, { language }) })}
        </p>
      </PaperSection>
      <PaperSection heading={t(handoverWords.talks)}>
        {talks.length === 0 ? (
          <p>{t(handoverWords.noTalks)}</p>
        ) : (
          <>
            <PaperTable
              caption={t(handoverWords.talks)}
              columns={[
                { heading: t(handoverWords.day), width: 'name' },
                { heading: t(handoverWords.way), width: 'short' },
                { heading: t(handoverWords.about) },
              ]}
              rows={talks.map((talk, index) => ({
                key: `${talk.on} ${index}`,
                cells: [sayDay(talk.on, { language, today }), channelOf(talk.channel), talk.words ?? ''],
              }))}
            />
            {sheet.talksInAll > talks.length && (
              <p>{t(handoverWords.talksAll, { count: sheet.talksInAll, shown: talks.length })}</p>
            )}
          </>
        )}
      </PaperSection>
      {sheet.sections.map((section) => (
        <PaperSection key={section.title.zh} heading={t(section.title)}>
          <PaperTable
            caption={t(section.title)}
            columns={[{ heading: t(handoverWords.day), width: 'name' }, { heading: t(handoverWords.what) }]}
            rows={section.lines.map((line, index) => ({
              key: `${line.on} ${index}`,
              cells: [line.on === null ? t(handoverWords.noDay) : sayDay(line.on, { language, today }), t(line.text)],
            }))}
          />
        </PaperSection>
      ))}
      <p className="fine">{t(handoverWords.fine, { friend })}</p>
      <PaperSigns
        signs={[
          { as: t(handoverWords.gives), name: from },
          ...(sheet.to ? [{ as: t(handoverWords.takes), name: to }] : []),
          { as: t(handoverWords.friend), name: friend },
        ]}
      />
    </PaperDoc>
  );
}
