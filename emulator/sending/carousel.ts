import { checkTitles } from './button-titles.ts'
import type { FailFreeForm, FreeFormSetting } from './free-form-setting.ts'
import { checkLink, checkMedia } from './media-reference.ts'

type Params = Readonly<Record<string, unknown>>

interface Card {
  readonly card_index: number
  readonly type: 'cta_url' | 'product'
  readonly header?: Params
  readonly action: {
    readonly parameters?: { readonly url: string }
    readonly buttons?: readonly { readonly quick_reply: { readonly id: string; readonly title: string } }[]
    readonly catalog_id?: string
    readonly product_retailer_id?: string
  }
}

/** Cards are alike: the same kind of file above, the same buttons below. @see sources messages-carousel */
export function checkCarousel(
  { action: { cards } }: { action: { cards: readonly Card[] } },
  fail: FailFreeForm,
  setting: FreeFormSetting,
): void {
  const wrong = (details: string): never => fail('message_parameter_wrong', details, { details })
  if (new Set(cards.map(({ card_index }) => card_index)).size < cards.length) wrong('Duplicated card index')
  for (const kind of [(card: Card) => card.type, headerOf, buttonsOf]) {
    if (new Set(cards.map(kind)).size > 1) wrong('All cards must have the same type, header and buttons')
  }
  cards.forEach((card, at) => {
    const path = `interactive['action']['cards'][${at}]`
    if (card.type === 'product') checkProduct(path, card, fail)
    else checkMediaCard(path, card, fail, setting)
  })
}

const headerOf = ({ header }: Card): string => String(header?.type)

const buttonsOf = ({ action }: Card): string => (action.buttons ? `${action.buttons.length} replies` : 'link')

function checkProduct(path: string, { action }: Card, fail: FailFreeForm): void {
  for (const name of ['catalog_id', 'product_retailer_id'] as const) {
    const details = `The parameter ${path}['action']['${name}'] is required`
    if (!action[name]) fail('message_parameter_wrong', details, { details })
  }
}

function checkMediaCard(path: string, { header, action }: Card, fail: FailFreeForm, setting: FreeFormSetting): void {
  const kind = String(header?.type)
  if (kind !== 'image' && kind !== 'video') {
    const details = 'Card header must be an image or a video'
    fail('message_parameter_wrong', details, { details })
  }
  checkMedia(`${path}['header']['${kind}']`, (header?.[kind] ?? {}) as Params, fail, setting)
  const replies = action.buttons?.map(({ quick_reply }) => quick_reply)
  if (replies) checkTitles(replies, fail)
  else if (action.parameters) checkLink(`${path}['action']['parameters']['url']`, action.parameters.url, fail)
  else {
    const details = `The parameter ${path}['action']['parameters'] is required`
    fail('message_parameter_wrong', details, { details })
  }
}
