import { type ErrorName, errors, placeholdersOf } from '../../contracts/errors.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tell } from '../sending/inbound.ts'
import { webhookErrorOf } from '../sending/webhook-error.ts'

export const metaReportsError = happening(
  {
    name: 'meta_reports_error',
    says: 'Meta tells of something that is wrong with a number as a whole, outside of any message',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: {
      type: 'object',
      properties: { error: { ...text, description: 'Name of an error of the Cloud API: see COVERAGE.md' } },
      required: ['error'],
    },
    sources: ['errors-webhook'],
  },
  ({ nodes: { phone }, params, world, notify, refuse }) => {
    if (!Object.hasOwn(errors, params.error))
      refuse(`with.error: '${params.error}' is no error; COVERAGE.md lists them`)
    const name = params.error as ErrorName
    if (!('details' in errors[name]) || placeholdersOf(name).length > 0) {
      refuse(`with.error: ${name} is no error of the Cloud API that says all by itself`)
    }
    tell({ world, notify, phone }, { errors: [webhookErrorOf(name)] })
    return undefined
  },
)
