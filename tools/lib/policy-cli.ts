/** The policy command: checks, explains and compares files with the very reader that the server uses. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { say, type Language, type Words } from '@zhengyou/domain/kit/words.ts';
import { diffPolicies, isSame, type Change, type FieldDiff } from '@zhengyou/domain/policy/policy-diff.ts';
import { requirementsInForce, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { versionProblems } from '@zhengyou/domain/policy/policy.versions.ts';
import {
  asksOf,
  CLAUSE_CLASS_WORDS,
  REQUIREMENT_KIND_WORDS,
  STRENGTH_WORDS,
} from '@zhengyou/domain/policy/policy.words.ts';
import { readPolicyFile, type FileProblem } from '../../apps/server/src/features/policy/read-policy-file.ts';
import { CLI_WORDS } from './policy-cli.words.ts';

export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** As in `LANG`: `zh_CN.UTF-8`. */
  readonly languageOfSystem: string;
};

/** Thrown for what the caller did wrong, already in words; exit code 2. */
class Misused extends Error {}

type Speak = (words: Words, facts?: Readonly<Record<string, string | number>>) => string;
type Opened = { readonly file: string; readonly policy: Policy | undefined; readonly problems: readonly FileProblem[] };

/** The exit code: 0 no problem or the same, 1 problems or a difference, 2 wrong usage or a file that cannot be opened. */
export async function runPolicy(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const language = languageOf(args, terminal.languageOfSystem);
  const speak: Speak = (words, facts) => say(words, language, facts);
  try {
    const { positionals, values } = readArguments(args, speak);
    const [command, ...files] = positionals;
    if (values.help || (command === undefined && !values.help)) {
      (values.help ? terminal.out : terminal.err)(speak(CLI_WORDS.usage));
      return values.help ? 0 : 2;
    }
    if (command === 'check' && files.length > 0) return await check(files, terminal, speak);
    if (command === 'explain' && files.length === 1 && files[0] !== undefined)
      return await explain(files[0], dayOf(values.on, speak), terminal, speak, language);
    if (command === 'diff' && files.length === 2) return await diff(files, terminal, speak);
    const known = ['check', 'explain', 'diff'].includes(command ?? '');
    if (!known) terminal.err(speak(CLI_WORDS.unknownCommand, { command: command ?? '' }));
    terminal.err(speak(CLI_WORDS.usage));
    return 2;
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    terminal.err(error.message);
    return 2;
  }
}

function languageOf(args: readonly string[], system: string): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? system : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
  return /^en/i.test(asked) ? 'en' : 'zh';
}

function readArguments(args: readonly string[], speak: Speak) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { on: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new Misused(
      `${speak(CLI_WORDS.unknownOption, { detail: (error as Error).message })}\n${speak(CLI_WORDS.usage)}`,
    );
  }
}

function dayOf(text: string | undefined, speak: Speak): PlainDate {
  const day = parsePlainDate(text ?? '');
  if (!day) throw new Misused(speak(CLI_WORDS.notADate, { text: text ?? '' }));
  return day;
}

async function open(file: string, speak: Speak): Promise<Opened> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Misused(speak(CLI_WORDS.cannotOpen, { file, reason: error.code ?? error.message }));
  });
  const reading = readPolicyFile(bytes);
  return reading.ok
    ? { file, policy: reading.policy, problems: [] }
    : { file, policy: undefined, problems: reading.problems };
}

function tell({ file, problems }: Opened, terminal: Terminal, speak: Speak) {
  for (const { line, column, path, message } of problems)
    terminal.err(
      speak(CLI_WORDS.problem, { file, line, column, path: path === '' ? '' : ` ${path}`, message: speak(message) }),
    );
}

const untilOf = (policy: Policy, speak: Speak) =>
  policy.until === null ? '' : speak(CLI_WORDS.until, { until: policy.until });

async function check(files: readonly string[], terminal: Terminal, speak: Speak): Promise<0 | 1> {
  const opened: Opened[] = [];
  for (const file of files) opened.push(await open(file, speak));
  let count = 0;
  for (const [index, one] of opened.entries()) {
    const before = opened.slice(0, index).flatMap(({ policy }) => policy ?? []);
    const together: Opened = {
      ...one,
      problems: [
        ...one.problems,
        ...(one.policy && opened.length > 1 ? versionProblems(one.policy, before) : []).map((problem) => ({
          line: 1,
          column: 1,
          ...problem,
        })),
      ],
    };
    tell(together, terminal, speak);
    count += together.problems.length;
    if (one.policy && together.problems.length === 0)
      terminal.out(
        speak(CLI_WORDS.fine, {
          file: one.file,
          name: speak(one.policy.name),
          clauses: one.policy.clauses.length,
          requirements: one.policy.requirements.length,
          from: one.policy.from,
          until: untilOf(one.policy, speak),
        }),
      );
  }
  if (count > 0) terminal.err(speak(CLI_WORDS.problems, { count }));
  return count > 0 ? 1 : 0;
}

async function explain(file: string, on: PlainDate, terminal: Terminal, speak: Speak, language: Language) {
  const opened = await open(file, speak);
  tell(opened, terminal, speak);
  const { policy } = opened;
  if (!policy) return 1;
  const name = speak(policy.name);
  if (policy.from > on || (policy.until !== null && on >= policy.until)) {
    terminal.out(speak(CLI_WORDS.notInForce, { name, on, from: policy.from, until: untilOf(policy, speak) }));
    return 0;
  }
  terminal.out(speak(CLI_WORDS.inForceOn, { name, on }));
  const rows = requirementsInForce(policy, on);
  const tierName = (id: string) => {
    const tier = policy.tiers.find((one) => one.id === id);
    return tier ? speak(tier.name) : id;
  };
  for (const clause of policy.clauses.filter((one) => one.from <= on && (one.until === null || on < one.until))) {
    const asked = rows.filter((row) => row.basis === clause.id);
    const { id, heading } = clause;
    terminal.out(
      speak(CLI_WORDS.clause, { id, heading: speak(heading), class: speak(CLAUSE_CLASS_WORDS[clause.class]) }),
    );
    for (const row of asked) {
      const { words, facts } = asksOf(row);
      const local = row.kind === 'occasion' && row.value.local === true;
      terminal.out(
        speak(local ? CLI_WORDS.asksLocal : CLI_WORDS.asks, {
          kind: speak(REQUIREMENT_KIND_WORDS[row.kind]),
          asks: speak(words, facts),
          tiers: row.appliesTo.tiers.map(tierName).join(language === 'zh' ? '、' : ', '),
          strength: speak(STRENGTH_WORDS[row.strength]),
        }),
      );
    }
    const parted = policy.clauses.some((one) => one.id.startsWith(`${clause.id}.`));
    if (asked.length === 0 && !parted) terminal.out(speak(CLI_WORDS.byPeople));
  }
  for (const setting of policy.settings ?? [])
    if (setting.from <= on && (setting.until === null || on < setting.until))
      terminal.out(
        speak(CLI_WORDS.setting, {
          kind: setting.kind,
          value: setting.value,
          unit: setting.unit === undefined ? '' : ` (${setting.unit})`,
          reason: setting.reason,
        }),
      );
  return 0;
}

async function diff(files: readonly string[], terminal: Terminal, speak: Speak): Promise<0 | 1 | 2> {
  const [before, after] = [await open(files[0] ?? '', speak), await open(files[1] ?? '', speak)];
  for (const one of [before, after]) tell(one, terminal, speak);
  // Two files of which one cannot be read are neither the same nor different.
  if (!before.policy || !after.policy) return 2;
  const found = diffPolicies(before.policy, after.policy);
  if (isSame(found)) {
    terminal.out(speak(CLI_WORDS.same));
    return 0;
  }
  const show = (change: Change, what: string, fields: readonly FieldDiff[]) => {
    terminal.out(speak(CLI_WORDS[change], { what }));
    for (const field of fields)
      terminal.out(
        speak(CLI_WORDS.field, {
          path: field.path,
          before: field.before ?? speak(CLI_WORDS.nothing),
          after: field.after ?? speak(CLI_WORDS.nothing),
        }),
      );
  };
  if (found.head.length > 0) show('changed', speak(CLI_WORDS.head), found.head);
  for (const { id, change, heading, fields } of found.clauses)
    show(change, speak(CLI_WORDS.clauseNamed, { id, heading: speak(heading) }), fields);
  for (const { id, basis, kind, change, fields } of found.requirements)
    show(change, speak(CLI_WORDS.requirementNamed, { basis, id, kind: speak(REQUIREMENT_KIND_WORDS[kind]) }), fields);
  return 1;
}
