import { defineConfig } from 'vitest/config'

/** Where `#protocol/…` is found without a build. */
const conditions = ['doithoai-source', 'module', 'node']
const resolve = { conditions }
const ssr = { resolve: { conditions } }

const withDatabase = {
  pool: 'forks' as const,
  isolate: false,
  globalSetup: ['test/support/postgres.global.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
}

export default defineConfig({
  test: {
    // They wait for databases, sockets and processes more than they work: two run at once whatever the machine.
    maxWorkers: 2,
    projects: [
      { resolve, ssr, test: { name: 'rules', include: ['test/rules/**/*.spec.ts'] } },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          include: ['test/api/**/*.spec.ts', 'test/live/**/*.spec.ts', 'test/database/**/*.spec.ts'],
          ...withDatabase,
        },
      },
      ...['faults', 'attacks'].flatMap(name => [
        {
          resolve,
          ssr,
          test: { name, include: [`test/${name}/*.spec.ts`], ...withDatabase, testTimeout: 90_000 },
        },
        // By hand, with `npm run test:faults`: minutes, other users of the machine, Debian's nginx.
        {
          resolve,
          ssr,
          test: {
            name: `${name}-long`,
            include: [`test/${name}/long/*.spec.ts`],
            ...withDatabase,
            fileParallelism: false,
            testTimeout: 600_000,
          },
        },
      ]),
      {
        resolve,
        ssr,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.spec.ts'],
          ...withDatabase,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
