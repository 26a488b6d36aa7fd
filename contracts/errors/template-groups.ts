import type { ErrorDefinition } from './definition.ts'

const ours = { status: 400, type: 'OAuthException', code: 100, basis: 'assumed' } as const

/** What changes of template groups are refused with. */
export const templateGroupErrors = {
  template_group_name_taken: {
    ...ours,
    message: '(#100) Template group names must be unique.',
    sources: ['template-groups: Limitations'],
    assumes: 'Code and sentence: the page gives the rule and no error. That a name is unique within its account.',
  },
  template_in_another_group: {
    ...ours,
    message: '(#100) A template can only be a part of a single template group at a time.',
    sources: ['template-groups: Limitations'],
    assumes: 'Code, and that it is refused and not moved: the page gives the rule and no error.',
  },
} as const satisfies Record<string, ErrorDefinition>
