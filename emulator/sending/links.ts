import { mediaOf } from '../model/media.ts'
import type { World } from '../world/world.ts'
import type { Parameter, SentComponent } from './match-template.ts'
import type { RefuseSend } from './refusals.ts'

type Medium = NonNullable<Parameter['image']>

/** The media that a send brings, in its header and its cards. */
export function mediaIn(components: readonly SentComponent[]): Medium[] {
  return components.flatMap(({ parameters = [], cards = [] }) => [
    ...parameters.flatMap(({ image, video, gif, document }) => image ?? video ?? gif ?? document ?? []),
    ...cards.flatMap((card) => mediaIn(card.components as readonly SentComponent[])),
  ])
}

/**
 * Whether media that a send names by id are there, and of the number that sends.
 * @throws Failure message_parameter_wrong
 */
export function checkMediaIds(media: readonly Medium[], phoneId: string, world: World, fail: RefuseSend): void {
  for (const { id } of media) {
    if (id === undefined || mediaOf(world, id)?.phoneId === phoneId) continue
    const details = `Media ID ${id} does not exist`
    fail('message_parameter_wrong', `${details}: POST /${phoneId}/media gives one, good for 30 days`, { details })
  }
}

/**
 * Whether Meta cannot fetch a link. Nothing is fetched here, so the name must tell: names that nobody has (RFC 2606), and
 * the host of template samples, which refuses Meta's own fetcher.
 * @see sources capture-sample-media
 */
export function isUnreachable({ link = '' }: Medium): boolean {
  return /^https?:\/\/([^/]*\.invalid|scontent\.whatsapp\.net)(?:[:/]|$)/i.test(link)
}
