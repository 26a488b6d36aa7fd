// node bench/peers/install.js: installs the peers that npm run bench compares with, beside their package.json. Some 430 packages,
// which is why npm install of mmgraph does not bring them.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const args = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
execFileSync('npm', args, { cwd: fileURLToPath(new URL('.', import.meta.url)), stdio: 'inherit' })
