import fc from 'fast-check'

/** Property tests take the same values on every run; `FUZZ_SEED=7` tries others. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) })
