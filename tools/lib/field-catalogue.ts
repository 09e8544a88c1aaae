/**
 * What is held about people: every field with its purpose (the column's comment), on which basis a table holds it, who reads it, and
 * until when. A table about people that is missing here, and a field without a purpose, fail the house's tests.
 */
import type pg from 'pg';

type About = { readonly basis: string; readonly readers: string; readonly kept: string };

const LIST = 'the list of the measures (whom leaders befriend)';
const CONTACT = 'the duty to keep in touch and to record it';
const VISIT = 'the duty to visit at festivals, to congratulate, to help in hardship';
const HEARD = 'the duty to hear, report and answer';
const HOUSE = 'the office, those who check, the unit’s officer';
const BOTH = `both sides; ${HOUSE} (whoever checks sees that it was, not the text)`;
const REMIND = 'that nothing promised is forgotten';
const SELF = 'the person; who signs people in';
const LIAISON = 'as long as the person is on the list; then sealed from lists and kept as history';
const HISTORY = 'as history of the liaison; never changed';

/** Tables that hold something about people. Retention by rule is not built yet; what is said here is what happens today. */
export const ABOUT_PEOPLE: Readonly<Record<string, About>> = {
  person: { basis: LIST, readers: `the person, paired leaders, ${HOUSE}`, kept: LIAISON },
  representative: { basis: LIST, readers: `the person, paired leaders, ${HOUSE}`, kept: LIAISON },
  standing: { basis: LIST, readers: `the person, paired leaders, ${HOUSE}`, kept: LIAISON },
  post: { basis: 'who owes the duties', readers: 'everyone signed in', kept: HISTORY },
  dated_fact: {
    basis: 'excuses the duty for its time',
    readers: `the person, paired leaders, ${HOUSE}`,
    kept: LIAISON,
  },
  person_merge: {
    basis: 'one record for one person',
    readers: HOUSE,
    kept: '30 days to take it back; then as history',
  },
  person_merge_effect: {
    basis: 'to take a merge back',
    readers: HOUSE,
    kept: '30 days to take it back; then as history',
  },
  role_grant: { basis: 'who may do what', readers: `the person, the office`, kept: 'as long as the role' },
  account: { basis: 'signing in', readers: SELF, kept: 'as long as the account' },
  session: { basis: 'signing in', readers: SELF, kept: 'until it ends' },
  sign_in_attempt: { basis: 'slowing guesses down', readers: 'nobody; counted by the house', kept: 'a day' },
  delegation: {
    basis: 'who may act in a leader’s name',
    readers: 'the leader, whoever acts, the office, those who check, the unit’s officer',
    kept: HISTORY,
  },
  delegation_step: {
    basis: 'who may act in a leader’s name',
    readers: 'the leader, whoever acts, the office, those who check, the unit’s officer',
    kept: HISTORY,
  },
  calendar_feed: { basis: 'one’s own days in one’s own calendar', readers: 'the person', kept: 'until it is closed' },
  idempotency: { basis: 'one answer to one question', readers: 'nobody; the house', kept: 'two days' },
  audit: { basis: 'who did or read what', readers: 'the person concerned, whoever acted', kept: HISTORY },
  import_run: {
    basis: 'bringing in a ledger',
    readers: 'the office',
    kept: 'cells emptied once written, put away, or a week old',
  },
  import_effect: {
    basis: 'to take an import back',
    readers: 'the office',
    kept: '30 days to take it back; then as history',
  },
  policy_draft: { basis: 'two persons pass a change of the measures', readers: 'the office', kept: HISTORY },
  policy_step: { basis: 'two persons pass a change of the measures', readers: 'the office', kept: HISTORY },
  local_setting: { basis: 'numbers that the house set for itself', readers: 'everyone signed in', kept: HISTORY },
  workday_table: {
    basis: 'deadlines count working days',
    readers: 'everyone signed in',
    kept: 'until another is pasted',
  },
  contact_pause: { basis: CONTACT, readers: BOTH, kept: HISTORY },
  contact_pause_step: { basis: CONTACT, readers: BOTH, kept: HISTORY },
  interaction_mark: {
    basis: 'finding a word in what one may read',
    readers: 'nobody; compared with the word that is sought',
    kept: 'as long as the text',
  },
  pairing: { basis: LIST, readers: `both sides; ${HOUSE}`, kept: HISTORY },
  pairing_step: { basis: 'how a pair came to be', readers: `both sides; ${HOUSE}`, kept: HISTORY },
  pairing_wish: {
    basis: 'wishes of either side about themselves',
    readers: 'whoever wished, the office',
    kept: 'until taken back',
  },
  pairing_conflict: { basis: 'pairs that must not be', readers: 'both named, the office', kept: 'until taken back' },
  pairing_draft: {
    basis: 'preparing the roster',
    readers: 'the office, the unit’s officer',
    kept: 'until sent or put away',
  },
  pairing_draft_line: {
    basis: 'preparing the roster',
    readers: 'the office, the unit’s officer',
    kept: 'until sent or put away',
  },
  pairing_draft_fact: {
    basis: 'preparing a renewal',
    readers: 'the office, the unit’s officer',
    kept: 'until sent or put away',
  },
  pairing_office: { basis: 'an office as the other side', readers: 'everyone signed in', kept: HISTORY },
  pairing_solve: { basis: 'finding a plan', readers: 'the office, the unit’s officer', kept: 'until the draft goes' },
  interaction: { basis: CONTACT, readers: BOTH, kept: LIAISON },
  interaction_party: { basis: CONTACT, readers: BOTH, kept: LIAISON },
  interaction_point: { basis: HEARD, readers: BOTH, kept: LIAISON },
  interaction_step: { basis: 'the text that both sides own', readers: BOTH, kept: HISTORY },
  interaction_attachment: { basis: 'the text that both sides own', readers: BOTH, kept: LIAISON },
  appointment: { basis: CONTACT, readers: BOTH, kept: 'until the day has passed' },
  talk_request: { basis: 'a request to talk is met', readers: `both sides; ${HOUSE}`, kept: HISTORY },
  talk_request_step: { basis: 'a request to talk is met', readers: `both sides; ${HOUSE}`, kept: HISTORY },
  festival_visit: { basis: VISIT, readers: BOTH, kept: LIAISON },
  festival_tick: { basis: 'visits ticked together are taken back together', readers: HOUSE, kept: HISTORY },
  occasion: {
    basis: VISIT,
    readers: 'both sides, the office, whoever told it; of achievement and hardship also both units and those who check',
    kept: HISTORY,
  },
  occasion_told: {
    basis: `${VISIT}; of illness and family the person’s own consent`,
    readers: 'the leader addressed, the person, the office; of achievement and hardship also both units',
    kept: 'until the day named when it was told, or until the person withdraws it; then erased',
  },
  occasion_step: {
    basis: 'how it was answered',
    readers: 'both sides, the office, whoever told it; of achievement and hardship also both units and those who check',
    kept: HISTORY,
  },
  matter: {
    basis: HEARD,
    readers: 'the proposer, their leader, the office; departments see the released text alone',
    kept: HISTORY,
  },
  matter_action: {
    basis: HEARD,
    readers: 'the proposer, their leader, the office; departments see their own part',
    kept: HISTORY,
  },
  matter_proposer: {
    basis: 'to bring the answer to whoever asked',
    readers: 'the proposer, their leader, the office',
    kept: HISTORY,
  },
  matter_said: { basis: HEARD, readers: 'the proposer, their leader, the office', kept: HISTORY },
  matter_addition: { basis: HEARD, readers: 'the proposer, their leader, the office', kept: HISTORY },
  matter_answer: {
    basis: 'whether it was solved, said by the person',
    readers: 'the proposer, the office',
    kept: HISTORY,
  },
  matter_answer_link: { basis: 'to answer without signing in', readers: 'nobody; the house', kept: 'until it ends' },
  matter_delivery: {
    basis: 'that the answer arrived',
    readers: 'the proposer, their leader, the office',
    kept: HISTORY,
  },
  matter_point: { basis: HEARD, readers: 'the proposer, their leader, the office, the department', kept: HISTORY },
  matter_reply: { basis: HEARD, readers: 'the proposer, their leader, the office, the department', kept: HISTORY },
  matter_promise: {
    basis: 'what was promised comes back',
    readers: 'the proposer, their leader, the office, the department',
    kept: HISTORY,
  },
  briefing: { basis: HEARD, readers: 'the office; once issued, those addressed', kept: HISTORY },
  briefing_item: { basis: HEARD, readers: 'the office; once issued, those addressed', kept: HISTORY },
  briefing_step: { basis: 'two persons pass a briefing', readers: 'the office', kept: HISTORY },
  briefing_recipient: { basis: 'that a briefing arrived', readers: 'the office, those addressed', kept: HISTORY },
  briefing_instruction: {
    basis: 'what the leadership instructs',
    readers: 'the office, those addressed',
    kept: HISTORY,
  },
  notice: { basis: REMIND, readers: 'the person', kept: 'half a year after it was read or settled' },
  notice_event: { basis: REMIND, readers: 'nobody; the house', kept: 'until it is spread, within minutes' },
  notice_choice: { basis: REMIND, readers: 'the person', kept: 'as long as the account' },
  delivery: { basis: REMIND, readers: 'the office (that it went, not what it said)', kept: 'half a year' },
};

/** Tables in which nothing is about a person. */
export const ABOUT_NOBODY: readonly string[] = [
  'audit_link',
  'audit_seal',
  'briefing_counter',
  'festival_round',
  'gift_kind',
  'institution',
  'matter_counter',
  'message_channel',
  'notice_clock',
  'notice_end',
  'notice_house',
  'policy_version',
  'reply_template',
  'unit',
  'unit_alias',
  'webhook',
  'you_said',
];

export type Field = { readonly table: string; readonly column: string; readonly purpose: string | null };

export async function readFields(client: pg.ClientBase): Promise<Field[]> {
  const { rows } = await client.query<Field>(
    `select c.relname as table, a.attname as column, col_description(c.oid, a.attnum) as purpose
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migration' and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`,
  );
  return rows;
}

/** What every record has, whose name says what it is for: keys, order, version, days and kinds. */
const TELLS_ITSELF =
  /(_id|_ids)$|^(id|version|ordinal|kind|status|tier|action|created_at|at|starts_on|ends_on|since_on|until_on|happened_on|happened_at|on_day|precision|channel|level|role|party|body|title|leadership|named|place|text|number|year|round|named_by|source|name|rank|unit|since|until)$|(_at|_on|_by|_name|_hash|_key|_version)$/;

export const isSilent = ({ purpose, column }: Field): boolean => purpose === null && !TELLS_ITSELF.test(column);

export function cataloguePage(fields: readonly Field[]): string {
  const head = [
    '# Field catalogue',
    '',
    'Generated by `npm run generate` from the schema and `tools/lib/field-catalogue.ts`: what is held about people, what each field is for, on which basis',
    'it is held, who reads it, until when. Retention by rule is not built yet; what stands here is what happens today. Fields without a note are keys, days,',
    'versions and kinds.',
    '',
  ];
  const tables = Object.entries(ABOUT_PEOPLE).flatMap(([table, { basis, readers, kept }]) => {
    const own = fields.filter((field) => field.table === table && field.column !== 'institution_id');
    if (own.length === 0) return [];
    const told = own.filter((field) => field.purpose !== null);
    return [
      `## ${table}`,
      '',
      `Basis: ${basis}. Read by: ${readers}. Kept: ${kept}.`,
      '',
      ...told.map((field) => `- \`${field.column}\`: ${field.purpose}`),
      ...(told.length > 0 ? [''] : []),
      `Without a note: ${
        own
          .filter((field) => field.purpose === null)
          .map((field) => `\`${field.column}\``)
          .join(' ') || 'none'
      }`,
      '',
    ];
  });
  return `${[...head, ...tables].join('\n').trimEnd()}\n`;
}
