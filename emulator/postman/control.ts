import type { Before, TrialPlan } from '../../contracts/verify/trial.ts'
import { filled } from '../../scenarios/words.ts'
import { bearer, eventsOf, type Item, rawJson } from './item.ts'
import { braced, bracedWords, jsonWith } from './names.ts'
import { expectStatus, keepCode, keepFound, keepWorld } from './scripts.ts'

interface ControlCall {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly body?: string
  readonly after: readonly string[]
  readonly description: string
}

function controlItem({ name, method, path, query = {}, body, after, description }: ControlCall): Item {
  const pairs = Object.entries(query).map(([key, value]) => ({ key, value }))
  const search = pairs.length > 0 ? `?${pairs.map(({ key, value }) => `${key}=${value}`).join('&')}` : ''
  const parts = ['_mmgraph', 'worlds', ...path]
  const raw = `{{server}}/${parts.join('/')}${search}`
  const url = { raw, host: ['{{server}}'], path: parts, ...(pairs.length > 0 && { query: pairs }) }
  const request = {
    method,
    header: body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
    auth: bearer('{{control_token}}'),
    ...(body !== undefined && { body: rawJson(body) }),
    url,
    description,
  }
  return { name, event: eventsOf({ after }), request, response: [] }
}

/** Makes the world of a plan, and keeps its ids and tokens. */
export function beginItem({ name, world, change }: TrialPlan): Item {
  return controlItem({
    name: `Begin: make the world ${name}`,
    method: 'POST',
    path: [],
    body: JSON.stringify({ world, ...(change && { change }) }, null, 2),
    after: keepWorld(name),
    description: 'Send it first: it makes a new world, and its ids and tokens become variables of the collection.',
  })
}

/** What must happen before a call, as a call of its own. */
export function beforeItem(plan: string, step: Before): Item {
  const world = braced(plan, 'world')
  if ('wait' in step) {
    return controlItem({
      name: `Let ${step.wait} pass`,
      method: 'POST',
      path: [world, 'clock'],
      body: JSON.stringify({ advance: step.wait }),
      after: expectStatus(200),
      description: 'What is due by then happens.',
    })
  }
  if ('code' in step) {
    return controlItem({
      name: 'Read the newest text message',
      method: 'GET',
      path: [world, 'mailbox'],
      query: { kind: 'sms', limit: '1' },
      after: keepCode(plan, step.code),
      description: 'Its code becomes a variable.',
    })
  }
  return controlItem({
    name: `It happens: ${step.happens}`,
    method: 'POST',
    path: [world, 'happenings'],
    body: jsonWith(plan, { name: step.happens, with: filled(step.with, bracedWords(plan, step.with)) }),
    after: [...expectStatus(200), ...keepFound(plan, resultFinds(step.finds), false)],
    description: 'What people do outside the API.',
  })
}

/** What a happening found stands under `result`. */
function resultFinds(finds: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(finds).map(([name, pointer]) => [name, `/result${pointer}`]))
}
