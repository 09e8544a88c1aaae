/**
 * From the text of a policy file to a policy, or to every problem with the place where it stands and what to do. Nothing
 * of a file with a problem is used. What YAML can do beyond plain text, numbers, lists and keys is refused: an anchor can
 * make a small file huge, a tag can name a program's type, and a reader of the file should see what it says.
 */
import { parsePolicy, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { FILE_PROBLEMS } from '@zhengyou/domain/policy/policy-file.words.ts';
import { FILE_LIMIT } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';

export type FileProblem = {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** `requirements[3].value.min`; empty where the text itself cannot be read. */
  readonly path: string;
  readonly message: Words;
};

export type FileReading =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** More than anyone mends at once. */
const SHOWN = 100;
const DEPTH = 24;
const LARGEST = 9999;

/** What the lexer says between the tokens of the text: a byte order mark, a document, a scalar, the end of a flow. */
const UNWRITTEN = new Set(['\uFEFF', '\u0002', '\u0018', '\u001F']);

const START = { line: 1, column: 1, path: '' };

export function readPolicyFile(bytes: Uint8Array): FileReading {
  if (bytes.byteLength > FILE_LIMIT)
    return refused([{ ...START, message: FILE_PROBLEMS.tooLarge(`${FILE_LIMIT / 1024} KB`) }]);
  const text = decode(bytes);
  return text === undefined ? refused([{ ...START, message: FILE_PROBLEMS.binary }]) : readPolicyText(text);
}

/** Undefined where the bytes are no UTF-8 text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The one error that a fatal decoder throws; what to do about it is said by the caller.
    return undefined;
  }
}

export function readPolicyText(text: string): FileReading {
  if (Buffer.byteLength(text) > FILE_LIMIT)
    return refused([{ ...START, message: FILE_PROBLEMS.tooLarge(`${FILE_LIMIT / 1024} KB`) }]);
  if (text.trim() === '') return refused([{ ...START, message: FILE_PROBLEMS.empty }]);
  const deep = tooDeepAt(text);
  if (deep) return refused([{ ...deep, path: '', message: FILE_PROBLEMS.tooDeep }]);

  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.2',
    merge: false,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = documents[0];
  if (!Array.isArray(documents) || !document) return refused([{ ...START, message: FILE_PROBLEMS.empty }]);
  const form = [...document.errors, ...document.warnings].map((error) => ({
    ...at(error.pos[0]),
    path: '',
    message: wordsOf(error, text),
  }));
  // A directive is no node; it stands before everything but comments.
  const directive = /^(?:[^\S\n]*(?:#.*)?\n)*(?=%)/.exec(text);
  if (directive) form.push({ ...at(directive[0].length), path: '', message: FILE_PROBLEMS.directive });
  const second = documents[1];
  if (second) form.push({ ...at(second.range[0]), path: '', message: FILE_PROBLEMS.severalDocuments });
  const tricks = document.errors.length > 0 ? [] : tricksIn(document, at);
  if (form.length + tricks.length > 0) return refused([...form, ...tricks]);

  const parsed = parsePolicy(document.toJS({ maxAliasCount: 0 }));
  if (parsed.ok) return { ok: true, policy: parsed.policy };
  return refused(
    parsed.problems.map((problem) => ({
      ...at(offsetOf(document, problem.path)),
      path: problem.path,
      message: problem.message,
    })),
  );
}

function refused(problems: readonly FileProblem[]): FileReading {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const last = sorted.at(SHOWN - 1);
  if (sorted.length <= SHOWN || !last) return { ok: false, problems: sorted };
  const rest = { ...last, path: '', message: FILE_PROBLEMS.more(sorted.length - SHOWN) };
  return { ok: false, problems: [...sorted.slice(0, SHOWN), rest] };
}

/** Before the text is composed: composing descends, and a few thousand brackets would exhaust the stack. */
function tooDeepAt(text: string): { line: number; column: number } | undefined {
  const rows = text.split('\n');
  const row = rows.findIndex((line) => /^(?:[ ]|[-?] ){60,}/.test(line));
  if (row >= 0) return { line: row + 1, column: 1 };
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEPTH) {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    }
    // Marks of documents, scalars and the lexer's own control characters take no room in the text.
    if (!UNWRITTEN.has(token)) offset += token.length;
  }
  return undefined;
}

function wordsOf(error: YAMLError, text: string): Words {
  const [from] = error.pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return FILE_PROBLEMS.tab;
    case 'DUPLICATE_KEY':
      return FILE_PROBLEMS.duplicateKey(text.slice(from, from + 60).split(/[\s:]/)[0] ?? '');
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return FILE_PROBLEMS.anchor;
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
      return FILE_PROBLEMS.tag;
    case 'BAD_DIRECTIVE':
      return FILE_PROBLEMS.directive;
    case 'MULTIPLE_DOCS':
      return FILE_PROBLEMS.severalDocuments;
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'BAD_PROP_ORDER':
    case 'MULTILINE_IMPLICIT_KEY':
      return /^[ ]*\t/.test(lineAt(text, from)) ? FILE_PROBLEMS.tab : FILE_PROBLEMS.indent;
    case 'MISSING_CHAR':
    case 'BAD_DQ_ESCAPE':
      return FILE_PROBLEMS.unclosed;
    case 'NON_STRING_KEY':
    case 'KEY_OVER_1024_CHARS':
      return FILE_PROBLEMS.keyNotText;
    case 'RESOURCE_EXHAUSTION':
      return FILE_PROBLEMS.tooDeep;
    default:
      return /^[ ]*\t/.test(lineAt(text, from)) ? FILE_PROBLEMS.tab : FILE_PROBLEMS.unreadable;
  }
}

const lineAt = (text: string, offset: number) =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';

type At = (offset: number) => { line: number; column: number };

/** What is well-formed YAML and yet has no place in a reviewed file. */
function tricksIn(document: Document.Parsed, at: At): FileProblem[] {
  const found: FileProblem[] = [];
  const say = (offset: number, message: Words) => found.push({ ...at(offset), path: '', message });
  visit(document, {
    Pair: (_, pair) => {
      if (!isScalar(pair.key)) return;
      const offset = pair.key.range?.[0] ?? 0;
      if (pair.key.value === '<<') say(offset, FILE_PROBLEMS.mergeKey);
      // No key of ours is several words; these are the rest of a sentence that was cut at its comma.
      if (pair.value === null && /\S\s+\S/.test(String(pair.key.value))) say(offset, FILE_PROBLEMS.comma);
    },
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) return void say(offset, FILE_PROBLEMS.anchor);
      if (node.tag !== undefined) say(offset, FILE_PROBLEMS.tag);
      if (isScalar(node) && typeof node.value === 'number') {
        const source = node.source ?? String(node.value);
        if (/^-?\d+$/.test(source)) {
          if (Math.abs(node.value) > LARGEST) say(offset, FILE_PROBLEMS.hugeNumber(source.slice(0, 20)));
        } else if (/^\d+\.\d+$/.test(source)) say(offset, FILE_PROBLEMS.decimal(source.slice(0, 20)));
        else say(offset, FILE_PROBLEMS.notPlain);
      }
    },
  });
  return found;
}

/** Where `requirements[3].value.min` stands; where it is missing, what it is missing from. */
function offsetOf(document: Document.Parsed, path: string): number {
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((step) =>
    step[1] ? Number(step[1]) : (step[2] ?? ''),
  );
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of steps) {
    if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
      if (!pair) return offset;
      const key = pair.key as { range?: [number, number, number] };
      offset = key.range?.[0] ?? offset;
      node = pair.value;
    } else return offset;
    const range = isPair(node) ? undefined : (node as { range?: [number, number, number] } | null)?.range;
    if (range) offset = range[0];
  }
  return offset;
}
