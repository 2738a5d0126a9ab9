import { defineConfig } from 'vitest/config';

/** Tests that talk to real servers take their time on a small machine; a hung one must still end. */
const SERVER_TEST_MS = 60_000;

const withServers = {
  globalSetup: ['./test/global-setup.ts'],
  testTimeout: SERVER_TEST_MS,
  hookTimeout: SERVER_TEST_MS,
};

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
    setupFiles: ['./test/setup.ts'],
    projects: [
      {
        extends: true,
        // Hostile pages take their time where the machine is busy; a hung test must still end.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: SERVER_TEST_MS },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...withServers },
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...withServers } },
      {
        extends: true,
        test: {
          name: 'quality',
          include: ['test/quality/**/*.test.ts', 'test/differential/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
