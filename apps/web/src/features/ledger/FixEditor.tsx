import { sayFix } from '@zhengyou/domain/ledger/say-problem.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { FixField } from './FixField.tsx';
import { ledgerWords } from './ledger.words.ts';
import type { Decision, Fix, Problem } from './shapes.ts';

type FixEditorProps = {
  readonly importId: string;
  readonly today: string;
  readonly problem: Problem;
  readonly cell: string;
  readonly onDecide: (decision: Decision) => void;
};

/** Everything that can be chosen for one problem: what is proposed first, what leaves the row out last. */
export function FixEditor({ importId, today, problem, cell, onDecide }: FixEditorProps) {
  const t = useWords();
  const { fixes } = problem;
  const ready = fixes.filter((fix) => fix.needs === undefined && fix.kind !== 'skipRow');
  const fields = fixes.filter((fix) => fix.needs !== undefined && !isOfferedWhole(fix, ready));
  const skip = fixes.find((fix) => fix.kind === 'skipRow');
  const single = fields.length === 1 && ready.length === 0;
  const ordered = [...ready].sort((a, b) => Number(b.proposed ?? false) - Number(a.proposed ?? false));
  return (
    <div className="fix-line">
      <p className={single ? 'strong' : 'strong alone'}>
        {t(single ? ledgerWords.changeTo : ledgerWords.decideAt, { cell })}
      </p>
      {ordered.map((fix) => (
        <FixButton key={fix.id} fix={fix} onDecide={onDecide} />
      ))}
      {fields.map((fix) => (
        <FixField key={fix.id} importId={importId} today={today} problem={problem} fix={fix} onDecide={onDecide} />
      ))}
      {skip && <FixButton fix={skip} quiet onDecide={onDecide} />}
    </div>
  );
}

/** Every way has a button already. */
const isOfferedWhole = (field: Fix, ready: readonly Fix[]) =>
  field.needs === 'channel' && ready.filter(({ kind }) => kind === field.kind).length >= CHANNELS.length;

type FixButtonProps = {
  readonly fix: Fix;
  readonly quiet?: boolean;
  readonly onDecide: (decision: Decision) => void;
};

function FixButton({ fix, quiet, onDecide }: FixButtonProps) {
  const t = useWords();
  const { language } = useLanguage();
  return (
    <Button small look={quiet ? 'text' : 'plain'} className="fix" onClick={() => onDecide({ fix: fix.id })}>
      {sayFix(fix, language)}
      {fix.proposed && <span className="meta">{t(ledgerWords.proposed)}</span>}
    </Button>
  );
}
