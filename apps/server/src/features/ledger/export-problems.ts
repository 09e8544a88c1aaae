/** The list of problems as a workbook: what to mend in the ledger at its source. */
import { writeXlsx } from 'hucre/xlsx';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { say, words } from '@zhengyou/domain/kit/words.ts';
import type { LedgerProblem } from '@zhengyou/domain/ledger/plan.types.ts';
import { sayProblem } from '@zhengyou/domain/ledger/say-problem.ts';
import type { Context } from '../../edge/context.ts';
import type { Download } from '../../edge/route.ts';
import { harmless } from '../../store/harmless-cell.ts';
import { getReadRun, lookAt } from './dry-run.ts';

const heads = words({
  name: { zh: '问题清单', en: 'Problems' },
  level: { zh: '类别', en: 'Level' },
  sheet: { zh: '表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  written: { zh: '写的是', en: 'What is written' },
  why: { zh: '为什么', en: 'Why' },
  advice: { zh: '怎么办', en: 'What to do' },
  settled: { zh: '已定', en: 'Settled' },
  yes: { zh: '是', en: 'yes' },
  refused: { zh: '不能收', en: 'Cannot be taken' },
  ask: { zh: '要您看', en: 'Needs a look' },
  note: { zh: '照收，请知道', en: 'Taken, for your knowledge' },
});

export async function exportProblems(context: Context, importId: Id): Promise<Download> {
  const { language } = context;
  const run = await getReadRun(context, importId);
  const { plan } = await lookAt(context, run);
  const t = (key: keyof typeof heads) => say(heads[key], language);
  const saidOf = (problem: LedgerProblem) => {
    const { wrong, advice } = sayProblem(problem, language);
    return [wrong, advice];
  };
  const rows = plan.problems.map((problem) => [
    t(problem.level),
    problem.sheet,
    problem.cell,
    problem.written,
    ...saidOf(problem),
    problem.settled ? t('yes') : '',
  ]);
  const table = [[t('level'), t('sheet'), t('cell'), t('written'), t('why'), t('advice'), t('settled')], ...rows];
  const bytes = await writeXlsx({ sheets: [{ name: t('name'), rows: table.map((row) => row.map(harmless)) }] });
  return {
    fileName: `${run.fileName.replace(/\.[^.]*$/, '')} ${t('name')}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: Buffer.from(bytes),
  };
}
