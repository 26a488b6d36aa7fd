import {
  getPhoneNumberSettings as reading,
  updatePhoneNumberSettings as updating,
} from '../../contracts/operations/phone-number-settings.ts'
import { NotBuilt } from '../failure.ts'
import { type Context, done, implement } from '../implement.ts'
import type { NumberSettings } from '../world/number.ts'

type Update = Context<typeof updating>

export const getPhoneNumberSettings = implement(reading, ({ node: { settings = {} } }) => {
  const { storageRegion, identityCheck } = settings
  return {
    storage_configuration: storageRegion
      ? { status: 'IN_COUNTRY_STORAGE_ENABLED' as const, data_localization_region: storageRegion }
      : { status: 'DEFAULT' as const },
    ...(identityCheck !== undefined && { user_identity_change: { enable_identity_key_check: identityCheck } }),
  }
})

export const updatePhoneNumberSettings = implement(updating, (call) => {
  const { node, params, world, fail } = call
  const features = Object.keys(params)
  if (features.length !== 1)
    fail('parameter_invalid', `one feature at a time is set, and ${features.length} were given`)
  if (params.calling) throw new NotBuilt('the setting calling')
  if (params.payload_encryption) throw new NotBuilt('the setting payload_encryption')
  const settings = params.storage_configuration ? storage(call, params.storage_configuration) : identity(call)
  world.put({ ...node, settings })
  return done
})

function identity({ node, params: { user_identity_change: wanted }, fail }: Update): NumberSettings {
  const identityCheck = wanted?.enable_identity_key_check ?? wanted?.enabled
  if (identityCheck !== undefined) return { ...node.settings, identityCheck }
  const param = "user_identity_change['enable_identity_key_check']"
  return fail('parameter_required', 'it is neither turned on nor off', { param })
}

function storage(
  { node, fail }: Update,
  wanted: NonNullable<Update['params']['storage_configuration']>,
): NumberSettings {
  if (node.status === 'CONNECTED') {
    fail('storage_of_registered_number', `${node.id} is registered: POST /${node.id}/deregister first`)
  }
  const { storageRegion: _, ...rest } = node.settings ?? {}
  if (wanted.status === 'IN_COUNTRY_STORAGE_DISABLED' || wanted.enabled === false) return rest
  const region = wanted.data_localization_region ?? wanted.region
  if (region) return { ...rest, storageRegion: region }
  const param = "storage_configuration['data_localization_region']"
  return fail('parameter_required', 'local storage needs a region', { param })
}
