import { text } from '../../contracts/shapes.ts'
import { signupExtras } from '../../contracts/signup/extras.ts'
import { signupSteps } from '../../contracts/signup/steps.ts'
import { signupTexts } from '../../contracts/signup/texts.ts'
import { happening } from '../happening.ts'
import { codeLetter } from '../model/signup-code.ts'
import { cancelMessage, errorMessage } from '../model/signup-message.ts'
import { digitsWanted } from '../model/signup-number.ts'
import { configurationOf, planOf } from '../model/signup-plan.ts'

const asked = { config: { ...text, description: 'a login configuration by id or name' }, extras: signupExtras } as const

// What they answer as `message` is what the page was told: null where it is told nothing.

const cancels = happening(
  {
    name: 'client_cancels_embedded_signup',
    says: 'A client leaves Embedded Signup at a step; answers what the page is told',
    nodes: {},
    params: { type: 'object', properties: { ...asked, step: { enum: signupSteps } }, required: ['config', 'step'] },
    sources: ['signup-errors: Abandoned Flow Screens', 'embedded-signup'],
  },
  ({ params: { config, extras = {}, step }, world, refuse }) => {
    const plan = planOf(world, configurationOf(world, config, refuse), extras, refuse)
    return { message: plan.tells ? cancelMessage(world, step) : null }
  },
)

const reports = happening(
  {
    name: 'client_reports_signup_error',
    says: 'A client meets an error in Embedded Signup and reports it there; answers what the page is told',
    nodes: {},
    params: {
      type: 'object',
      properties: { ...asked, error_message: text, error_code: { type: 'string', pattern: '^[0-9]{1,16}$' } },
      required: ['config'],
    },
    sources: ['embedded-signup: User reported errors', 'signup-errors'],
  },
  ({ params: { config, extras = {}, error_message = signupTexts.name, error_code }, world, refuse }) => {
    const plan = planOf(world, configurationOf(world, config, refuse), extras, refuse)
    const number = error_code ?? world.ids.digits()
    return { message: plan.tells ? errorMessage(world, error_message, number) : null }
  },
)

const asks = happening(
  {
    name: 'client_asks_for_signup_code',
    says: 'A client who brings a number to Embedded Signup has a code sent to it: it is in the mailbox of the world',
    nodes: {},
    params: {
      type: 'object',
      properties: { config: asked.config, number: text, by: { enum: ['sms', 'call'] } },
      required: ['config', 'number'],
    },
    sources: ['signup-errors: Phone Verification Errors', 'openapi'],
  },
  ({ params: { config, number, by = 'sms' }, world, mail, refuse }) => {
    const { appId } = configurationOf(world, config, refuse)
    const digits = digitsWanted(number) ?? refuse(`number: ${number}: ${signupTexts.invalid}`)
    const letter = codeLetter(world, digits, by, world.need('Application', appId).businessId)
    if (!letter) return refuse(`number: ${signupTexts.codes}`)
    mail(letter)
    return undefined
  },
)

export const embeddedSignupEnds = [cancels, reports, asks]
