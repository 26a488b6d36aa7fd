import type { Parameter } from './match-template.ts'
import type { RefuseSend } from './refusals.ts'

/** What a parameter of each type must carry, beside its type. */
const CARRIES: Readonly<Record<string, keyof Parameter>> = {
  text: 'text',
  currency: 'currency',
  date_time: 'date_time',
  image: 'image',
  video: 'video',
  gif: 'gif',
  document: 'document',
  location: 'location',
  coupon_code: 'coupon_code',
  payload: 'payload',
  action: 'action',
  limited_time_offer: 'limited_time_offer',
  product: 'product',
}

const MEDIA = ['image', 'video', 'gif', 'document'] as const

/**
 * One parameter by itself (`where` it stands, for the caller who looks for it): it carries what its type says, its text is one line, a medium is one of id and link.
 * @throws Failure message_parameter_invalid, template_parameters_invalid, message_parameter_wrong
 * @see sources capture-empty-text, capture-parameter-text
 */
export function checkParameter(given: Parameter, where: () => string, fail: RefuseSend): void {
  const carries = CARRIES[given.type]
  if (carries && !given[carries]) {
    const details = `Parameter '${carries}' is mandatory for component parameter type '${given.type}'`
    fail('message_parameter_invalid', `${where()} is of type ${given.type} and has no ${carries}, or an empty one`, {
      details,
    })
  }
  if (given.text !== undefined && /[\n\r\t]| {5}/.test(given.text)) {
    const details = 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces'
    fail('template_parameters_invalid', `${where()}: ${details}`, { details })
  }
  for (const kind of MEDIA) checkMedium(kind, given, fail)
}

function checkMedium(kind: (typeof MEDIA)[number], given: Parameter, fail: RefuseSend): void {
  const medium = given[kind]
  if (!medium || (medium.id === undefined) !== (medium.link === undefined)) return
  const found = medium.id === undefined ? 'neither' : 'both'
  const details = `${kind}: exactly one of id and link is needed, and ${found} was sent`
  fail('message_parameter_wrong', details, { details })
}
