import { templateLimits } from '../../contracts/template-rules.ts'
import type { TemplateComponent } from '../world/template.ts'
import { type ContentFail, misbuilt, type Place } from './template-draft.ts'

type Card = readonly TemplateComponent[]

/**
 * Holds the cards of a carousel to their rules: two to ten, of one shape.
 * @throws Failure template_structure_invalid, and what `check` throws for a component of a card
 * @see sources carousel-templates
 */
export function checkCarousel(
  { component, where, draft }: Place,
  check: (place: Place, fail: ContentFail) => void,
  fail: ContentFail,
): void {
  if (draft.category !== 'MARKETING') misbuilt('A carousel is for the category MARKETING.', fail)
  const extra = draft.components.find(({ type }) => !['BODY', 'CAROUSEL'].includes(type))
  if (extra) misbuilt(`A template with a carousel has no ${extra.type} beside its BODY.`, fail)
  const cards = (component.cards ?? []).map((card) => card.components)
  const { cards: most, cardsAtLeast: least } = templateLimits
  if (cards.length < least || cards.length > most) {
    misbuilt(`A carousel has ${least} to ${most} cards; this one has ${cards.length}.`, fail)
  }
  cards.forEach((card, at) => {
    checkCard(card, at, fail)
    card.forEach((part, n) => {
      const place = `${where}['cards'][${at}]['components'][${n}]`
      check({ component: part, where: place, draft, longestBody: templateLimits.cardText }, fail)
    })
  })
  const [first = []] = cards
  const other = cards.findIndex((card) => shapeOf(card) !== shapeOf(first))
  if (other > 0) misbuilt(`All cards have the same components; card ${other} differs from card 0.`, fail)
}

function checkCard(card: Card, at: number, fail: ContentFail): void {
  const types = card.map(({ type }) => type)
  const wrong = types.find((type, n) => !['HEADER', 'BODY', 'BUTTONS'].includes(type) || types.indexOf(type) !== n)
  if (wrong) misbuilt(`Card ${at} has a ${wrong} too many; it has a HEADER, and may have a BODY and BUTTONS.`, fail)
  const header = card.find(({ type }) => type === 'HEADER')
  if (!['IMAGE', 'VIDEO', 'PRODUCT'].includes(header?.format ?? '')) {
    misbuilt(`Card ${at} needs a HEADER of the format IMAGE, VIDEO or PRODUCT.`, fail)
  }
  const buttons = card.find(({ type }) => type === 'BUTTONS')?.buttons ?? []
  if (buttons.length > templateLimits.cardButtons) {
    misbuilt(`Card ${at} has ${buttons.length} buttons; ${templateLimits.cardButtons} are allowed.`, fail)
  }
}

/** What two cards of one carousel have in common. */
function shapeOf(card: Card): string {
  return card
    .map(({ type, format = '', buttons = [] }) => [type, format, ...buttons.map((button) => button.type)].join('/'))
    .sort()
    .join(' ')
}
