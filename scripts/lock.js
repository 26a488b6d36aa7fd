// npm run lock: writes package-lock.json anew, without download addresses, so that it is good for any registry.
// (npm's own setting for that, omit-lockfile-registry-resolved, is not everybody's.)
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ready.js'

const file = join(root, 'package-lock.json')
execFileSync('npm', ['install', '--package-lock-only', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const entry of Object.values(lock.packages)) delete entry.resolved
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
