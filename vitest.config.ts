import { defineConfig } from 'vitest/config'

/**
 * A suite is told by the end of a file's name; `./cairn test NAME` runs one. Its files share their modules: loading them anew for each took half of the
 * time. Those of circuits and stacks do not: what they start is their own.
 */
const suite = (name: string, include: string[], options: Record<string, unknown> = {}) => ({
  test: { name, include, exclude: ['node_modules/**', '.next/**', '.cairn/**'], isolate: false, maxWorkers: 2, ...options },
})

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['tests/**/*.test.ts'], {
        exclude: ['node_modules/**', 'tests/**/*.{db,chain,circuit,browser,stack}.test.ts'],
        testTimeout: 20_000,
      }),
      suite('db', ['tests/**/*.db.test.ts'], { globalSetup: ['tests/support/postgresSetup.ts'], testTimeout: 30_000, hookTimeout: 60_000 }),
      suite('chain', ['tests/**/*.chain.test.ts'], {
        globalSetup: ['tests/support/postgresSetup.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      suite('circuit', ['tests/**/*.circuit.test.ts'], {
        isolate: true,
        testTimeout: 300_000,
        hookTimeout: 300_000,
        fileParallelism: false,
      }),
      suite('stack', ['tests/**/*.stack.test.ts'], { isolate: true, testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false }),
      suite('browser', ['tests/**/*.browser.test.ts'], {
        globalSetup: ['tests/e2e/stackSetup.ts'],
        testTimeout: 300_000,
        hookTimeout: 300_000,
        fileParallelism: false,
      }),
    ],
  },
})
