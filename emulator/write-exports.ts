import { writeFileSync } from 'node:fs'
import { madeFiles } from './made-files.ts'

// The last step of a build: files that the package exports beside its modules.
for (const [name, make] of Object.entries(madeFiles)) {
  writeFileSync(new URL(`../${name}`, import.meta.url), `${JSON.stringify(make())}\n`)
}
