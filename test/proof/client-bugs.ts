import type { ClientBug } from './bug.ts'
import { callBugs } from './client-bugs/calls.ts'
import { readBugs } from './client-bugs/reads.ts'
import { sendBugs } from './client-bugs/sends.ts'
import { webhookBugs } from './client-bugs/webhooks.ts'

/** Clients of which each does one thing wrong. */
export const clientBugs: readonly ClientBug[] = [...callBugs, ...sendBugs, ...readBugs, ...webhookBugs]
