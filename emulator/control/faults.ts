import { Hono } from 'hono'
import { type ErrorName, errors, happeningErrors, placeholdersOf } from '../../contracts/errors.ts'
import { operations } from '../../contracts/operations.ts'
import { text } from '../../contracts/shapes.ts'
import { endFaults, enterFault } from '../inputs.ts'
import type { Worlds } from '../worlds.ts'
import { BadInput, bodyOf } from './input.ts'
import { placeOf } from './world-view.ts'

const FAULT = {
  type: 'object',
  properties: {
    error: text,
    operation: text,
    times: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    params: { type: 'object', additionalProperties: text },
  },
  required: ['error'],
  additionalProperties: false,
} as const

const INBOUND =
  'is told of what a customer sent, so no call meets it; the happening meta_reports_error tells it without a message.'

/** Errors that a test asks for. A fault comes after the checks of token and permission, and never hides those. */
export function faultRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/:id/faults', (context) => {
    return context.json({ data: placeOf(worlds, context.req.param('id')).world.faults })
  })
  routes.post('/:id/faults', async (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    const { error, operation, times = 1, params = {} } = await bodyOf(context, FAULT)
    if (!isError(error)) throw new BadInput(`error: '${error}' is none of ${Object.keys(errors).join(', ')}.`)
    if ((happeningErrors as readonly ErrorName[]).includes(error)) throw new BadInput(`error: ${error} ${INBOUND}`)
    if (operation !== undefined && !operations.some(({ name }) => name === operation)) {
      throw new BadInput(`operation: '${operation}' is none of ${operations.map(({ name }) => name).join(', ')}.`)
    }
    const missing = placeholdersOf(error).find((name) => params[name] === undefined)
    if (missing) throw new BadInput(`params.${missing}: the message of ${error} needs it.`)
    clock.follow()
    const fault = { error, times, params: params as Record<string, string>, ...(operation && { operation }) }
    enterFault(world, fault)
    return context.json(fault, 201)
  })
  routes.delete('/:id/faults', (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    clock.follow()
    endFaults(world)
    return context.json({ success: true })
  })
  return routes
}

function isError(name: string): name is ErrorName {
  return Object.hasOwn(errors, name)
}
