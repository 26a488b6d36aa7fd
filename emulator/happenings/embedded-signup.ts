import { text } from '../../contracts/shapes.ts'
import { signupChoices } from '../../contracts/signup/choices.ts'
import { signupExtras } from '../../contracts/signup/extras.ts'
import { happening } from '../happening.ts'
import { finishSignup } from '../model/signup.ts'
import { configurationOf, planOf } from '../model/signup-plan.ts'

// What it answers as `message` is what the page was told: null where it is told nothing.
export const clientFinishesEmbeddedSignup = happening(
  {
    name: 'client_finishes_embedded_signup',
    says: 'A client goes through Embedded Signup to its end; answers the code that the page gets, and what it is told',
    nodes: {},
    params: {
      type: 'object',
      properties: {
        config: { ...text, description: 'a login configuration by id or name' },
        extras: signupExtras,
        ...signupChoices,
        hosted: { type: 'boolean' },
        redirect_uri: text,
      },
      required: ['config'],
    },
    sources: ['embedded-signup', 'hosted-embedded-signup', 'account-update: PARTNER_ADDED', 'app-only-install'],
  },
  ({ params, world, notify, now, refuse }) => {
    const { config: wanted, extras = {}, hosted, redirect_uri, ...choices } = params
    const config = configurationOf(world, wanted, refuse)
    if (hosted && Object.keys(extras).length > 0) refuse('extras: the hosted flow cannot be customised')
    const plan = planOf(world, config, extras, refuse)
    const { message, ...made } = finishSignup({ world, notify, refuse }, config, plan, choices)
    if (hosted) return made
    const { appId } = config
    const redirectUri = redirect_uri && { redirectUri: redirect_uri }
    const code = world.keepCode({
      value: world.ids.code(),
      appId,
      clientId: made.business,
      issuedAt: now,
      ...redirectUri,
    })
    return { code: code.value, message: plan.tells ? message : null, ...made }
  },
)
