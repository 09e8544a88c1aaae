import { defineConfig } from 'vitest/config';

const cluster = ['tests/support/cluster.ts'];

export default defineConfig({
  test: {
    // Two cores are what the smallest machine of a contributor has; more workers only wait for one another there.
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/domain/src/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          // Properties over thousands of random cases, on a machine that does other things as well.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: ['**/*.paper.test.ts'],
          globalSetup: cluster,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          globalSetup: cluster,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // What needs LibreOffice to be measured.
          name: 'papers',
          include: ['apps/server/src/**/*.paper.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: cluster,
          // Browsers side by side on two cores make each other miss their waits.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
