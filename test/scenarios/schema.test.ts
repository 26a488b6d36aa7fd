import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenarioSchemaFile } from '../../emulator/scenario-schema.ts'

const folder = new URL('../../scenarios/', import.meta.url)
const file = readFileSync(new URL('scenario.schema.json', folder), 'utf8')
const validate = new Ajv({ strict: false }).compile(JSON.parse(file))
const scenarios = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.ya?ml$/.test(name))

test('scenario.schema.json is that of the registries: npm run generate writes it', () => {
  expect(file).toBe(scenarioSchemaFile())
})

test.each(scenarios)('%s fits it, and names it for editors', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  expect(validate(parse(text)) || validate.errors).toBe(true)
  expect(text).toMatch(
    new RegExp(
      `^# yaml-language-server: \\$schema=${'../'.repeat(name.split('/').length - 1) || './'}scenario.schema.json\n`,
    ),
  )
})

describe('an editor underlines', () => {
  const whole = { title: 'A try', world: 'ready-to-send', steps: [{ wait: '1s' }] }
  const step = (one: object): object => ({ ...whole, steps: [one] })
  const webhook = { field: 'messages' }

  test.each([
    ['a call', step({ call: 'GET /1', as: 'me', expect: { error: 'token_missing' } })],
    [
      'a happening and what it needs',
      step({ happens: 'customer_sends_message', with: { phone: 'phone', from: '{x}' } }),
    ],
    [
      'one that is refused for what it has not',
      step({ happens: 'customer_sends_message', with: { zzz: 1 }, expect: { refused: 'zzz' } }),
    ],
    ['a webhook, and a list of them', step({ webhook: [webhook, webhook] })],
    ['a world file', { ...whole, world: './mine.json' }],
    ['a fault', step({ fault: { error: 'service_unavailable', operation: 'sendMessage' } })],
    ['a side of a ruling', { ...whole, rulings: { 'insights-regions': 'counted' } }],
  ])('not %s', (_, value) => {
    expect(validate(value) || validate.errors).toBe(true)
  })

  test.each([
    ['an unknown key', { ...whole, wrold: 'x' }],
    ['an unknown world', { ...whole, world: 'ready-to-sent' }],
    ['an unknown ruling', { ...whole, rulings: { zzz: 'a' } }],
    ['an unknown side', { ...whole, rulings: { 'insights-regions': 'neither' } }],
    ['an unknown field to hear', { ...whole, hears: { app: ['mesages'] } }],
    ['a step without a verb', step({ say: 'Nothing' })],
    ['a token without a call', step({ wait: '1s', as: 'me' })],
    ['an unknown happening', step({ happens: 'customer_sends_mesage' })],
    ['one that comes by itself', step({ happens: 'account_disabling_is_due' })],
    ['what a happening does not need', step({ happens: 'customer_sends_message', with: { zzz: 1 } })],
    ['an unknown error', step({ call: 'GET /1', expect: { error: 'token_mising' } })],
    ['an unknown error of a fault', step({ fault: { error: 'zzz' } })],
    ['an unknown operation', step({ fault: { error: 'service_unavailable', operation: 'zzz' } })],
    ['an unknown field', step({ webhook: { field: 'mesages' } })],
    ['an unknown field in a list', step({ webhook: [webhook, { field: 'mesages' }] })],
    ['no duration', step({ wait: 'soon' })],
  ])('%s', (_, value) => {
    expect(validate(value)).toBe(false)
  })
})
