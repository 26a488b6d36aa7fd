import { defineConfig } from 'vitest/config'
import { warmWorker } from './warm-pool.ts'

const tests = (process.env.MUTATE_TESTS ?? 'test/**/*.test.ts').split('\n')

/** Stryker asks for threads on its command line; that is what comes after it. */
const warm = {
  name: 'warm-threads',
  configureVitest: ({ project }: { project: { config: object } }) =>
    void Object.assign(project.config, { pool: 'warm', poolRunner: { name: 'warm', createPoolWorker: warmWorker } }),
}

export default defineConfig({
  plugins: process.env.MUTATE_COLD ? [] : [warm],
  test: { include: tests, setupFiles: ['test/mutation/setup.ts'], reporters: [], isolate: false, update: 'none' },
})
