import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { keyHashOf } from '../sending/identity-key.ts'
import { personOf } from '../sending/people.ts'

export const customerChangesIdentity = happening(
  {
    name: 'customer_changes_identity',
    says: 'A customer has a new identity key, as with a new phone: nobody is told, but the hash is another',
    nodes: {},
    params: {
      type: 'object',
      properties: { customer: { ...text, description: 'Name of a person, or a number with its country code' } },
      required: ['customer'],
    },
    sources: ['phone-numbers: Identity change check'],
  },
  ({ params, world, refuse }) => {
    const waId = personOf(world, params.customer, refuse)
    const person = world.traffic.recipient(waId)
    if (person.habit === 'changed_identity') refuse(`${waId} has a new identity key for every message`)
    world.traffic.addRecipient({ ...person, identityChanges: (person.identityChanges ?? 0) + 1 })
    return { identity_key_hash: keyHashOf(world, waId, '') }
  },
)
