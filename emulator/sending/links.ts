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

/** The media that a send brings, in its header and its cards. */
export function mediaIn(components: readonly SentComponent[], at = "template['components']"): SentMedium[] {
  return components.flatMap(({ parameters = [], cards = [] }, index) => [
    ...parameters.flatMap((parameter, place) => mediumOf(parameter, `${at}[${index}]['parameters'][${place}]`)),
    ...cards.flatMap((card, place) =>
      mediaIn(card.components as readonly SentComponent[], `${at}[${index}]['cards'][${place}]['components']`),
    ),
  ])
}

function mediumOf(parameter: Parameter, at: string): SentMedium[] {
  return KINDS.flatMap((kind) => {
    const medium = parameter[kind]
    return medium ? [{ medium, param: `${at}['${kind}']` }] : []
  })
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
