import type { FailFreeForm, FreeFormSetting } from './free-form-setting.ts'

type Params = Readonly<Record<string, unknown>>

/**
 * A file is named by the id of an upload or by a link, never by both. A link that leads nowhere is found out later: the
 * message fails with 131053.
 * @param at the path as Graph writes it: `interactive['header']['image']`
 */
export function checkMedia(at: string, { id, link }: Params, fail: FailFreeForm, { hasMedia }: FreeFormSetting): void {
  if (id === undefined && link === undefined) {
    fail('message_parameter_missing', `${at} has neither id nor link`, {
      details: `${at}: either id or link is required`,
    })
  }
  if (id !== undefined && link !== undefined) {
    fail('message_parameter_wrong', `${at} has both id and link`, { details: `${at}: id and link cannot both be set` })
  }
  if (link !== undefined) checkLink(`${at}['link']`, link, fail)
  if (id !== undefined && hasMedia && !hasMedia(String(id))) {
    fail('message_media_unknown', `${id} is no file of this number`, { param: `${at}['id']` })
  }
}

/** Http and https only. */
export function checkLink(param: string, link: unknown, fail: FailFreeForm): void {
  const url = URL.canParse(String(link)) ? new URL(String(link)) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    fail('message_link_invalid', `${JSON.stringify(link)} is no address that begins with http or https`, { param })
  }
}
