import { operations } from '../../contracts/operations.ts'
import { plans } from '../../contracts/verify/plans.ts'
import type { Trial, TrialPlan } from '../../contracts/verify/trial.ts'
import { changed } from '../world/change.ts'
import type { WorldFile } from '../world/file.ts'
import { readWorld } from '../world/load.ts'
import { callItem } from './call.ts'
import { beforeItem, beginItem } from './control.ts'
import type { Item } from './item.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

const DESCRIPTION = [
  'Made by mmgraph of its contracts: every operation, with parameters that are taken.',
  'Each folder begins with a call that makes a world of its own in a running emulator; its ids and tokens become variables.',
  'Then its calls can be sent one by one, or all in their order.',
  '`createApplicationSubscription` asks a webhook receiver at {{callback}} for a challenge: examples/receiver.js is one.',
].join('\n\n')

/**
 * Every operation as a collection for Postman: a folder for each plan of `mmgraph verify`, in it one for each family.
 * @param server where it is answered, without a version
 */
export function postmanCollection(server = 'http://127.0.0.1:4020'): object {
  return {
    info: { name: 'Marketing Messages API for WhatsApp (mmgraph)', description: DESCRIPTION, schema: SCHEMA },
    variable: [
      { key: 'server', value: server },
      { key: 'version', value: 'v24.0' },
      { key: 'callback', value: 'http://127.0.0.1:3000/webhooks' },
      { key: 'control_token', value: '' },
    ],
    item: plans.map(planFolder),
  }
}

function planFolder(plan: TrialPlan): Item {
  const tokens = tokenNames(plan)
  const families = Object.entries(plan.families).map(([name, trials]) => ({
    name,
    item: trials.flatMap((trial) => trialItems(plan, trial, tokens)),
  }))
  const description = `In a world that is made of ${plan.world}.`
  return { name: plan.name, description, item: [beginItem(plan), ...families] }
}

/** A call, after what must happen before it. */
function trialItems(plan: TrialPlan, trial: Trial, tokens: readonly string[]): Item[] {
  const contract = operations.find(({ name }) => name === trial.operation)
  if (!contract) throw new Error(`a plan names the operation ${trial.operation}, which there is not`)
  return [...(trial.after ?? []).map((step) => beforeItem(plan.name, step)), callItem(plan, trial, contract, tokens)]
}

/** The tokens that a world names, and those of its apps. */
function tokenNames({ world, change }: TrialPlan): string[] {
  const { file } = readWorld(world)
  const { tokens = {}, apps = {} } = (change ? changed(file, change) : file) as WorldFile
  return [...Object.keys(tokens), ...Object.keys(apps)]
}
