import { Hono } from 'hono'
import type { Finding } from '../../contracts/finding.ts'
import { instead } from '../../contracts/nearest.ts'
import type { Rule } from '../../contracts/rule.ts'
import { historyOf } from '../history.ts'
import type { Worlds } from '../worlds.ts'
import { BadInput } from './input.ts'
import { placeOf } from './world-view.ts'

/** What the client of a world does wrong, as far as its log tells. */
export function findingRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  routes.get('/:id/findings', async (context) => {
    const { world, clock } = placeOf(worlds, context.req.param('id'))
    // Only who asks pays for the rules: they would cost each start.
    const { judge, judged, notJudged } = await import('../../contracts/judge.ts')
    const { rules } = await import('../../contracts/rules.ts')
    const wanted = context.req.query()
    checkFilters(wanted, rules)
    clock.follow()
    const history = historyOf(world, clock.running ? 'running' : 'still')
    const isWanted = (finding: Finding): boolean =>
      Object.entries(wanted).every(([name, value]) => finding[name as keyof Finding] === value)
    const data = judge(history).filter(isWanted)
    return context.json({ data, checked: judged(history), unchecked: notJudged(history) })
  })
  return routes
}

/** @throws BadInput */
function checkFilters(wanted: Readonly<Record<string, string>>, rules: readonly Rule[]): void {
  const filters = new Map<string, readonly string[]>([
    ['rule', rules.map(({ id }) => id)],
    ['severity', ['error', 'warning', 'note']],
    ['side', ['caller', 'receiver']],
  ])
  for (const [name, value] of Object.entries(wanted)) {
    const values = filters.get(name)
    if (!values) throw new BadInput(`${name}: no such filter; there are ${[...filters.keys()].join(', ')}.`)
    if (!values.includes(value)) throw new BadInput(`${name}: there is no '${value}'; ${instead(value, values)}`)
  }
}
