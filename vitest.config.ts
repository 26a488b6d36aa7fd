import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A page that a test compares with and that is missing is a failure: only --update writes it.
    update: 'none',
    reporters: ['default', './scripts/closing-line.js'],
    // Modules keep no state, so that test files can share a thread: each saves the cost of loading them anew.
    pool: 'threads',
    isolate: false,
    // It only ends what hangs: a busy machine takes seconds to start a process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
