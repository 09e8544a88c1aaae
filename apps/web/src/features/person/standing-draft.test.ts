import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { describe, expect, it } from 'vitest';
import type { StandingReply } from './person-phrases.ts';
import { judgeStanding, renewalDraftOf, sendableStanding, standingDraftOf, withWords } from './standing-draft.ts';

const standing = {
  written: '市政协委员',
  kind: 'consultativeConference',
  level: 'municipal',
  role: 'councilMember',
  startsOn: plainDate('2021-12-01'),
  endsOn: plainDate('2027-01-01'),
  precision: 'month',
} as StandingReply;

describe('the form of a standing', () => {
  it('shows the last month that belongs and sends the first day that does not', () => {
    const draft = standingDraftOf(standing);
    expect([draft.from, draft.until]).toEqual(['2021.12', '2026.12']);
    expect(sendableStanding(draft)).toMatchObject({ startsOn: '2021-12-01', endsOn: '2027-01-01', precision: 'month' });
  });

  it('reads what the words mean, and keeps what was corrected until they change', () => {
    const typed = withWords(standingDraftOf(undefined), '九三学社区委副主委');
    expect(typed).toMatchObject({ kind: 'democraticParty', level: 'district', role: 'viceChair' });
  });

  it('proposes for a renewal a term that begins where the last ended, of as many years', () => {
    expect(renewalDraftOf(standing)).toMatchObject({ from: '2027.1', until: '2031.12' });
    expect(renewalDraftOf({ ...standing, endsOn: null })).toMatchObject({ from: '', until: '' });
  });

  it('keeps the coarser precision, so that neither end says more than it knew', () => {
    const sent = sendableStanding({ ...standingDraftOf(standing), until: '2026.12.31' });
    expect(sent).toMatchObject({ endsOn: '2027-01-01', precision: 'month' });
  });

  it('says what to do about a day that is none, and about a term that ends before it begins', () => {
    const draft = standingDraftOf(standing);
    expect(Object.keys(judgeStanding({ ...draft, written: ' ', from: '明年' }))).toEqual(['written', 'from']);
    expect(Object.keys(judgeStanding({ ...draft, until: '2021.11' }))).toEqual(['until']);
    expect(judgeStanding({ ...draft, from: '', until: '' })).toEqual({});
  });
});
