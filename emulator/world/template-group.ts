/** Templates of an account whose metrics are told together; each of them knows its group. */
export interface TemplateGroup {
  readonly nodeType: 'BusinessMessagingTemplateGroup'
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly description?: string
  /** As Graph writes a moment. */
  readonly creation_time: string
  readonly update_time: string
}
