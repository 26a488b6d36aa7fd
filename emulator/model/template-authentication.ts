import { otpTypes, templateLimits } from '../../contracts/template-rules.ts'
import { isRecord } from '../body.ts'
import type { TemplateButton, TemplateComponent } from '../world/template.ts'
import { type ComponentFail, readComponents, textAt } from './template-components.ts'
import { misbuilt } from './template-draft.ts'

/** What Meta says in an authentication template. @see sources authentication-previews */
export interface AuthenticationWords {
  readonly code: string
  readonly advice: string
  /** With `<minutes>` in it. */
  readonly expiry: string
  readonly copy: string
  readonly autofill: string
}

const ENGLISH: AuthenticationWords = {
  code: '*{{1}}* is your verification code.',
  advice: 'For your security, do not share this code.',
  expiry: 'This code expires in <minutes> minutes.',
  copy: 'Copy code',
  autofill: 'Autofill',
}

const SPANISH: AuthenticationWords = {
  code: 'Tu código de verificación es *{{1}}*.',
  advice: 'Por tu seguridad, no lo compartas.',
  expiry: 'Este código caduca en <minutes> minutos.',
  copy: 'Copiar código',
  autofill: 'Autocompletar',
}

/** The page shows English and Spanish; every other language has the English words (assumed). */
export function authenticationWords(language: string): AuthenticationWords {
  return language.split('_')[0] === 'es' ? SPANISH : ENGLISH
}

/** An authentication template before its language is known: the choices that its creator made. */
export interface Authentication {
  readonly advice: boolean
  readonly minutes: number | undefined
  readonly button: TemplateButton
}

/**
 * Reads the components of an authentication template: its creator chooses, Meta writes.
 * @throws Failure template_buttons_of_authentication, template_structure_invalid, and what readComponents throws
 * @see sources authentication-bulk, openapi
 */
export function readAuthentication(raw: readonly unknown[], fail: ComponentFail): Authentication {
  const components = readComponents(raw, 'components', true, fail)
  const only = (type: string): TemplateComponent | undefined => components.find((component) => component.type === type)
  const [button, ...more] = only('BUTTONS')?.buttons ?? []
  if (button?.type !== 'OTP' || more.length > 0) {
    return fail('template_buttons_of_authentication', 'an authentication template has one button, of type OTP')
  }
  if (!only('BODY')) {
    fail('template_field_missing', 'there is no component BODY', {
      type: 'BODY',
      fields: 'add_security_recommendation',
    })
  }
  return {
    advice: isTrue(only('BODY')?.add_security_recommendation),
    minutes: minutesOf(only('FOOTER'), fail),
    button: readOtp(button, fail),
  }
}

/** @throws Failure template_structure_invalid */
function minutesOf(footer: TemplateComponent | undefined, fail: ComponentFail): number | undefined {
  const given = footer?.code_expiration_minutes
  if (given === undefined) return undefined
  const minutes = Number(given)
  const most = templateLimits.codeMinutes
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= most) return minutes
  return misbuilt(`code_expiration_minutes is a whole number from 1 to ${most}.`, fail)
}

function readOtp(button: TemplateButton, fail: ComponentFail): TemplateButton {
  const otp_type = String(button.otp_type ?? '').toUpperCase()
  const known: readonly string[] = otpTypes
  if (!known.includes(otp_type)) misbuilt(`otp_type is one of ${otpTypes.join(', ')}.`, fail)
  for (const key of ['text', 'autofill_text']) {
    const at = { type: 'BUTTONS', where: 'the OTP button', most: templateLimits.buttonText }
    if (button[key] !== undefined) textAt(button, key, at, fail)
  }
  if (otp_type !== 'COPY_CODE') checkApps(button, otp_type, fail)
  return { ...button, otp_type }
}

/** A code that an app fills in needs to know the app, by a list or (as it was once) by the button itself. */
function checkApps(button: TemplateButton, otpType: string, fail: ComponentFail): void {
  const apps: unknown[] = Array.isArray(button.supported_apps) ? button.supported_apps : [button]
  const isNamed = (app: unknown): boolean => isRecord(app) && Boolean(app.package_name && app.signature_hash)
  if (!apps.every(isNamed) || apps.length === 0) {
    const fields = 'package_name, signature_hash'
    fail('template_field_missing', `an OTP button ${otpType} names the apps that fill in the code`, {
      type: 'BUTTONS',
      fields,
    })
  }
  if (otpType === 'ZERO_TAP' && !isTrue(button.zero_tap_terms_accepted)) {
    misbuilt('zero_tap_terms_accepted must be true for ZERO_TAP.', fail)
  }
}

const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === 1 || value === '1'

/**
 * The components as Graph keeps them: with their words, and the button as one of a URL with the code at its end.
 * @see sources template-components: OTP buttons are a kind of URL button
 */
export function authenticationComponents({ advice, minutes, button }: Authentication, language: string) {
  const words = authenticationWords(language)
  const text = advice ? `${words.code} ${words.advice}` : words.code
  const expiry = minutes === undefined ? '' : `&code_expiration_minutes=${minutes}`
  const url = `https://www.whatsapp.com/otp/code/?otp_type=${button.otp_type}${expiry}&code=otp{{1}}`
  const { text: label = words.copy } = button
  return [
    { type: 'BODY', text, add_security_recommendation: advice, example: { body_text: [['123456']] } },
    ...(minutes === undefined
      ? []
      : [
          {
            type: 'FOOTER',
            text: words.expiry.replace('<minutes>', String(minutes)),
            code_expiration_minutes: minutes,
          },
        ]),
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: label, url, example: [url.replace('{{1}}', '123456')] }],
    },
  ] satisfies TemplateComponent[]
}
