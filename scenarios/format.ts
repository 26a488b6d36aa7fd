import { faultProperties } from '../contracts/faults.ts'
import type { JsonSchema, Static } from '../contracts/schema.ts'

// What a scenario file may say. It is written by people: every key has a description for their editor.

const text = { type: 'string' } as const
const object = { type: 'object' } as const
const name = { type: 'string', pattern: '^[a-z][a-z0-9_]*$' } as const

const expected = {
  type: 'object',
  description: 'What must come of it; only what is named matters',
  properties: {
    status: { type: 'integer', description: 'HTTP status of a call; 200 where neither it nor an error is named' },
    error: { ...text, description: 'A name of the catalogue of errors, like token_expired: see docs/errors.md' },
    reply: { description: 'The parts of the body that matter; <name> remembers a value, {name} recalls it' },
    headers: { ...object, description: 'Headers of the answer that matter, by their names in small letters' },
    answer: {
      enum: ['none', 'cut'],
      description: 'none: the connection must be closed without an answer; cut: the body must end in the middle',
    },
    result: { description: 'The parts of what a happening answers that matter' },
    refused: { ...text, description: 'The happening must be refused, with a reason that has these words' },
  },
  additionalProperties: false,
} as const

export const webhook = {
  type: 'object',
  description: 'A webhook that must have come since the last one that a step has named',
  properties: {
    field: { ...text, description: 'Its field, like account_update or messages' },
    value: { description: 'The parts of its value that matter' },
    entry: { ...text, description: 'The id of its entry' },
    app: { ...text, description: 'Which app got it; any where absent' },
    times: {
      type: 'integer',
      minimum: 0,
      description: 'How often it must have come; 0: not at all; once where absent',
    },
  },
  required: ['field'],
  additionalProperties: false,
} as const

const fault = {
  type: 'object',
  description: 'What shall go wrong with the next calls, or the next webhooks: one thing',
  properties: {
    ...faultProperties,
    // A name in braces may stand for them.
    latency: { ...text, description: faultProperties.latency.description },
    by: { ...text, description: faultProperties.by.description },
  },
  additionalProperties: false,
} as const

const file = {
  type: 'object',
  description: 'A file: its text, or so many bytes that are nothing',
  properties: {
    type: { ...text, description: 'Its content type, like image/png' },
    name: { ...text, description: 'Its name, like sale.png' },
    text,
    bytes: { type: 'integer', minimum: 0, maximum: 50_000_000 },
  },
  additionalProperties: false,
} as const

export const step = {
  type: 'object',
  properties: {
    say: { ...text, description: 'One sentence on what happens here, for whoever reads the report' },
    call: {
      ...text,
      pattern: '^(GET|POST|DELETE) (/|\\{)',
      description:
        'A Graph call: its method and its path without a version, like GET /{waba}/message_templates, or an address that an answer gave, like GET {url}. GET /_mmgraph/… reads what the control API tells of the world, like GET /_mmgraph/mailbox',
    },
    times: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      description: 'How often it is called, one after another; {n} counts from 1',
    },
    as: { ...text, description: 'The token of the call: a name of the world, nobody, or a token' },
    version: {
      type: 'string',
      pattern: '^(v[0-9]+\\.[0-9]+|none)$',
      description: 'The Graph version of the call; none: its path has no version',
    },
    proof: { ...text, description: 'The name of an app: its secret proves the token of the call, as appsecret_proof' },
    query: { ...object, description: 'Parameters in the address' },
    body: { description: 'The body, sent as JSON; a text goes as it stands, whatever content-type its headers name' },
    form: { ...object, description: 'The body, sent as a form' },
    files: { ...object, additionalProperties: file, description: 'Files beside the form: the body is multipart' },
    raw: { ...file, description: 'The body as it stands, with its content type' },
    headers: { type: 'object', additionalProperties: text },
    happens: { ...text, description: 'What people or Meta do: the name of a happening, see docs/happenings.md' },
    with: { ...object, description: 'What the happening needs' },
    wait: {
      type: 'string',
      pattern: '^[0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h|d)$',
      description: "How long nothing is done, in the world's time: 500ms, 30s, 10m, 2h, 7d",
    },
    webhook: { type: ['object', 'array'], description: 'A webhook that must have come, or a list of such' },
    fault,
    expect: expected,
  },
  additionalProperties: false,
} as const

/** A scenario file. */
export const scenario = {
  type: 'object',
  properties: {
    $schema: { ...text, description: 'For editors: where scenario.schema.json is, in a file that is JSON' },
    version: { const: 1, description: 'The version of this format' },
    title: { ...text, description: 'One sentence on what the scenario shows' },
    about: { ...text, description: 'More, for whoever wonders' },
    covers: { type: 'array', items: text, description: 'Sentences of the guide, and other things, that it shows' },
    world: { ...text, description: 'The name of a world that ships, or the path of a world file, which ends in .json' },
    change: { ...object, description: 'What is otherwise in the world file: laid over it, null takes away' },
    rulings: { type: 'object', additionalProperties: text, description: 'Other readings of Meta: docs/rulings.md' },
    hears: {
      type: 'object',
      propertyNames: name,
      additionalProperties: { type: 'array', items: text, minItems: 1 },
      description: 'Apps by their names, and the fields of the webhooks that they subscribe to before the first step',
    },
    variables: {
      type: 'object',
      propertyNames: name,
      additionalProperties: { type: ['string', 'number', 'boolean'] },
      description: 'What {name} stands for in the steps; --set name=value sets it from outside',
    },
    include: { type: ['string', 'array'], items: text, description: 'Files whose steps come first' },
    steps: { type: 'array', items: step, minItems: 1 },
  },
  required: ['title', 'steps'],
  additionalProperties: false,
} as const satisfies JsonSchema

export type Step = Static<typeof step>
export type Webhook = Static<typeof webhook>
export type ScenarioFile = Static<typeof scenario>
