import type { contentErrors } from '../../contracts/template-rules.ts'
import type { Fail } from '../failure.ts'
import type { MessageTemplate, TemplateComponent } from '../world/template.ts'

export type ContentFail = Fail<(typeof contentErrors)[number]>

/** What somebody wants a template to be. */
export type Draft = Pick<MessageTemplate, 'category' | 'parameter_format' | 'components'>

/** One component under examination. */
export interface Place {
  readonly component: TemplateComponent
  /** `components[0]`, as errors name it. */
  readonly where: string
  readonly draft: Draft
  /** Longest body that is allowed there. */
  readonly longestBody: number
}

/** Ends the call, as the parts of a template do not fit together. */
export function misbuilt(problem: string, fail: Fail<'template_structure_invalid'>): never {
  return fail('template_structure_invalid', problem, { problem })
}

/** Ends the call, as a setting has a value that is not allowed. */
export function missetting(problem: string, fail: Fail<'template_setting_invalid'>): never {
  return fail('template_setting_invalid', problem, { problem })
}
