/** Lists as files: each with the filter under which it stands on the screen, for those who may see the list. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zHeatFilters } from '../interaction/heat.contract.ts';
import { zYearFilters } from '../interaction/year.contract.ts';
import { zRosterFilters } from '../pairing/pairing.contract.ts';
import { zPeopleFilters } from '../person/person.contract.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
const format = z.enum(EXPORT_FORMATS).default('xlsx');

/** A file of more lines than this is no longer read by anybody; the filter is to be narrowed. */
export const EXPORT_MOST = 50_000;

const READERS = ['office', 'unitOfficer', 'checker'] as const;

export const exportPeople = endpoint({
  id: 'report.exportPeople',
  method: 'GET',
  path: '/api/exports/people',
  gist: 'The directory as it is filtered, as a workbook or CSV. Everyone in it can read that they were exported.',
  may: READERS,
  serves: ['reporting'],
  auditedRead: true,
  query: zPeopleFilters.extend({ format }),
  download: true,
  reply: z.undefined(),
});

export const exportRoster = endpoint({
  id: 'report.exportRoster',
  method: 'GET',
  path: '/api/exports/roster',
  gist: 'The roster as it is filtered: leaders, whom each befriends, and by which clause.',
  may: READERS,
  serves: ['reporting', 'rosterProcedure'],
  auditedRead: true,
  query: zRosterFilters.extend({ format }),
  download: true,
  reply: z.undefined(),
});

export const exportYear = endpoint({
  id: 'report.exportYear',
  method: 'GET',
  path: '/api/exports/year',
  gist: 'The year of contact as it is filtered: states, days and ways; no text of a talk.',
  may: READERS,
  serves: ['reporting', 'oversight'],
  auditedRead: true,
  query: zYearFilters.extend({ format }),
  download: true,
  reply: z.undefined(),
});

export const exportHeat = endpoint({
  id: 'report.exportHeat',
  method: 'GET',
  path: '/api/exports/months',
  gist: 'Leaders by months as they are filtered: how many talks, gatherings and visits each month, in the official order.',
  may: READERS,
  serves: ['reporting', 'oversight'],
  auditedRead: true,
  query: zHeatFilters.extend({ format }),
  download: true,
  reply: z.undefined(),
});
