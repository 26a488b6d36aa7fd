import type { SignupStep } from '../../contracts/signup/steps.ts'
import { signupTexts } from '../../contracts/signup/texts.ts'
import { cancelMessage } from '../model/signup-message.ts'
import { type Answers, stepsOf } from './answers.ts'
import type { Asked } from './asked.ts'
import { data, type Html, html } from './html.ts'
import { page, script } from './page.ts'
import { STEP_SCRIPT } from './script.ts'
import { steps } from './steps.ts'

/** A step of the flow, with what was answered before it, and what is wrong with what was answered in it. */
export function stepPage(asked: Asked, step: SignupStep, answers: Answers, problem?: string): string {
  const all = stepsOf(asked, answers)
  const at = all.indexOf(step)
  const { title, asks, show } = steps[step]
  const isLast = step === 'PERMISSIONS'
  const body = html`<p class="place">Step ${at + 1} of ${all.length} · <code>${step}</code></p>
<h1>${title}</h1>
<ol class="bar" aria-hidden="true">${all.map((_, n) => html`<li${n <= at && html` class="done"`}></li>`)}</ol>
${problem && html`<p class="problem" role="alert" id="problem">${problem}</p>`}
<form method="post">
${kept(step, answers, asks)}
${show(asked, answers)}
<div class="go">
<button class="first" name="go" value="next">${isLast ? 'Finish' : 'Continue'}</button>
${at > 0 && html`<button name="go" value="back" formnovalidate>Back</button>`}
<button class="quiet" name="go" value="cancel" formnovalidate>Cancel</button>
</div>
</form>
${reporting(step, answers)}
${data('leaving', leaving(asked, step))}
${script(STEP_SCRIPT)}`
  return page(title, body)
}

/** The step, and the answers of all others. */
function kept(step: SignupStep, answers: Answers, but: readonly string[]): Html {
  const others = Object.entries(answers).filter(([key]) => !but.includes(key))
  const hidden = ([name, value]: readonly [string, string]): Html =>
    html`<input type="hidden" name="${name}" value="${value}">`
  return html`${[['step', step] as const, ...others].map(hidden)}`
}

/** Something went wrong, as it can on Meta's pages: the client reports it, and the flow ends. @see sources signup-errors */
function reporting(step: SignupStep, answers: Answers): Html {
  const texts = Object.values(signupTexts).map((text) => html`<option>${text}</option>`)
  return html`<details><summary>Meet an error, and report it</summary>
<form method="post">${kept(step, answers, [])}
<label class="label" for="error_message">What the flow says</label>
<select id="error_message" name="error_message">${texts}</select>
<button name="go" value="report">Report it and leave</button>
</form></details>`
}

/** What the page that opened the dialog is told when its window is closed: the SDK keeps it until then. */
function leaving({ place: { world }, channel, plan, state }: Asked, step: SignupStep): object {
  const cancel = plan.tells ? JSON.stringify(cancelMessage(world, step)) : null
  return { channel, step: JSON.stringify({ mmgraph: 'step', state, cancel }) }
}
