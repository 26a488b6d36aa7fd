import type { Rule } from './rule.ts'
import { invitationRules } from './rules/invitations.ts'
import { limitRules } from './rules/limits.ts'
import { messageRules } from './rules/messages.ts'
import { numberRules } from './rules/numbers.ts'
import { parameterRules } from './rules/parameters.ts'
import { readRules } from './rules/reads.ts'
import { recipientRules } from './rules/recipients.ts'
import { refusedCalls } from './rules/refused-calls.ts'
import { refusedSends } from './rules/refused-sends.ts'
import { retryRules } from './rules/retries.ts'
import { tokenRules } from './rules/tokens.ts'
import { versionRules } from './rules/versions.ts'
import { webhookRules } from './rules/webhooks.ts'

/** Themes, in the order in which their rules are judged and told. */
export const ruleThemes: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Calls that Graph refuses', rules: refusedCalls },
  { title: 'Messages, templates and invitations that Graph refuses', rules: refusedSends },
  { title: 'Parameters', rules: parameterRules },
  { title: 'Versions', rules: versionRules },
  { title: 'Tokens and proofs', rules: tokenRules },
  { title: 'After a refusal', rules: [...retryRules, ...limitRules] },
  { title: 'To whom messages go', rules: [...recipientRules, ...numberRules] },
  { title: 'How messages go', rules: messageRules },
  { title: 'Reads', rules: readRules },
  { title: 'Invitations', rules: invitationRules },
  { title: 'Webhooks', rules: webhookRules },
]

/** All that a client or a receiver can do wrong, as far as what a world saw can tell. */
export const rules: readonly Rule[] = ruleThemes.flatMap((theme) => theme.rules)
