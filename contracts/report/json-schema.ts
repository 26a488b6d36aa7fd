const text = { type: 'string' } as const
const number = { type: 'integer', minimum: 0 } as const
const side = { enum: ['caller', 'server', 'receiver'] } as const

const source = {
  description: 'The document that says so.',
  type: 'object',
  properties: {
    citation: { ...text, description: 'How the catalogue of sources names it, with the place in it.' },
    title: text,
    date: { ...text, description: 'The day of the page, as far as it is known.' },
    url: text,
    place: { ...text, description: 'Where in it.' },
  },
  required: ['citation', 'title', 'date'],
  additionalProperties: false,
} as const

const place = {
  description: 'The code that made the call, where it is known.',
  type: 'object',
  properties: {
    file: { ...text, description: 'As seen from where the command ran.' },
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
  },
  required: ['file', 'line', 'column'],
  additionalProperties: false,
} as const

const finding = {
  type: 'object',
  properties: {
    rule: text,
    severity: { enum: ['error', 'warning', 'note'] },
    side: { ...side, description: 'Who keeps the contract or breaks it.' },
    where: { ...text, description: 'A JSON pointer, or a call.' },
    problem: text,
    contract: { ...text, description: 'An operation, a field of webhooks or a duty.' },
    source,
    exchanges: { type: 'array', items: number, description: 'Numbers of calls in the log of the world.' },
    place,
  },
  required: ['rule', 'severity', 'side', 'where', 'problem', 'contract', 'source'],
  additionalProperties: false,
} as const

const exchange = {
  type: 'object',
  properties: {
    n: number,
    at: { type: 'number', description: 'Milliseconds since 1970.' },
    method: text,
    path: text,
    params: {},
    status: { type: 'integer' },
    reply: {},
  },
  required: ['n', 'at', 'method', 'path', 'status'],
  additionalProperties: false,
} as const

/** The JSON Schema of `--json`. */
export const reportSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A report of the contract kit of mmgraph',
  type: 'object',
  properties: {
    version: { const: 1 },
    title: { ...text, description: 'What was judged.' },
    command: { ...text, description: 'The command that judged.' },
    counts: {
      type: 'object',
      properties: { error: number, warning: number, note: number, suppressed: number },
      required: ['error', 'warning', 'note', 'suppressed'],
      additionalProperties: false,
    },
    rules: {
      description: 'Those that a finding names, suppressed ones too.',
      type: 'array',
      items: {
        type: 'object',
        properties: { id: text, title: text, explains: text, mend: text, assumes: text },
        required: ['id'],
        additionalProperties: false,
      },
    },
    findings: { type: 'array', items: finding },
    suppressed: {
      type: 'array',
      items: {
        type: 'object',
        properties: { reason: text, finding },
        required: ['reason', 'finding'],
        additionalProperties: false,
      },
    },
    checked: {
      type: 'array',
      items: {
        type: 'object',
        properties: { what: text, count: number, side },
        required: ['what', 'count'],
        additionalProperties: false,
      },
    },
    unchecked: {
      type: 'array',
      items: {
        type: 'object',
        properties: { what: text, why: text },
        required: ['what', 'why'],
        additionalProperties: false,
      },
    },
    exchanges: { type: 'array', items: exchange },
  },
  required: ['version', 'title', 'counts', 'rules', 'findings', 'suppressed', 'checked', 'unchecked'],
  additionalProperties: false,
} as const
