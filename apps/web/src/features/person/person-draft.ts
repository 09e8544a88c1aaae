/** What the form of a person holds while it is written: plain texts, judged when it is saved. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import type { PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

export type PersonDraft = {
  readonly name: string;
  readonly reading: string;
  readonly unitId: string;
  readonly affiliations: readonly Affiliation[];
  readonly position: string;
  /** Parted by 、 or a comma. */
  readonly titles: string;
  readonly phone: string;
};

type Known = Pick<PersonReply, 'name' | 'reading' | 'unit' | 'affiliations' | 'position' | 'titles'> & {
  readonly phone?: string | null;
};

export const draftOf = (person?: Known): PersonDraft => ({
  name: person?.name ?? '',
  reading: person?.reading ?? '',
  unitId: person?.unit.id ?? '',
  affiliations: person?.affiliations ?? [],
  position: person?.position ?? '',
  titles: person?.titles.join('、') ?? '',
  phone: person?.phone ?? '',
});

/** Typed readings may have capitals and more than one blank. */
const plainReading = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
const plainPhone = (text: string) => text.normalize('NFKC').trim();

export type PersonMistakes = { readonly [K in 'name' | 'reading' | 'unitId' | 'phone']?: Words };

export function judgeDraft(draft: PersonDraft): PersonMistakes {
  const reading = plainReading(draft.reading);
  const phone = plainPhone(draft.phone);
  return {
    ...(draft.name.trim() === '' ? { name: personWords.nameMissing } : {}),
    ...(draft.unitId === '' ? { unitId: personWords.unitMissing } : {}),
    ...(reading !== '' && !/^[a-zü]+( [a-zü]+)*$/.test(reading) ? { reading: personWords.readingWrong } : {}),
    ...(phone !== '' && !/^\+?[0-9 ()-]{5,24}$/.test(phone) ? { phone: personWords.phoneWrong } : {}),
  };
}

/** The body of the request. A reading that was left as it stood follows a changed name. */
export function sendable(draft: PersonDraft, person?: PersonReply) {
  const name = draft.name.trim();
  const reading = plainReading(draft.reading);
  const follows = person !== undefined && name !== person.name && reading === person.reading;
  return {
    name,
    ...(reading === '' || follows ? {} : { reading }),
    unitId: draft.unitId as Id,
    affiliations: [...draft.affiliations],
    position: draft.position.trim() || null,
    titles: draft.titles
      .split(/[、,，;；]/)
      .map((title) => title.trim())
      .filter((title) => title !== ''),
    phone: plainPhone(draft.phone) || null,
  };
}
