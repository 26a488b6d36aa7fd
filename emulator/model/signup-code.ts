import { signupTexts } from '../../contracts/signup/texts.ts'
import type { Mail } from '../world/mail.ts'
import type { World } from '../world/world.ts'
import { hours, minutes } from './time.ts'

/** As for the codes of `request_code`. @see sources openapi, number-registration */
const CODE_LIFE = minutes(10)
const MOST_CODES = 10
const WINDOW = hours(72)

const SUBJECT = 'Your WhatsApp code: '

/** The codes that came to a number within a time, the newest last: the mailbox of the world has them. */
function codesTo(world: World, digits: string, within: number): string[] {
  const isCode = ({ to, at, subject }: Mail): boolean =>
    to.includes(`+${digits}`) && subject.startsWith(SUBJECT) && world.now - at < within
  return world.mailbox
    .list()
    .filter(isCode)
    .map(({ subject }) => subject.slice(SUBJECT.length))
}

/** The letter with a code. Why none is sent, where there were too many. @see sources signup-errors */
export function codeLetter(
  world: World,
  digits: string,
  kind: 'sms' | 'call',
  business: string,
): Omit<Mail, 'n' | 'at'> | undefined {
  if (codesTo(world, digits, WINDOW).length >= MOST_CODES) return undefined
  return { to: [`+${digits}`], business, kind, subject: `${SUBJECT}${world.ids.digits()}` }
}

/** The code that was sent to a number last, as long as it is good. */
export function sentCode(world: World, digits: string): string | undefined {
  return codesTo(world, digits, CODE_LIFE).at(-1)
}

/** Why a code does not verify a number; undefined: it does. */
export function codeProblem(world: World, digits: string, code: string): string | undefined {
  const sent = sentCode(world, digits)
  return sent !== undefined && sent === code.replaceAll(/[\s-]/g, '') ? undefined : signupTexts.code
}
