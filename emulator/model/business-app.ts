import { type AppMessageType, type appData, appMessageTypes, type pastMessage } from '../../contracts/app-data.ts'
import { milliseconds } from '../../contracts/duration.ts'
import type { Static } from '../../contracts/schema.ts'
import type { BusinessApp, PastMessage } from '../world/business-app.ts'

type Given = Static<{ readonly type: 'object'; readonly properties: typeof appData }>

/**
 * What an app has as somebody says it, for a number that comes to the Cloud API at a moment.
 * @param refuse called with the index of a message of `history` and what is wrong with it
 */
export function businessAppOf(
  given: Given,
  onboardedAt: number,
  refuse: (at: number, reason: string) => never,
): BusinessApp {
  const { sharesHistory = true, contacts = [], history = [] } = given
  const past = history.map((message, at) => pastMessageOf(message, onboardedAt, (why) => refuse(at, why)))
  return { onboardedAt, sharesHistory, contacts, history: past, synced: [] }
}

function pastMessageOf(
  given: Static<typeof pastMessage>,
  onboardedAt: number,
  refuse: (reason: string) => never,
): PastMessage {
  const { with: customer, by, ago, status = 'READ', ...rest } = given
  const age = milliseconds(ago) ?? refuse(`'${ago}' is no duration like 3d or 12h`)
  const types = Object.keys(rest).filter(isType)
  const [type] = types
  if (!type || types.length > 1)
    return refuse(`it has ${types.length} contents; one of ${appMessageTypes.join(', ')} is needed`)
  const content = (rest as Partial<Record<AppMessageType, object>>)[type] ?? {}
  return { with: customer, byBusiness: by === 'business', at: onboardedAt - age, status, type, content: { ...content } }
}

const isType = (name: string): name is AppMessageType => appMessageTypes.some((type) => type === name)
