import { type SignupStep, signupSteps } from '../../contracts/signup/steps.ts'
import { Refused } from '../happening.ts'
import { enterHappening } from '../inputs.ts'
import { type Answers, choicesOf, firstAnswers, readAnswers, stepsOf } from './answers.ts'
import type { Asked } from './asked.ts'
import { problemAt } from './check-step.ts'
import { type End, endPage } from './end-page.ts'
import { stepPage } from './step-page.ts'

/** The first page. */
export function beginDialog(asked: Asked): string {
  return stepPage(asked, 'BUSINESS_ACCOUNT_SELECTION', firstAnswers(asked))
}

/** A step was submitted: the next page. All that changes the world is a happening, as a tester could ask for. */
export function goOn(asked: Asked, form: URLSearchParams): string {
  const step = signupSteps.find((one) => one === form.get('step')) ?? 'BUSINESS_ACCOUNT_SELECTION'
  const answers = readAnswers(form)
  const go = form.get('go')
  if (go === 'cancel') return endPage(asked, ended(asked, 'client_cancels_embedded_signup', { step }))
  if (go === 'report') {
    const error_message = form.get('error_message') ?? ''
    return endPage(asked, ended(asked, 'client_reports_signup_error', { error_message }))
  }
  if (go === 'back') return stepPage(asked, neighbour(asked, step, answers, -1), answers)
  const problem = firstProblem(asked, step, answers)
  return problem ? stepPage(asked, problem.step, answers, problem.says) : further(asked, step, answers)
}

/** What is wrong with the answers up to a step, as they travel through the browser. A code is looked at once. */
function firstProblem(
  asked: Asked,
  step: SignupStep,
  answers: Answers,
): { step: SignupStep; says: string } | undefined {
  const all = stepsOf(asked, answers)
  for (const one of all.slice(0, all.indexOf(step) + 1)) {
    const says = problemAt(one, asked, answers)
    if (says !== undefined) return { step: one, says }
  }
  return undefined
}

function neighbour(asked: Asked, step: SignupStep, answers: Answers, by: 1 | -1): SignupStep {
  const all = stepsOf(asked, answers)
  return all[all.indexOf(step) + by] ?? step
}

function further(asked: Asked, step: SignupStep, answers: Answers): string {
  try {
    if (step === 'PERMISSIONS') return endPage(asked, finished(asked, answers))
    const next = neighbour(asked, step, answers, 1)
    if (next === 'PHONE_NUMBER_VERIFICATION') askForCode(asked, answers)
    return stepPage(asked, next, answers)
  } catch (error) {
    if (error instanceof Refused) return stepPage(asked, step, answers, error.message)
    throw error
  }
}

function askForCode({ place, config }: Asked, { number, by = 'sms' }: Answers): void {
  enterHappening(place.world, 'client_asks_for_signup_code', { config: config.id, number, by })
}

function finished(asked: Asked, answers: Answers): End {
  const { redirectUri } = asked
  return ended(asked, 'client_finishes_embedded_signup', {
    ...plain(choicesOf(asked, answers)),
    ...(redirectUri !== undefined && { redirect_uri: redirectUri }),
  })
}

function ended({ place, config, extras }: Asked, name: string, given: object): End {
  return enterHappening(place.world, name, { config: config.id, extras, ...given }) as End
}

/** Without what is undefined: it goes through a journal. */
function plain(value: object): object {
  return JSON.parse(JSON.stringify(value))
}
