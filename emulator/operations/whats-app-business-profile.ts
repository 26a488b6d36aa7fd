import {
  getWhatsAppBusinessProfile as reading,
  updateWhatsAppBusinessProfileInformation as updating,
} from '../../contracts/operations/whats-app-business-profile.ts'
import { done, implement } from '../implement.ts'
import { pictureUrl, profileFields, profileOf, unknownProfileField } from '../model/business-profile.ts'
import { isUploadHandle } from '../model/upload.ts'

export const getWhatsAppBusinessProfile = implement(reading, ({ node, params, world, fail }) => {
  const names = profileFields(params.fields)
  const unknown = unknownProfileField(names)
  if (unknown) {
    fail('field_unknown', `a profile has no field ${unknown}`, { field: unknown, type: 'WhatsAppBusinessProfile' })
  }
  const profile = profileOf(node, names)
  const isWrapped = world.rulings['business-profile-shape'] === 'openapi'
  return { data: [isWrapped ? { business_profile: profile } : profile] }
})

export const updateWhatsAppBusinessProfileInformation = implement(updating, ({ node, params, world, fail }) => {
  const { messaging_product: _, profile_picture_handle: picture, ...profile } = params
  if (picture !== undefined && !isUploadHandle(world, picture)) {
    fail('parameter_invalid', 'profile_picture_handle is no handle that an upload gave')
  }
  if (profile.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(profile.email)) {
    fail('profile_email_invalid', `email is '${profile.email}'`)
  }
  const bare = profile.websites?.find((site) => !/^https?:\/\/./.test(site))
  if (bare !== undefined) fail('parameter_invalid', `the website '${bare}' does not begin with http:// or https://`)
  const shown = picture !== undefined && { profile_picture_url: pictureUrl(world, picture) }
  world.put({ ...node, profile: { ...node.profile, ...profile, ...shown } })
  return done
})
