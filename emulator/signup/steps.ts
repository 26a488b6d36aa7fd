import type { SignupStep } from '../../contracts/signup/steps.ts'
import { sentCode } from '../model/signup-code.ts'
import { digitsWanted } from '../model/signup-number.ts'
import { type Answers, accountsFor, bringsNumber, businessesFor, numbersFor } from './answers.ts'
import type { Asked } from './asked.ts'
import { checkbox, facts, field, radios } from './fields.ts'
import { type Html, html } from './html.ts'

interface Step {
  readonly title: string
  /** The answers that it asks for itself. */
  readonly asks: readonly (keyof Answers)[]
  readonly show: (asked: Asked, answers: Answers) => Html
}

const business: Step = {
  title: 'Choose a business',
  asks: ['business', 'business_name', 'business_country'],
  show: (asked, answers) => {
    const all = businessesFor(asked)
    const chosen = answers.business ?? all[0]?.id ?? 'new'
    const choices = [
      ...all.map(({ id, name, country }) => ({ value: id, label: name, more: `${country} · ${id}` })),
      { value: 'new', label: 'A new business' },
    ]
    return html`<p>${asked.app.name} asks to work with your WhatsApp accounts.</p>
${radios('business', 'Business', chosen, choices)}
<div class="indent">
${field({ name: 'business_name', label: 'Name of the new business', value: answers.business_name })}
${field({ name: 'business_country', label: 'Its country', value: answers.business_country ?? 'US', hint: 'Two letters, like CA' })}
</div>`
  },
}

const picker: Step = {
  title: 'Choose a WhatsApp account and a phone number',
  asks: ['account', 'phone'],
  show: (asked, answers) => {
    const accounts = accountsFor(asked, answers.business)
    const numbers = numbersFor(asked, answers.business)
    const account = answers.account ?? accounts[0]?.id ?? 'new'
    const phone = answers.phone ?? numbers.find(({ accountId }) => accountId === account)?.id ?? 'new'
    const { coexistence, numberOptional, accountOnly } = asked.plan
    const known = [
      ...accounts.map(({ id, name, onBehalfOfId }) => ({
        value: id,
        label: name,
        more: onBehalfOfId ? 'The partner holds it on your behalf; it becomes yours' : id,
      })),
      { value: 'new', label: 'A new account' },
    ]
    const nameOf = (id: string) => accounts.find((one) => one.id === id)?.name
    const listed = [
      ...numbers.map(({ id, display_phone_number: label, accountId }) => ({
        value: id,
        label,
        more: nameOf(accountId),
      })),
      { value: 'new', label: 'A new number' },
      ...(coexistence
        ? [{ value: 'app', label: 'The number of my WhatsApp Business app', more: 'You keep the app' }]
        : []),
      ...(numberOptional ? [{ value: 'none', label: 'No number for now' }] : []),
    ]
    return html`${radios('account', 'WhatsApp account', account, known)}
${!accountOnly && radios('phone', 'Phone number', phone, listed)}`
  },
}

const profile: Step = {
  title: 'Name what is new',
  asks: ['account_name', 'display_name'],
  show: ({ place: { world } }, answers) => {
    const { name = answers.business_name } = world.get('Business', answers.business) ?? {}
    const isNew = answers.account === 'new'
    const hint = 'People see it in WhatsApp'
    return html`${isNew && field({ name: 'account_name', label: 'WhatsApp account', value: answers.account_name ?? name })}
${bringsNumber(answers) && field({ name: 'display_name', label: 'Display name', value: answers.display_name ?? name, hint })}`
  },
}

const number: Step = {
  title: 'Add the phone number',
  asks: ['number', 'by', 'later'],
  show: ({ plan }, answers) => {
    const ways = [
      { value: 'sms', label: 'Text message' },
      { value: 'call', label: 'Phone call' },
    ]
    const hint = 'With the country code, like +1 416-555-0123'
    const isNew = answers.phone === 'new'
    return html`${field({ name: 'number', label: 'Phone number', value: answers.number, hint, type: 'tel' })}
${isNew && radios('by', 'How the code comes', answers.by ?? 'sms', ways)}
${isNew && plan.numberOptional && checkbox('later', 'Verify it another time', answers.later === 'yes')}`
  },
}

const verification: Step = {
  title: 'Enter the code',
  asks: ['code'],
  show: ({ place: { world } }, { number: wanted = '', by, code }) => {
    const sent = sentCode(world, digitsWanted(wanted) ?? '')
    const way = by === 'call' ? 'A call told' : 'A text message brought'
    return html`<p>${way} a code to <span class="number">${wanted}</span>.</p>
<p class="note">Nobody has this phone: what came to it is in the mailbox of the world. The code is <code>${sent ?? 'older than ten minutes: go back'}</code></p>
${field({ name: 'code', label: 'Code', value: code, hint: 'Six digits', inputmode: 'numeric', autocomplete: 'one-time-code' })}`
  },
}

const permissions: Step = {
  title: 'Review and finish',
  asks: ['mm_terms'],
  show: (asked, answers) => {
    const { place, app, config, plan } = asked
    const { world } = place
    const owner = world.get('Business', answers.business)
    const partner = world.need('Business', app.businessId)
    const phone = world.get('WhatsAppBusinessAccountToNumberCurrentStatus', answers.phone)
    const account = world.get('WhatsAppBusinessAccount', answers.account)
    const none = plan.accountOnly || answers.phone === 'none' ? 'none' : answers.number
    const rows = facts([
      ['Business', owner?.name ?? answers.business_name],
      ['WhatsApp account', account?.name ?? answers.account_name],
      ['Phone number', phone?.display_phone_number ?? none],
      ['Display name', bringsNumber(answers) ? answers.display_name : phone?.verified_name],
      ['App', `${app.name}, of ${partner.name}`],
      ['Permissions', config.permissions.join(', ')],
      ['Its access ends', config.tokenExpires === 'never' ? 'when you remove the app' : 'after 60 days'],
    ])
    const terms = 'I accept the terms of the Marketing Messages API for WhatsApp'
    const scope = 'They hold for all WhatsApp accounts of the business.'
    const isSigned = owner?.termsSignedAt !== undefined
    return html`${rows}
${plan.marketingMessages && isSigned && html`<input type="hidden" name="mm_terms" value="yes"><p>Your business has accepted the terms of the Marketing Messages API already.</p>`}
${plan.marketingMessages && !isSigned && checkbox('mm_terms', terms, answers.mm_terms === 'yes', scope)}`
  },
}

/** What a client sees of each step. */
export const steps: Readonly<Record<SignupStep, Step>> = {
  BUSINESS_ACCOUNT_SELECTION: business,
  WABA_PHONE_PROFILE_PICKER: picker,
  WHATSAPP_BUSINESS_PROFILE_SETUP: profile,
  PHONE_NUMBER_SETUP: number,
  PHONE_NUMBER_VERIFICATION: verification,
  PERMISSIONS: permissions,
}
