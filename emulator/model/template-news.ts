import type { Notice } from '../effects.ts'
import type { MessageTemplate, QualityScore, TemplateButton, TemplateCategory } from '../world/template.ts'
import { componentOf, type TemplateWork } from './template.ts'

/** What every webhook about a template says of it: its id as a number. @see ruling template-webhook-language */
function named({ world }: TemplateWork, { id, name, language }: MessageTemplate): object {
  const written = world.rulings['template-webhook-language'] === 'hyphen' ? language.replaceAll('_', '-') : language
  return { message_template_id: Number(id), message_template_name: name, message_template_language: written }
}

function tell(work: TemplateWork, template: MessageTemplate, field: Notice['field'], value: object): void {
  work.notify({ waba: template.accountId, field, value })
}

/** @see sources template-status-webhook */
export function tellStatus(
  work: TemplateWork,
  template: MessageTemplate,
  event: string,
  { reason = 'NONE', ...extra }: { readonly reason?: string | null } & Readonly<Record<string, unknown>> = {},
): void {
  tell(work, template, 'message_template_status_update', {
    event,
    ...named(work, template),
    reason,
    message_template_category: template.category,
    ...extra,
  })
}

/** @see sources template-quality-webhook; ruling template-quality-field */
export function tellQuality(work: TemplateWork, template: MessageTemplate, before: QualityScore): void {
  const isSample = work.world.rulings['template-quality-field'] === 'sample'
  tell(work, template, isSample ? 'message_template_status_update' : 'message_template_quality_update', {
    previous_quality_score: before,
    new_quality_score: template.quality_score.score,
    ...named(work, template),
  })
}

/** @see sources template-components-webhook */
export function tellComponents(work: TemplateWork, template: MessageTemplate): void {
  const header = componentOf(template, 'HEADER')?.text
  const footer = componentOf(template, 'FOOTER')?.text
  const buttons = componentOf(template, 'BUTTONS')?.buttons
  tell(work, template, 'message_template_components_update', {
    ...named(work, template),
    message_template_element: componentOf(template, 'BODY')?.text ?? '',
    ...(header !== undefined && { message_template_title: header }),
    ...(footer !== undefined && { message_template_footer: footer }),
    ...(buttons && { message_template_buttons: buttons.map(button) }),
  })
}

function button({ type, text, url, phone_number }: TemplateButton): object {
  return {
    message_template_button_type: type,
    ...(text !== undefined && { message_template_button_text: text }),
    ...(url !== undefined && { message_template_button_url: url }),
    ...(phone_number !== undefined && { message_template_button_phone_number: phone_number }),
  }
}

/** The category will change: `new_category` is the one that it still has. @see sources template-category-webhook */
export function tellImpending(work: TemplateWork, template: MessageTemplate, to: TemplateCategory, at: number): void {
  tell(work, template, 'template_category_update', {
    ...named(work, template),
    new_category: template.category,
    correct_category: to,
    category_update_timestamp: Math.floor(at / 1000),
  })
}

/** The category has changed. */
export function tellCategory(work: TemplateWork, template: MessageTemplate, from: TemplateCategory): void {
  tell(work, template, 'template_category_update', {
    ...named(work, template),
    previous_category: from,
    new_category: template.category,
  })
}

/** @see sources meta-whatsapp-rs */
export function tellCorrectCategory(work: TemplateWork, template: MessageTemplate, correct: TemplateCategory): void {
  tell(work, template, 'template_correct_category_detection', {
    ...named(work, template),
    category: template.category,
    correct_category: correct,
  })
}
