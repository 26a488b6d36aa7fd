import type { SentComponent } from './match-template.ts'

/** The links of media that a send brings, in its header and its cards. */
export function linksOf(components: readonly SentComponent[]): string[] {
  return components.flatMap(({ parameters = [], cards = [] }) => [
    ...parameters.flatMap(({ image, video, gif, document }) => (image ?? video ?? gif ?? document)?.link ?? []),
    ...cards.flatMap((card) => linksOf(card.components as readonly SentComponent[])),
  ])
}
