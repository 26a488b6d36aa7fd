import type { MessageTemplate, QualityScore } from '../world/template.ts'
import type { TemplateWork } from './template.ts'
import { tellQuality, tellStatus } from './template-news.ts'
import { hours } from './time.ts'

/** How long a template is paused for the first and the second time; the third time it is disabled. @see sources template-pausing */
const PAUSES = [
  { title: 'FIRST_PAUSE', hours: 3 },
  { title: 'SECOND_PAUSE', hours: 6 },
] as const

/** What people think of a template changed; when it is the worst, the template is paused or disabled. */
export function setQuality(work: TemplateWork, template: MessageTemplate, score: QualityScore): MessageTemplate {
  const date = Math.floor(work.world.now / 1000)
  const rated = work.world.put({ ...template, quality_score: { score, date } })
  tellQuality(work, rated, template.quality_score.score)
  return score === 'RED' && rated.status === 'APPROVED' ? punish(work, rated) : rated
}

function punish(work: TemplateWork, template: MessageTemplate): MessageTemplate {
  const pause = PAUSES[template.pauses]
  if (!pause) return disable(work, template)
  const { world } = work
  const until = world.now + hours(pause.hours)
  const paused = world.put({ ...template, status: 'PAUSED', pauses: template.pauses + 1, pausedUntil: until })
  const description = `Your WhatsApp message template has been paused for ${pause.hours} hours due to low quality.`
  tellStatus(work, paused, 'PAUSED', { other_info: { title: pause.title, description } })
  work.later(hours(pause.hours), 'template_pause_ends', { template: template.id })
  return paused
}

function disable(work: TemplateWork, template: MessageTemplate): MessageTemplate {
  const { world } = work
  const disabled = world.put({ ...template, status: 'DISABLED', pauses: template.pauses + 1 })
  const seconds = Math.floor(world.now / 1000)
  const disable_date = world.rulings['template-disable-date'] === 'text' ? String(seconds) : seconds
  const description = 'Your WhatsApp message template has been disabled due to low quality.'
  tellStatus(work, disabled, 'DISABLED', {
    disable_info: { disable_date },
    other_info: { title: 'DISABLED', description },
  })
  return disabled
}

/** Paused as its pacing ended badly: until somebody ends the pause. @see sources template-pacing */
export function pauseForPacing(work: TemplateWork, template: MessageTemplate): MessageTemplate {
  const { pausedUntil: _, ...rest } = template
  const paused = work.world.put({ ...rest, status: 'PAUSED' } satisfies MessageTemplate)
  const description = 'Your WhatsApp message template has been paused due to feedback from those who received it first.'
  tellStatus(work, paused, 'PAUSED', { other_info: { title: 'RATE_LIMITING_PAUSE', description } })
  return paused
}

/** A pause is over: the template can be sent again, and its quality begins anew. */
export function endPause(work: TemplateWork, template: MessageTemplate): MessageTemplate {
  const { pausedUntil: _, ...rest } = template
  const date = Math.floor(work.world.now / 1000)
  const active = work.world.put({
    ...rest,
    status: 'APPROVED',
    quality_score: { score: 'UNKNOWN', date },
  } satisfies MessageTemplate)
  const description = 'Your WhatsApp message template has been unpaused.'
  tellStatus(work, active, 'APPROVED', { other_info: { title: 'UNPAUSE', description } })
  if (template.quality_score.score !== 'UNKNOWN') tellQuality(work, active, template.quality_score.score)
  return active
}
