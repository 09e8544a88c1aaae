import { cancelLedgerImport } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useRouter } from '@tanstack/react-router';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { Share } from '../../kit/BoardNumber.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { ledgerWords } from './ledger.words.ts';
import type { ImportRead } from './shapes.ts';
import { StepLine } from './StepLine.tsx';

export function ReadingStep({ run }: { readonly run: ImportRead }) {
  const t = useWords();
  const router = useRouter();
  const toast = useToast();
  const cancel = useChange(cancelLedgerImport);
  const { done = 0, total = 0 } = run.progress ?? {};
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const said = t(ledgerWords.readingShare, { share: Math.floor(share * 100) });
  return (
    <Page title={t(ledgerWords.importTitle)} sub={t(ledgerWords.readingSafe)} width="wide">
      <StepLine view="reading" />
      <section className="reading">
        <p className="strong wrap-any">{t(ledgerWords.reading, { file: run.fileName })}</p>
        <Share share={share} label={said} />
        <div className="row apart">
          <span className="meta">{said}</span>
          <Button
            busy={cancel.isPending}
            onClick={() =>
              cancel.mutate(
                { params: { importId: run.id }, body: {} },
                {
                  onSuccess: () => {
                    toast({ text: t(ledgerWords.gone) });
                    void router.navigate({ href: paths.ledger(), replace: true });
                  },
                },
              )
            }
          >
            {t(ledgerWords.cancel)}
          </Button>
        </div>
        {cancel.isError && <CallErrorNote error={cancel.error} />}
      </section>
    </Page>
  );
}

/** The file was refused, or reading it broke off: why, and what to do. */
export function FailedStep({ run }: { readonly run: ImportRead }) {
  const t = useWords();
  const { language } = useLanguage();
  return (
    <Page title={t(ledgerWords.importTitle)} lead={t(ledgerWords.notRead)} width="wide">
      <StepLine view="failed" />
      <section className="reading" role="alert">
        <p className="wrap-any">{run.refusal?.[language] ?? run.fileName}</p>
        <p className="meta">{t(ledgerWords.nothingWritten)}</p>
        <div className="row wrap after">
          <LinkButton look="primary" href={paths.ledger()}>
            {t(ledgerWords.otherFile)}
          </LinkButton>
        </div>
      </section>
    </Page>
  );
}
