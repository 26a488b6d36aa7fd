import type { interactiveObjects } from '../../contracts/message-types/interactive.ts'
import { checkTitles, repeats, type Titled } from './button-titles.ts'
import { checkCarousel } from './carousel.ts'
import type { FailFreeForm, FreeFormSetting } from './free-form-setting.ts'
import { checkLink, checkMedia } from './media-reference.ts'

type Params = Readonly<Record<string, unknown>>
export type InteractiveType = keyof typeof interactiveObjects

/** Types whose header can only be text. @see sources messages-list, capture-header-text */
const TEXT_HEADER: readonly InteractiveType[] = ['list', 'product_list']
const MOST_ROWS = 10
const MOST_PRODUCTS = 30

/** What a schema cannot say of an interactive message: what must be unique, what is counted over all sections. */
export function checkInteractive(
  type: InteractiveType,
  content: Params,
  fail: FailFreeForm,
  setting: FreeFormSetting,
): void {
  checkHeader(type, content.header as Params | undefined, fail, setting)
  rules[type]?.(content as never, fail, setting)
}

type Rule = (content: never, fail: FailFreeForm, setting: FreeFormSetting) => void

const rules: { readonly [T in InteractiveType]?: Rule } = {
  button: checkButtons as Rule,
  list: checkList as Rule,
  product_list: checkProducts as Rule,
  cta_url: (({ action }: { action: { parameters: { url: string } } }, fail: FailFreeForm) =>
    checkLink("interactive['action']['parameters']['url']", action.parameters.url, fail)) as Rule,
  flow: checkFlow as Rule,
  carousel: checkCarousel as Rule,
}

const wrong = (fail: FailFreeForm, details: string, why = details): never =>
  fail('message_parameter_wrong', why, { details })

function checkHeader(
  type: InteractiveType,
  header: Params | undefined,
  fail: FailFreeForm,
  setting: FreeFormSetting,
): void {
  if (!header) return
  const kind = TEXT_HEADER.includes(type) ? 'text' : String(header.type)
  const value = header.type === kind ? header[kind] : undefined
  if (value === undefined || value === '') {
    wrong(fail, `${kind === 'text' ? 'Text' : 'Media'} cannot be null for header type ${kind}`)
  }
  if (kind !== 'text') checkMedia(`interactive['header']['${kind}']`, value as Params, fail, setting)
}

function checkButtons(content: { action: { buttons: { reply: Titled }[] } }, fail: FailFreeForm): void {
  checkTitles(
    content.action.buttons.map(({ reply }) => reply),
    fail,
  )
}

function checkList(
  { action: { sections } }: { action: { sections: { title?: string; rows: Titled[] }[] } },
  fail: FailFreeForm,
): void {
  const rows = sections.flatMap((section) => section.rows)
  if (rows.length > MOST_ROWS) wrong(fail, `Total row count exceed max allowed count: ${MOST_ROWS}`)
  if (repeats(rows.map(({ id }) => id))) wrong(fail, 'Duplicated row id')
  checkSectionTitles(sections, fail)
}

function checkProducts(
  { action: { sections } }: { action: { sections: { title?: string; product_items: unknown[] }[] } },
  fail: FailFreeForm,
): void {
  const count = sections.flatMap((section) => section.product_items).length
  if (count > MOST_PRODUCTS) wrong(fail, `Total product count exceed max allowed count: ${MOST_PRODUCTS}`)
  checkSectionTitles(sections, fail)
}

function checkSectionTitles(sections: readonly { title?: string }[], fail: FailFreeForm): void {
  if (sections.length > 1 && sections.some(({ title }) => !title)) {
    const details = 'Section title is required when there is more than one section'
    fail('message_parameter_missing', details, { details })
  }
}

function checkFlow(
  { action: { parameters } }: { action: { parameters: Params & { flow_action_payload?: Params } } },
  fail: FailFreeForm,
): void {
  const { flow_id, flow_name, flow_action_payload: payload } = parameters
  if (flow_id === undefined && flow_name === undefined) {
    const details = 'Either flow_id or flow_name is required'
    fail('message_parameter_missing', details, { details })
  }
  if (flow_id !== undefined && flow_name !== undefined) wrong(fail, 'flow_id and flow_name cannot both be set')
  if (payload && 'data' in payload && !isFilledObject(payload.data)) {
    wrong(fail, 'flow_action_payload data must be dynamic_object')
  }
}

function isFilledObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
}
