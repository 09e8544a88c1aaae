import { describe, expect, it } from 'vitest';
import { draftOf, judgeDraft, sendable } from './person-draft.ts';
import type { PersonReply } from './person-phrases.ts';

const person = {
  name: '单慧',
  reading: 'shan hui',
  unit: { id: 'u', name: '药学院', shortName: '药学院' },
  affiliations: ['minmeng'],
  position: null,
  titles: ['教授', '主任医师'],
  phone: '13800001111',
} as unknown as PersonReply;

describe('the form of a person', () => {
  it('sends back what it was given', () => {
    expect(sendable(draftOf(person), person)).toEqual({
      name: '单慧',
      reading: 'shan hui',
      unitId: 'u',
      affiliations: ['minmeng'],
      position: null,
      titles: ['教授', '主任医师'],
      phone: '13800001111',
    });
  });

  it('lets the reading follow a changed name, unless it was written too', () => {
    expect(sendable({ ...draftOf(person), name: '单新' }, person)).not.toHaveProperty('reading');
    expect(sendable({ ...draftOf(person), name: '单新', reading: 'Shan  Xin' }, person).reading).toBe('shan xin');
  });

  it('reads figures in full width, and titles parted by any comma', () => {
    const sent = sendable({ ...draftOf(person), phone: '１３８ ０００１', titles: '教授，研究员、 ' });
    expect([sent.phone, sent.titles]).toEqual(['138 0001', ['教授', '研究员']]);
  });

  it('says what is missing or cannot be', () => {
    const draft = { ...draftOf(undefined), reading: '单', phone: '四三二一' };
    expect(Object.keys(judgeDraft(draft))).toEqual(['name', 'unitId', 'reading', 'phone']);
    expect(judgeDraft(draftOf(person))).toEqual({});
  });
});
