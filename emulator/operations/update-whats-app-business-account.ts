import type { CreativeFeature } from '../../contracts/creative-features.ts'
import {
  getDegreesOfFreedomSpec as reading,
  updateWhatsAppBusinessAccount as updating,
} from '../../contracts/operations/update-whats-app-business-account.ts'
import { done, implement } from '../implement.ts'
import { creativeFeaturesOf } from '../model/creative-features.ts'
import { zoneOf } from '../model/zone.ts'

// A new name or time zone alone is answered as the OpenAPI description has it; everything else as the page of the toggle.
export const updateWhatsAppBusinessAccount = implement(updating, ({ node, params, world, fail }) => {
  const { name, timezone_id, degrees_of_freedom_spec: spec, ...toggles } = params
  if (node.is_enabled_for_insights && toggles.is_enabled_for_insights === false) {
    fail('insights_stay_enabled', 'once they are enabled they stay so')
  }
  const chosen = Object.entries(spec?.creative_features_spec ?? {}).map(([feature, { enroll_status }]) => [
    feature as CreativeFeature,
    enroll_status,
  ])
  world.put({
    ...node,
    ...toggles,
    ...(name !== undefined && { name }),
    ...(timezone_id !== undefined && { timezone_id, zone: zoneOf(timezone_id) }),
    ...(spec && { creativeFeatures: { ...node.creativeFeatures, ...Object.fromEntries(chosen) } }),
  })
  const isPlain = !spec && Object.keys(toggles).length === 0 && (name ?? timezone_id) !== undefined
  return isPlain ? done : { id: node.id }
})

export const getDegreesOfFreedomSpec = implement(reading, ({ node, world }) => ({
  data: [{ creative_features_spec: [creativeFeaturesOf(node, world.graphNow)] }],
}))
