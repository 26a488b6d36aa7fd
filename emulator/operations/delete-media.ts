import { deleteMedia as contract } from '../../contracts/operations/delete-media.ts'
import { done, implement } from '../implement.ts'
import { otherNumber } from '../model/media.ts'

export const deleteMedia = implement(contract, ({ node: media, params, world, fail }) => {
  const other = otherNumber(media, params.phone_number_id)
  if (other) fail('object_missing_on_delete', other, { id: media.id })
  world.remove(media)
  return done
})
