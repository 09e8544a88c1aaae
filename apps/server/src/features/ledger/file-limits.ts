import { availableParallelism } from 'node:os';

export type FileLimits = {
  readonly fileBytes: number;
  /** What all parts of an archive may unpack to, counted while they are unpacked, whatever the archive claims. */
  readonly inflatedBytes: number;
  /** How many times its size one part may grow, asked of parts above `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly parts: number;
  /** The last row in use, and the rows of all sheets together. */
  readonly rows: number;
  readonly columns: number;
  /** Of all sheets together; cells with a format and no content count, for they cost as much. */
  readonly cells: number;
  readonly xmlTags: number;
  /** One XML tag, with its attributes. */
  readonly xmlTagCharacters: number;
  readonly heapMegabytes: number;
  readonly milliseconds: number;
};

export const MEGABYTE = 1024 * 1024;

export const FILE_LIMITS: FileLimits = {
  fileBytes: 20 * MEGABYTE,
  inflatedBytes: 64 * MEGABYTE,
  ratio: 200,
  ratioFromBytes: 4 * MEGABYTE,
  parts: 2_000,
  rows: 50_000,
  columns: 200,
  cells: 500_000,
  xmlTags: 4_000_000,
  xmlTagCharacters: 64 * 1024,
  heapMegabytes: 320,
  milliseconds: 60_000,
};

/** How many files are read at the same time; the others wait their turn. */
export const READERS_AT_ONCE = Math.max(1, Math.min(2, availableParallelism()));
