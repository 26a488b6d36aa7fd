import type { Step } from '../format.ts'
import type { Opening } from './session.ts'

type Hears = Readonly<Record<string, readonly string[]>>

const OBJECT = 'whatsapp_business_account'

/** Subscriptions of apps at the very beginning: how many steps they are, and what a scenario says instead. */
export function hearsOf(
  steps: readonly Step[],
  { secrets }: Opening,
): { readonly hears: Hears; readonly steps: number } {
  const hears: Record<string, readonly string[]> = {}
  let count = 0
  for (const step of steps) {
    const [app, fields] = subscriptionIn(step, Object.keys(secrets)) ?? []
    if (app === undefined || fields === undefined || hears[app] !== undefined) break
    hears[app] = fields
    count += 1
  }
  return { hears, steps: count }
}

/** The app and its fields, where the step is nothing but what `hears` would do. */
function subscriptionIn(step: Step, apps: readonly string[]): [string, readonly string[]] | undefined {
  const app = apps.find((name) => step.call === `POST /{${name}}/subscriptions` && step.as === name)
  const isPlain = ['say', 'call', 'as', 'body', 'form', 'expect'].length >= Object.keys(step).length
  const { object, callback_url, verify_token, fields, ...more } = { ...(step.body as object), ...step.form } as Params
  const isUsual = object === OBJECT && callback_url === '{callback}' && verify_token !== undefined
  const isOdd = Object.keys(more).length > 0 || step.expect?.error !== undefined || (step.expect?.status ?? 200) !== 200
  const other = ['version', 'query', 'webhook', 'wait', 'headers', 'times', 'proof'].some((key) => key in step)
  if (app === undefined || !isPlain || !isUsual || isOdd || other) return undefined
  const list = Array.isArray(fields) ? fields.map(String) : String(fields ?? '').split(',')
  return list.every((field) => /^[a-z_]+$/.test(field)) ? [app, list] : undefined
}

type Params = Readonly<Record<string, unknown>>
