import { appData } from '../../contracts/app-data.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { businessAppOf } from '../model/business-app.ts'
import { appNumberProblem, bringAppNumber } from '../model/coexistence.ts'
import { digitsOf } from '../model/digits.ts'
import { internationalDigits } from '../model/new-number.ts'
import { tellOfSharing } from '../model/partner-news.ts'
import { numbersOf } from '../model/phone-number.ts'

// Embedded Signup without its dialog. Webhooks of the account still have to be subscribed, as after any signup.
export const clientOnboardsWithBusinessApp = happening(
  {
    name: 'client_onboards_with_business_app',
    says: 'A client brings the number of its WhatsApp Business app to the Cloud API with a partner, and keeps it in the app',
    nodes: { account: 'WhatsAppBusinessAccount', partner: 'Business' },
    params: {
      type: 'object',
      properties: { phone_number: { ...text, description: 'With its country code' }, name: text, ...appData },
      required: ['phone_number'],
    },
    sources: ['coexistence', 'guide: Onboard Whatsapp Business app users', 'account-update: PARTNER_ADDED'],
  },
  ({ nodes: { account, partner }, params, world, now, notify, refuse }) => {
    const { phone_number: given, name = account.name, ...rest } = params
    const digits = internationalDigits(undefined, given) ?? refuse(`with.phone_number: '${given}' is no number`)
    const problem = appNumberProblem(digits)
    if (problem) return refuse(problem)
    if (!partner.partner) return refuse(`${partner.name} is no partner`)
    const known = numbersOf(world, account.id).find((one) => digitsOf(one.display_phone_number) === digits)
    if (known?.status === 'CONNECTED') return refuse(`${known.display_phone_number} is on the Cloud API already`)
    const app = businessAppOf(rest, now, (at, why) => refuse(`with.history[${at}]: ${why}`))
    const phone = bringAppNumber(world, account.id, { digits, name, app })
    const current = world.need('WhatsAppBusinessAccount', account.id)
    if (!current.sharedWith.includes(partner.id)) {
      const shared = world.put({ ...current, sharedWith: [...current.sharedWith, partner.id] })
      tellOfSharing(world, notify, 'PARTNER_ADDED', shared, [partner.id])
    }
    return { phone: phone.id }
  },
)
