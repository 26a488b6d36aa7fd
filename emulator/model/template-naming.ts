import { templateLanguages } from '../../contracts/template-languages.ts'
import { type namingErrors, sampleNames, templateLimits } from '../../contracts/template-rules.ts'
import type { Fail } from '../failure.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { MessageTemplate, TemplateCategory } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { everyTemplateOf, templateLimitOf, templatesOf } from './template.ts'
import { days, hours, minutes } from './time.ts'

type NamingFail = Fail<(typeof namingErrors)[number]>

/** What a new template is called, and where. */
export interface Naming {
  readonly account: WhatsAppBusinessAccount
  readonly name: string
  readonly language: string
  readonly category: TemplateCategory
}

/**
 * Whether an account may have one more template of this name and language.
 * @throws Failure any of namingErrors
 * @see sources template-management, template-overview; rulings template-limit, template-name-lock
 */
export function checkNaming(world: World, naming: Naming, fail: NamingFail): void {
  const { name, language } = naming
  checkName(name, fail)
  checkLanguage(language, fail)
  checkLock(world, naming, fail)
  checkCategory(world, naming, fail)
  checkLimits(world, naming.account, fail)
}

/** @throws Failure template_language_unsupported */
export function checkLanguage(language: string, fail: Fail<'template_language_unsupported'>): void {
  if (Object.hasOwn(templateLanguages, language)) return
  fail('template_language_unsupported', `'${language}' is none of the codes of templates, which are like en_US`, {
    language,
  })
}

export const languageName = (code: string): string => templateLanguages[code] ?? code

function checkName(name: string, fail: NamingFail): void {
  if (!/^[a-z0-9_]+$/.test(name) || name.length > templateLimits.name) {
    fail(
      'template_name_invalid',
      `the name is '${name.slice(0, 80)}'; it has lowercase letters, digits and underscores`,
    )
  }
  if (sampleNames.includes(name)) fail('template_name_of_sample', `${name} is the name of a sample template`)
}

/** How long the name of a deleted template is blocked: an approved one for long, any other for a moment. */
const LOCKED = { approved: days(30), other: minutes(1) } as const

function checkLock(world: World, { account, name, language }: Naming, fail: NamingFail): void {
  const isNamed = (template: MessageTemplate): boolean =>
    template.name === name && (world.rulings['template-name-lock'] === 'name' || template.language === language)
  for (const template of everyTemplateOf(world, account.id).filter(isNamed)) {
    if (template.deletedAt === undefined) continue
    const until = template.deletedAt + (template.wasApproved ? LOCKED.approved : LOCKED.other)
    if (until <= world.now) continue
    fail('template_language_being_deleted', `${name} in ${template.language} was deleted and is blocked until then`, {
      language: languageName(template.language),
      wait: waitText(until - world.now),
    })
  }
}

/** `4 weeks`, as Graph says of 30 days; `less than 1 minute`. */
function waitText(left: number): string {
  const units = [
    ['week', days(7)],
    ['day', days(1)],
    ['hour', hours(1)],
    ['minute', minutes(1)],
  ] as const
  for (const [unit, length] of units) {
    const count = Math.floor(left / length)
    if (count > 0) return `${count} ${unit}${count === 1 ? '' : 's'}`
  }
  return 'less than 1 minute'
}

function checkCategory(world: World, { account, name, category }: Naming, fail: NamingFail): void {
  const other = templatesOf(world, account.id).find((template) => template.name === name)
  if (!other || other.category === category) return
  fail('template_category_mismatch', `${name} exists in ${other.language} as ${other.category}`, {
    category,
    existing: other.category,
  })
}

function checkLimits(world: World, account: WhatsAppBusinessAccount, fail: NamingFail): void {
  const most = templateLimitOf(world, account)
  const count = templatesOf(world, account.id).length
  if (count >= most) fail('template_limit_exceeded', `the account has ${count} templates; it may have ${most}`)
  const perHour = world.limits?.templateCreations
  const fresh = everyTemplateOf(world, account.id).filter(({ createdAt }) => world.now - createdAt < hours(1)).length
  if (perHour !== undefined && fresh >= perHour) {
    fail(
      'waba_limit_reached',
      `${fresh} templates were created in this hour of the world's time; ${perHour} are allowed`,
    )
  }
}
