import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import type { Standing } from '../person/standing.ts';
import { aPolicy, aPolicyFile } from '../policy/policy.build.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { judgePairing, type PairingProposal } from './pairing.rules.ts';

const policy = shippedPolicy();
const d = plainDate;
const aStanding = (change: Partial<Standing> = {}): Standing => ({
  id: 'standing',
  kind: 'consultativeConference',
  level: 'municipal',
  role: 'councilMember',
  startsOn: d('2022-01-01'),
  endsOn: d('2027-01-01'),
  precision: 'year',
  ...change,
});
const leader = { id: 'leader', name: '方远', tier: 'school', since: d('2020-01-01'), until: null } as const;
const representative = { id: 'representative', name: '白灵', since: null, until: null, standings: [aStanding()] };
const aProposal = (change: Partial<PairingProposal> = {}): PairingProposal => ({
  leader,
  representative,
  startsOn: d('2026-03-01'),
  endsOn: null,
  existing: [],
  ...change,
});
const between = (startsOn: string, endsOn: string | null, leaderId = 'leader') => ({
  leaderId,
  representativeId: 'representative',
  startsOn: d(startsOn),
  endsOn: endsOn === null ? null : d(endsOn),
});

describe('a pairing', () => {
  it('5.1 — may be, and names the standing and its end', () => {
    expect(judgePairing(aProposal(), policy)).toMatchObject({
      ok: true,
      byReason: false,
      eligibility: { tier: 'school', clause: '5.1', standing: 'standing', expiresOn: '2027-01-01' },
    });
  });

  it.each<[string, Partial<PairingProposal>, string, string | undefined]>([
    ['without a leader', { leader: undefined }, 'pairing.noLeader', 'leaderId'],
    ['without a representative', { representative: undefined }, 'pairing.noRepresentative', 'representativeId'],
    [
      'of one person',
      { representative: { ...representative, id: 'leader' } },
      'pairing.samePerson',
      'representativeId',
    ],
    ['that ends as it begins', { endsOn: d('2026-03-01') }, 'pairing.endsBeforeStart', 'endsOn'],
    [
      'before the leader takes office',
      { leader: { ...leader, since: d('2026-03-02') } },
      'pairing.leaderNotInPost',
      'leaderId',
    ],
    ['after the leader left', { leader: { ...leader, until: d('2026-03-01') } }, 'pairing.leaderNotInPost', 'leaderId'],
    [
      'with somebody who left',
      { representative: { ...representative, until: d('2026-02-01') } },
      'pairing.representativeLeft',
      'representativeId',
    ],
    ['that exists already', { existing: [between('2026-01-01', null)] }, 'pairing.alreadyPaired', 'representativeId'],
    [
      'that will exist',
      { existing: [between('2026-09-01', '2026-10-01')] },
      'pairing.alreadyPaired',
      'representativeId',
    ],
    [
      'outside the scope, without a reason',
      { representative: { ...representative, standings: [] } },
      'pairing.notEligible',
      'reason',
    ],
    [
      'outside the scope, with a blank reason',
      { representative: { ...representative, standings: [] }, reason: ' ' },
      'pairing.notEligible',
      'reason',
    ],
    [
      'that waits for its leader',
      { existing: [{ ...between('2026-01-01', null), startsOn: null, proposed: true }] },
      'pairing.proposedAlready',
      'representativeId',
    ],
    ['with one’s direct superior', { conflict: 'superior' }, 'pairing.superior', 'representativeId'],
    ['within a household', { conflict: 'household' }, 'pairing.household', 'representativeId'],
    ['that one of them declared', { conflict: 'declared' }, 'pairing.declared', 'representativeId'],
    ['by a term that is over', { startsOn: d('2027-01-01') }, 'pairing.notEligible', 'reason'],
  ])('%s is refused', (_, change, code, field) => {
    const verdict = judgePairing(aProposal(change), policy);
    expect(verdict).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('names the requirement that refuses', () => {
    const verdict = judgePairing(aProposal({ leader: { ...leader, tier: 'unit' } }), policy);
    expect(verdict).toMatchObject({
      ok: false,
      refusal: { requirement: 'eligibility-unit', facts: { representative: '白灵' } },
    });
  });

  it('may follow an ended one on the very day, and stand beside that of another leader', () => {
    const existing = [between('2024-01-01', '2026-03-01'), between('2024-01-01', null, 'another')];
    expect(judgePairing(aProposal({ existing }), policy).ok).toBe(true);
  });

  it('may be for a stated reason where the list is open', () => {
    const verdict = judgePairing(
      aProposal({ representative: { ...representative, standings: [] }, reason: '地方志专家，常为学校建言' }),
      policy,
    );
    expect(verdict).toEqual({ ok: true, eligibility: null, byReason: true });
  });

  it('takes no reason where the list is closed, and asks for none where there is no list', () => {
    const list = {
      id: 'who',
      basis: '1',
      kind: 'eligibility',
      appliesTo: { tiers: ['school'] },
      unit: null,
      strength: 'shall',
      from: '2020-01-01',
      until: null,
    };
    const closed = aPolicy({
      requirements: [
        {
          ...list,
          says: { zh: '代表', en: 'deputies' },
          value: { anyOf: [{ kinds: ['peoplesCongress'] }], open: 'no' },
        },
      ],
    });
    expect(judgePairing(aProposal({ reason: '理由' }), closed)).toMatchObject({
      ok: false,
      refusal: { code: 'pairing.outsideScope', requirement: 'who' },
    });
    expect(judgePairing(aProposal(), aPolicy({ requirements: aPolicyFile().requirements }))).toEqual({
      ok: true,
      eligibility: null,
      byReason: false,
    });
  });
});
