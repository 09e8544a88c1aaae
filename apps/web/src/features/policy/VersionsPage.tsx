import {
  copyPolicyVersion,
  downloadPolicyVersion,
  listPolicyDrafts,
  listPolicyVersions,
} from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { useDownload } from '../../app/use-download.ts';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Link } from '../../kit/Link.tsx';
import { actionWords, draftWords, statusWords, versionStateWords } from './draft.words.ts';
import { policyWords } from './policy.words.ts';
import { UndoVersion } from './UndoVersion.tsx';
import { UploadPolicy } from './UploadPolicy.tsx';
import { useSayWhen } from '../../app/use-say-when.ts';
import './draft.css';

export type Version = ReplyOf<typeof listPolicyVersions>['items'][number];

/** Which versions there were, are and will be, and what is on its way to become one. */
export function VersionsPage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const versions = useCall(listPolicyVersions, {});
  const [undoing, setUndoing] = useState<Version>();
  const items = versions.data?.items ?? [];
  const inForce = items.find((version) => version.state === 'inForce');
  const coming = items.find((version) => version.state === 'coming');
  const lead = [
    inForce && t(draftWords.inForceLead, { number: inForce.number }),
    coming && t(draftWords.comingLead, { number: coming.number, on: sayDay(coming.startsOn, { language, today }) }),
  ];
  return (
    <Page
      title={t(draftWords.versions)}
      lead={lead.filter(Boolean).join(language === 'en' ? ' ' : '')}
      sub={inForce && t(inForce.name)}
      back={{ href: paths.policy(), label: t(policyWords.title) }}
      width="wide"
      actions={inForce && may('policy.uploadDraft') && <NewDraft inForce={inForce} />}
    >
      <Answer of={versions} loading={{ rows: 3, height: 48 }}>
        {(reply) => (
          <table className="tbl folds versions">
            <thead>
              <tr>
                <th scope="col">{t(draftWords.version)}</th>
                <th scope="col">{t(draftWords.state)}</th>
                <th scope="col">{t(draftWords.time)}</th>
                <th scope="col">
                  <span className="sr">{t(draftWords.deeds)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {reply.items.map((version) => (
                <VersionRow
                  key={version.policyId}
                  version={version}
                  before={before(version, reply.items)}
                  onUndo={() => setUndoing(version)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      {may('policy.listDrafts') && <Drafts />}
      {undoing && <UndoVersion version={undoing} onClose={() => setUndoing(undefined)} />}
    </Page>
  );
}

/** The one that it followed, or would have. */
const before = (version: Version, items: readonly Version[]) =>
  items.find((other) => other.state !== 'undone' && other.startsOn < version.startsOn);

function VersionRow({
  version,
  before: former,
  onUndo,
}: {
  readonly version: Version;
  readonly before: Version | undefined;
  readonly onUndo: () => void;
}) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const file = `${version.key}-${version.number}.yaml`;
  const { download, busy, error } = useDownload(downloadPolicyVersion, file);
  const from = sayDay(version.startsOn, { language, today });
  const { number } = version;
  return (
    <tr className={version.state === 'undone' ? 'undone' : undefined}>
      <th scope="row" className="strong">
        {t(draftWords.number, { number })}
      </th>
      <td className={version.state === 'coming' ? 'strong' : 'second'}>{t(versionStateWords[version.state])}</td>
      <td className="second">
        {version.state === 'undone' || version.endsOn === null
          ? t(policyWords.since, { from })
          : t(policyWords.untilDay, { from, until: sayDay(addDays(version.endsOn, -1), { language, today }) })}
      </td>
      <td className="r">
        <div className="row wrap deeds">
          {error !== null && <CallErrorNote error={error} />}
          {former && (
            <LinkButton small look="text" href={paths.policyComparison(former.policyId, version.policyId)}>
              {t(draftWords.compare)}
            </LinkButton>
          )}
          <Button
            small
            look="text"
            busy={busy}
            onClick={() => void download({ params: { policyId: version.policyId } })}
          >
            {t(draftWords.download)}
            <span className="sr"> {t(draftWords.number, { number })}</span>
          </Button>
          {version.can.includes('undo') && (
            <Button small onClick={onUndo}>
              {t(draftWords.undo)}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function NewDraft({ inForce }: { readonly inForce: Version }) {
  return (
    <>
      <CopyButton policyId={inForce.policyId} />
      <UploadPolicy />
    </>
  );
}

/** Begins a draft with the text of a version; what is written there stays until it is submitted. */
export function CopyButton({ policyId }: { readonly policyId: string }) {
  const t = useWords();
  const router = useRouter();
  const copy = useChange(copyPolicyVersion);
  return (
    <>
      {copy.isError && <CallErrorNote error={copy.error} />}
      <Button
        busy={copy.isPending}
        onClick={() =>
          copy.mutate(
            { params: { policyId }, body: {} },
            { onSuccess: ({ id }) => void router.navigate({ href: paths.policyDraft(id, { text: 'open' }) }) },
          )
        }
      >
        {t(draftWords.edit)}
      </Button>
    </>
  );
}

function Drafts() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const when = useSayWhen().moment;
  const drafts = useCall(listPolicyDrafts, {});
  return (
    <section className="drafts">
      <div className="sec">
        <h2>{t(draftWords.drafts)}</h2>
      </div>
      <Answer of={drafts} loading={{ rows: 2, height: 48 }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t(draftWords.noDrafts)}</p>
          ) : (
            <table className="tbl folds versions">
              <thead>
                <tr>
                  <th scope="col">{t(draftWords.file)}</th>
                  <th scope="col">{t(draftWords.state)}</th>
                  <th scope="col">{t(draftWords.time)}</th>
                  <th scope="col">{t(draftWords.last)}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((draft) => (
                  <tr key={draft.id}>
                    <th scope="row">
                      <Link className="strong wrap-any" href={paths.policyDraft(draft.id)}>
                        {draft.fileName}
                      </Link>
                    </th>
                    <td className={draft.status === 'submitted' ? 'strong' : 'second'}>
                      {t(draft.lastAction === 'undo' ? actionWords.undo : statusWords[draft.status])}
                    </td>
                    <td className="second">
                      {draft.startsOn !== null &&
                        t(policyWords.since, { from: sayDay(draft.startsOn, { language, today }) })}
                    </td>
                    <td className="meta">{[draft.by, t(actionWords[draft.lastAction]), when(draft.at)].join(' ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </section>
  );
}
