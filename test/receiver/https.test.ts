import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createPlain, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { stillClock } from './clock.ts'
import { answer, usual } from './drive.ts'
import { healthy, SECRET, TOKEN } from './sample.ts'

// Node makes no certificates.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) console.warn('test/receiver/https.test.ts is skipped: there is no openssl here')

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

interface Made {
  readonly folder: string
  readonly key: string
  readonly cert: string
  /** The file of the certificate. */
  readonly file: string
}

/** A certificate that signs itself, for one name. */
function selfSigned(name: string): Made {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  const { status, stderr } = spawnSync('openssl', [...request, ...subject, '-keyout', keyFile, '-out', file])
  if (status !== 0) throw new Error(String(stderr))
  return { folder, file, key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8') }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** The healthy sample receiver. */
function sample(): RequestListener {
  const box = { clock: stillClock(), told: new Set<string>(), seen: [], count: 0, crash: () => undefined }
  return (request, response) => void answer(healthy, request, response, box)
}

function drive(url: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, MMGRAPH_APP_SECRET: SECRET, MMGRAPH_VERIFY_TOKEN: TOKEN }
  const words = [main, 'receiver', url, '--rate', '50', '--seconds', '0.2', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

describe.skipIf(!hasOpenssl)('a receiver of https that signs its own certificate', { timeout: 60_000 }, () => {
  test('is not driven as it is, and the message says why, and what to do', async () => {
    const made = selfSigned('localhost')
    const port = await listening(createServer(made, sample()))
    const { code, stdout, stderr } = await drive(`https://localhost:${port}/webhooks`)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      `mmgraph: the certificate of https://localhost:${port}/webhooks is not taken (DEPTH_ZERO_SELF_SIGNED_CERT); --ca FILE names one to trust, --insecure takes any\n`,
    )
  })

  test('keeps every duty where its certificate is named, every way of sending over TLS', async () => {
    const made = selfSigned('localhost')
    const port = await listening(createServer(made, sample()))
    const { code, stdout, stderr } = await drive(`https://localhost:${port}/webhooks`, '--ca', made.file)
    expect({ code, stderr, findings: /\nno findings\n/.test(stdout) }).toEqual({ code: 0, stderr: '', findings: true })
    expect(stdout).toContain(`${usual.duties.length - 2} things`)
  })

  test('is driven with --insecure whatever its name, and the report says that nobody looked', async () => {
    const port = await listening(createServer(selfSigned('other.example'), sample()))
    const some = ['--only', 'handshake-echoes,signature-good,connection-reused']
    const { code, stdout } = await drive(`https://127.0.0.1:${port}/webhooks`, '--insecure', ...some)
    expect(code).toBe(0)
    expect(stdout).toContain('the certificate: --insecure takes any; Meta takes no self-signed one\n')
  })

  test('is not taken for another name', async () => {
    const made = selfSigned('other.example')
    const port = await listening(createServer(made, sample()))
    const { code, stderr } = await drive(`https://localhost:${port}/webhooks`, '--ca', made.file)
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not taken (ERR_TLS_CERT_ALTNAME_INVALID)')])
  })
})

test('one that speaks no TLS is told as that', { timeout: 30_000 }, async () => {
  const port = await listening(createPlain(sample()))
  const { code, stderr } = await drive(`https://127.0.0.1:${port}/webhooks`)
  expect([code, stderr]).toEqual([2, expect.stringMatching(/ does not speak TLS \(\w+\); is it http:\/\/\?\n$/)])
})

test.each([
  [['http://127.0.0.1:1', '--ca', 'x.pem'], '--ca goes with an address of https'],
  [['http://127.0.0.1:1', '--insecure'], '--insecure goes with an address of https'],
  [['https://127.0.0.1:1', '--ca', 'absent.pem'], '--ca: absent.pem cannot be read (ENOENT)'],
  [['https://127.0.0.1:1', '--ca', 'HERE'], 'has no certificate in PEM, which begins with'],
  [['https://127.0.0.1:1', '--ca', 'HERE', '--insecure'], '--ca and --insecure exclude each other'],
])('%j is refused', { timeout: 30_000 }, async ([url = '', ...args], message) => {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'no.pem'), 'no certificate')
  const { code, stderr } = await drive(url, ...args.map((word) => (word === 'HERE' ? join(folder, 'no.pem') : word)))
  expect([code, stderr.split('\n').length]).toEqual([2, 2])
  expect(stderr).toContain(message)
})
