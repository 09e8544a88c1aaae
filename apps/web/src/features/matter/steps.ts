/** Every step that is a small form: which fields it asks for, and what is sent. The contract checks it again at the other end. */
import * as asHandler from '@zhengyou/domain/matter/handler-steps.contract.ts';
import * as asKeeper from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import * as asLeader from '@zhengyou/domain/matter/leader-steps.contract.ts';
import * as asProposer from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { reopenMatter } from '@zhengyou/domain/matter/reopen.contract.ts';
import { DISPOSITIONS, REPORT_WAYS, WAYS } from '@zhengyou/domain/matter/matter.ts';
import { DISPOSITION_WORDS, REPORT_WAY_WORDS, WAY_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { stepWords } from './steps.words.ts';

export type StepValues = Readonly<Record<string, string | readonly string[]>>;

export type StepField = {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  /** `desk` one department, `desks` several, `party` one proposer of the matter. */
  readonly kind: 'text' | 'line' | 'date' | 'choice' | 'desk' | 'desks' | 'party';
  readonly options?: readonly { readonly value: string; readonly words: Words }[];
  /** Chosen beforehand. */
  readonly initial?: string;
  readonly optional?: boolean;
  /** Days that can be picked: from today on, or up to today. */
  readonly days?: 'ahead' | 'past';
  /** Asked for only where another field says so. */
  readonly when?: (values: StepValues) => boolean;
};

export type StepForm = {
  readonly endpoint: { readonly id: string };
  readonly title: Words;
  readonly text?: Words;
  readonly done: Words;
  readonly fields: readonly StepField[];
  /** Where a value is sent as something else than it is typed. */
  readonly body?: (values: StepValues) => unknown;
};

const text = (name: string, label: Words, more: Partial<StepField> = {}): StepField => ({
  name,
  label,
  kind: 'text',
  ...more,
});
const choice = <T extends string>(
  name: string,
  label: Words,
  values: readonly T[],
  said: Readonly<Record<T, Words>>,
  initial?: T,
): StepField => ({
  name,
  label,
  kind: 'choice',
  options: values.map((value) => ({ value, words: said[value] })),
  ...(initial !== undefined && { initial }),
});

const STEP_FORMS_TABLE = {
  add: {
    endpoint: asProposer.addToMatter,
    title: stepWords.add,
    text: stepWords.addText,
    done: stepWords.addDone,
    fields: [text('words', stepWords.addWords)],
  },
  askProgress: {
    endpoint: asProposer.askProgress,
    title: stepWords.askProgress,
    text: stepWords.askProgressText,
    done: stepWords.askDone,
    fields: [text('words', stepWords.askWords, { optional: true })],
  },
  withdraw: {
    endpoint: asProposer.withdrawMatter,
    title: stepWords.withdraw,
    text: stepWords.withdrawText,
    done: stepWords.withdrawDone,
    fields: [],
  },
  reopen: {
    endpoint: reopenMatter,
    title: stepWords.reopen,
    text: stepWords.reopenText,
    done: stepWords.reopenDone,
    fields: [text('reason', stepWords.reopenReason, { optional: true })],
  },
  forward: {
    endpoint: asLeader.forwardMatter,
    title: stepWords.forward,
    text: stepWords.forwardText,
    done: stepWords.forwardDone,
    fields: [text('words', stepWords.forwardWords, { optional: true })],
  },
  report: {
    endpoint: asKeeper.reportMatter,
    title: stepWords.report,
    text: stepWords.reportText,
    done: stepWords.reportDone,
    fields: [
      choice('way', stepWords.reportWay, REPORT_WAYS, REPORT_WAY_WORDS, 'briefing'),
      text('note', stepWords.reportNote, { optional: true, kind: 'line' }),
    ],
  },
  triage: {
    endpoint: asKeeper.triageMatter,
    title: stepWords.triage,
    text: stepWords.triageText,
    done: stepWords.triageDone,
    fields: [
      choice('disposition', stepWords.triageChoice, DISPOSITIONS, DISPOSITION_WORDS, 'accepted'),
      text('reason', stepWords.triageReason, { when: (values) => values['disposition'] !== 'accepted' }),
    ],
  },
  assign: {
    endpoint: asKeeper.assignMatter,
    title: stepWords.assign,
    text: stepWords.assignText,
    done: stepWords.assignDone,
    fields: [
      { name: 'lead', label: stepWords.assignLead, kind: 'desk' },
      { name: 'coHandlers', label: stepWords.assignCo, kind: 'desks', optional: true },
      text('note', stepWords.assignNote, { optional: true }),
    ],
  },
  decideExtension: {
    endpoint: asKeeper.decideExtension,
    title: stepWords.decideExtension,
    done: stepWords.decideDone,
    fields: [
      choice('grant', stepWords.decideExtension, ['yes', 'no'], { yes: stepWords.grant, no: stepWords.refuse }),
      text('reason', stepWords.decideReason, { optional: true }),
    ],
    body: (values) => ({ ...withoutEmpty(values), grant: values['grant'] === 'yes' }),
  },
  review: {
    endpoint: asKeeper.reviewReply,
    title: stepWords.review,
    text: stepWords.reviewText,
    done: stepWords.reviewDone,
    fields: [
      choice('verdict', stepWords.review, ['approved', 'returned'], {
        approved: stepWords.approved,
        returned: stepWords.returned,
      }),
      text('reason', stepWords.reviewReason, { when: (values) => values['verdict'] === 'returned' }),
    ],
  },
  publish: {
    endpoint: asKeeper.publishReply,
    title: stepWords.publish,
    text: stepWords.publishText,
    done: stepWords.publishDone,
    fields: [],
  },
  deliver: {
    endpoint: asKeeper.deliverReply,
    title: stepWords.deliver,
    text: stepWords.deliverText,
    done: stepWords.deliverDone,
    fields: [
      { name: 'party', label: stepWords.deliverTo, kind: 'party' },
      choice('way', stepWords.tellWay, WAYS, WAY_WORDS, 'phone'),
      { name: 'on', label: stepWords.deliverOn, kind: 'date', optional: true, days: 'past' },
      text('by', stepWords.deliverBy, { optional: true, kind: 'line', hint: stepWords.deliverByHint }),
    ],
    body: (values) => ({ ...withoutEmpty(values), party: Number(values['party']) }),
  },
  close: {
    endpoint: asKeeper.closeMatter,
    title: stepWords.close,
    text: stepWords.closeText,
    done: stepWords.closeDone,
    fields: [],
  },
  take: {
    endpoint: asHandler.takeMatter,
    title: stepWords.take,
    text: stepWords.takeText,
    done: stepWords.takeDone,
    fields: [
      { name: 'pledgeOn', label: stepWords.pledgeOn, kind: 'date', optional: true, days: 'ahead' },
      text('note', stepWords.takeNote, { optional: true }),
    ],
  },
  handBack: {
    endpoint: asHandler.handBackMatter,
    title: stepWords.handBack,
    done: stepWords.handBackDone,
    fields: [
      text('reason', stepWords.handBackReason),
      { name: 'suggests', label: stepWords.handBackSuggests, kind: 'desk', optional: true },
    ],
  },
  tell: {
    endpoint: asHandler.tellProposer,
    title: stepWords.tell,
    text: stepWords.tellText,
    done: stepWords.tellDone,
    fields: [text('words', stepWords.tellWords), choice('way', stepWords.tellWay, WAYS, WAY_WORDS, 'here')],
  },
  wait: {
    endpoint: asHandler.waitForMore,
    title: stepWords.wait,
    text: stepWords.waitText,
    done: stepWords.waitDone,
    fields: [text('question', stepWords.waitQuestion)],
  },
  resume: {
    endpoint: asHandler.resumeMatter,
    title: stepWords.resume,
    done: stepWords.resumeDone,
    fields: [text('reason', stepWords.resumeReason)],
  },
  note: {
    endpoint: asHandler.noteHandling,
    title: stepWords.note,
    done: stepWords.noteDone,
    fields: [text('words', stepWords.noteWords)],
  },
  giveOpinion: {
    endpoint: asHandler.giveOpinion,
    title: stepWords.giveOpinion,
    done: stepWords.opinionDone,
    fields: [text('words', stepWords.opinionWords)],
  },
  askExtension: {
    endpoint: asHandler.askExtension,
    title: stepWords.askExtension,
    text: stepWords.extensionText,
    done: stepWords.extensionDone,
    fields: [
      { name: 'until', label: stepWords.extensionUntil, kind: 'date', days: 'ahead' },
      text('reason', stepWords.extensionReason),
    ],
  },
} as const satisfies Readonly<Record<string, StepForm>>;

export type FormStep = keyof typeof STEP_FORMS_TABLE;
export const STEP_FORMS: Readonly<Record<FormStep, StepForm>> = STEP_FORMS_TABLE;
export const isFormStep = (step: string): step is FormStep => Object.hasOwn(STEP_FORMS, step);

/** What was left empty is left out. */
export function withoutEmpty(values: StepValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

export const firstValues = (form: StepForm): StepValues =>
  Object.fromEntries(form.fields.map(({ name, kind, initial }) => [name, kind === 'desks' ? [] : (initial ?? '')]));

export const asked = (form: StepForm, values: StepValues): readonly StepField[] =>
  form.fields.filter(({ when }) => when === undefined || when(values));

/** Names of the fields that still want something. */
export const missingOf = (form: StepForm, values: StepValues): string[] =>
  asked(form, values)
    .filter(({ name, optional }) => !optional && String(values[name] ?? '').trim() === '')
    .map(({ name }) => name);

export function bodyOf(form: StepForm, values: StepValues): unknown {
  const names = new Set(asked(form, values).map(({ name }) => name));
  const sent = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
  return form.body ? form.body(sent) : withoutEmpty(sent);
}
