import { Hono } from 'hono'
import type { Finding } from '../../contracts/finding.ts'
import { judge, judged, notJudged } from '../../contracts/judge.ts'
import { instead } from '../../contracts/nearest.ts'
import { rules } from '../../contracts/rules.ts'
import { historyOf } from '../history.ts'
import type { Worlds } from '../worlds.ts'
import { BadInput } from './input.ts'
import { placeOf } from './world-view.ts'

/** By what findings can be filtered, and the values that there are. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  rule: rules.map(({ id }) => id),
  severity: ['error', 'warning', 'note'],
  side: ['caller', 'receiver'],
}

/** What the client of a world does wrong, as far as its log tells. */
export function findingRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/:id/findings', (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    const wanted = Object.entries(context.req.query())
    for (const [name, value] of wanted) checkFilter(name, value)
    clock.follow()
    const history = historyOf(world, clock.running ? 'running' : 'still')
    const data = judge(history).filter((finding) =>
      wanted.every(([name, value]) => finding[name as keyof Finding] === value),
    )
    return context.json({ data, checked: judged(history), unchecked: notJudged(history) })
  })
  return routes
}

/** @throws BadInput */
function checkFilter(name: string, value: string): void {
  const values = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
  if (!values) throw new BadInput(`${name}: no such filter; there are ${Object.keys(FILTERS).join(', ')}.`)
  if (!values.includes(value)) throw new BadInput(`${name}: there is no '${value}'; ${instead(value, values)}`)
}
