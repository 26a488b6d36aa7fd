import fc from 'fast-check'
import { interactiveObjects } from '../contracts/message-types/interactive.ts'
import { messageObjects } from '../contracts/message-types.ts'
import { sendMarketingMessage } from '../contracts/operations/send-marketing-message.ts'
import { sendMessage } from '../contracts/operations/send-message.ts'
import type { JsonSchema } from '../contracts/schema.ts'
import { mutated, mutationOf } from './mutations.ts'
import { valuesOf, type Words } from './schema-values.ts'
import { rightTemplates } from './send-world.ts'

/** Numbers and ids of people, of all habits and in all ways to write them. */
const TO: readonly string[] = [
  '+14165550100',
  '+1 (416) 555-0100',
  '4165550100',
  '14165550103',
  '+14165550111',
  '+14165550120',
  '+1 212 555 0100',
  '+5511955550100',
  '+5215555550100',
  '+33 1 55 55 01 00',
  '+98 21 5555 0100',
  '+1 416-555-0190',
  '+99 999 5550100',
  '12345',
]

/** The texts that mean something to a send, with the ids of the world that it goes to. */
export const wordsOf = (ids: { readonly media: string; readonly inbound: string }): Words => ({
  to: TO,
  recipient: ['CA.13491208655302741918', 'US.abc', 'CA.ENT.11815799212886844830', 'ca.1', 'US.1'],
  type: [
    'template',
    'template',
    'text',
    'image',
    'interactive',
    'TEMPLATE',
    'Text',
    'gif',
    'pin',
    'sticker',
    'no_type',
  ],
  name: ['spring_sale', 'birthday_offer', 'with_cards', 'with_names', 'with_offer', 'plain_sale', 'first_name'],
  code: ['en_US', 'fr', 'en', 'xx'],
  sub_type: ['url', 'QUICK_REPLY', 'copy_code', 'flow', 'catalog', 'mpm', 'pay'],
  index: ['0', '1', '2', '-1', '10', 'one'],
  id: [ids.media, '1', 'not-there'],
  link: ['https://juniper.example/rye.png', 'http://a.invalid/x', 'ftp://juniper.example', 'rye.png'],
  url: ['https://juniper.example', 'juniper.example'],
  message_id: [ids.inbound, 'wamid.HBgLMTQxNjU1NTAxMDAVAgARGBI=', '1'],
  parameter_name: ['first_name', 'code', 'day', '1'],
})

/** Those of the templates that have something to get wrong. */
const filled = rightTemplates.filter((template) => 'components' in template)

/** A body, and the edge that it is for. */
export interface Send {
  readonly edge: 'marketing_messages' | 'messages'
  readonly body: object
}

/** What one of the two ways to send could take: by its schema, or right for a template of the world. */
function soundSends(words: Words): fc.Arbitrary<Send> {
  const on = (edge: Send['edge'], bodies: fc.Arbitrary<unknown>): fc.Arbitrary<Send> =>
    bodies.map((body) => ({ edge, body: body as object }))
  const right = fc
    .tuple(fc.constantFrom(...rightTemplates, ...filled, ...filled), fc.constantFrom(...TO))
    .map(([template, to]) => envelope(to, 'template', template))
  return fc.oneof(
    { weight: 6, arbitrary: on('marketing_messages', right) },
    { weight: 3, arbitrary: on('messages', right) },
    { weight: 2, arbitrary: on('marketing_messages', valuesOf(sendMarketingMessage.params as JsonSchema, words)) },
    { weight: 1, arbitrary: on('messages', valuesOf(sendMessage.params as JsonSchema, words)) },
    { weight: 8, arbitrary: on('messages', freeForm(words)) },
  )
}

/** A message of each type that is no template. */
function freeForm(words: Words): fc.Arbitrary<object> {
  const objects: Readonly<Record<string, JsonSchema>> = messageObjects
  const plain = Object.keys(objects).filter((type) => type !== 'interactive')
  const of = (type: string, name: string, schema: JsonSchema, more = {}): fc.Arbitrary<object> =>
    fc.tuple(fc.constantFrom(...TO), valuesOf(schema, words)).map(([to, object]) => {
      return envelope(to, type, Array.isArray(object) ? object : { ...(object as object), ...more }, name)
    })
  const interactive: Readonly<Record<string, JsonSchema>> = interactiveObjects
  return fc.oneof(
    ...plain.map((type) => of(type, type, objects[type] ?? {})),
    ...Object.entries(interactive).map(([type, schema]) => of('interactive', 'interactive', schema, { type })),
  )
}

function envelope(to: string, type: string, object: object, name = type): object {
  return structuredClone({ messaging_product: 'whatsapp', recipient_type: 'individual', to, type, [name]: object })
}

const KEYS = [
  ...Object.keys(sendMessage.params.properties),
  ...Object.keys(sendMarketingMessage.params.properties),
  'parameters',
  'components',
  'cards',
  'index',
  'action',
]

/** Sends with up to three changes to each body, some with none, a few on the other edge. @param pool how many are made by the schemas */
export function sends(words: Words, pool: number): fc.Arbitrary<Send> {
  const { seed = 1 } = fc.readConfigureGlobal()
  // Changes are cheap and bodies are not: each is changed in several ways.
  const sound = fc.sample(soundSends(words), { numRuns: pool, seed })
  const mutation = mutationOf(KEYS)
  const changes = fc.oneof(
    fc.constant([]),
    mutation.map((one) => [one]),
    fc.array(mutation, { maxLength: 3 }),
  )
  const isStrayed = fc.nat(9).map((n) => n === 9)
  return fc.tuple(fc.constantFrom(...sound), changes, isStrayed).map(([{ edge, body }, mutations, strayed]) => ({
    edge: strayed ? other[edge] : edge,
    body: mutated(body, mutations),
  }))
}

const other = { messages: 'marketing_messages', marketing_messages: 'messages' } as const
