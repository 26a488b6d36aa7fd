import { mediaOf } from '../model/media.ts'
import type { World } from '../world/world.ts'
import type { Parameter, SentComponent } from './match-template.ts'
import type { RefuseSend } from './refusals.ts'

/** A medium of a send, and where it stands, as Graph writes it. */
export interface SentMedium {
  readonly medium: NonNullable<Parameter['image']>
  readonly param: string
}

const KINDS = ['image', 'video', 'gif', 'document'] as const

/** The media that a send brings, in its header and its cards. Most sends bring none. */
export function mediaIn(components: readonly SentComponent[], at = "template['components']"): SentMedium[] {
  const found: SentMedium[] = []
  for (const [index, { parameters = [], cards = [] }] of components.entries()) {
    for (const [place, parameter] of parameters.entries()) {
      const kind = KINDS.find((name) => parameter[name])
      const medium = kind && parameter[kind]
      if (medium) found.push({ medium, param: `${at}[${index}]['parameters'][${place}]['${kind}']` })
    }
    for (const [place, card] of cards.entries()) {
      const inner = card.components as readonly SentComponent[]
      found.push(...mediaIn(inner, `${at}[${index}]['cards'][${place}]['components']`))
    }
  }
  return found
}

/**
 * Whether media that a send names by id are there, and of the number that sends.
 * @throws Failure message_media_unknown
 */
export function checkMediaIds(media: readonly SentMedium[], phoneId: string, world: World, fail: RefuseSend): void {
  for (const { medium, param } of media) {
    if (medium.id === undefined || mediaOf(world, medium.id)?.phoneId === phoneId) continue
    const why = `there is no medium ${medium.id}: POST /${phoneId}/media gives one, good for 30 days`
    fail('message_media_unknown', why, { param: `${param}['id']` })
  }
}

/**
 * Whether Meta cannot fetch a link. Nothing is fetched here, so the name must tell: names that nobody has (RFC 2606), and
 * the host of template samples, which refuses Meta's own fetcher.
 * @see sources capture-sample-media
 */
export function isUnreachable({ link = '' }: { readonly link?: string }): boolean {
  return /^https?:\/\/([^/]*\.invalid|scontent\.whatsapp\.net)(?:[:/]|$)/i.test(link)
}
