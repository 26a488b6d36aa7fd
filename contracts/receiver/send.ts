import type { HandshakeStep, WebhookStep } from '../duty.ts'
import type { Answer, Wanted } from './bench.ts'
import { bodiesOf } from './bodies.ts'
import type { Body } from './body.ts'
import type { DutyProblem, Trial, Tried } from './drive.ts'
import { isTaken, judgeHandshake, judgeWebhook } from './judge.ts'
import { quoteOf } from './quote.ts'
import { signed } from './sign.ts'

/** What a token is when it is to be wrong. */
const WRONG_TOKEN = 'mmgraph-wrong-verify-token'

/** Makes a handshake, and judges what comes back. */
export async function tryHandshake(step: HandshakeStep, trial: Trial): Promise<Tried> {
  // Ten digits, as in Meta's sample; the first is no 0.
  const challenge = step.challenge ?? `1${trial.maker.id().slice(-9)}`
  const first = await shakeHands(step, challenge, trial, {})
  const problem = judged(step, challenge, first, trial)
  if (!problem || step.signed !== 'either') return { sent: 1, problems: problem ? [problem] : [] }
  const { secret = '' } = trial.drive
  const second = await shakeHands(step, challenge, trial, signed('right', '', secret, trial.bench.hmac))
  return { sent: 2, problems: judged(step, challenge, second, trial) ? [problem] : [] }
}

function judged(step: HandshakeStep, challenge: string, answer: Answer, trial: Trial): DutyProblem | undefined {
  const limit = trial.drive.limits.handshake
  const verdict = judgeHandshake(step.owes, challenge, answer, limit, quoteOf(trial.drive))
  return verdict && { where: `GET ${handshakeText(step)}`, ...verdict }
}

function shakeHands(step: HandshakeStep, challenge: string, trial: Trial, headers: object): Promise<Answer> {
  const { token = 'right', mode = 'subscribe', times = 1 } = step
  const { verifyToken = '', limits } = trial.drive
  const tokens = { right: verifyToken, wrong: WRONG_TOKEN, empty: '', absent: undefined }
  const all = [
    ['hub.mode', mode],
    ['hub.challenge', challenge === 'absent' ? undefined : challenge],
    ['hub.verify_token', tokens[token]],
  ] as const
  const once = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const query = Array.from({ length: times }, () => once).flat()
  return trial.bench.carry({ ...get, query, headers: { ...headers }, limit: limits.handshake })
}

const get = { method: 'GET', body: '', wire: 'whole' } as const

/** `with an empty verify token` */
function handshakeText({ token = 'right', mode, challenge, times = 1 }: HandshakeStep): string {
  if (times === 0) return 'without parameters'
  if (times > 1) return 'with each parameter twice'
  if (mode) return `with hub.mode=${mode}`
  if (token !== 'right') return { wrong: 'with a wrong', empty: 'with an empty', absent: 'without a' }[token] + TOKEN
  if (challenge === 'absent') return 'without hub.challenge'
  return challenge === undefined ? 'as Meta makes it' : `with hub.challenge=${challenge}`
}

const TOKEN = ' verify token'

/** Posts the bodies of a step, and judges what comes back. */
export async function tryWebhook(step: WebhookStep, trial: Trial): Promise<Tried> {
  const bodies = bodiesOf(step.body, trial.maker, trial.drive.published)
  if (bodies.length === 0) return { sent: 0, problems: [], unchecked: 'there is nothing to send' }
  const { times = 1, owes } = step
  const problems: DutyProblem[] = []
  const all = bodies.flatMap((body) => Array.from({ length: times }, () => body))
  for (const body of all) problems.push(...(await tryBody(step, body, trial)))
  if (owes !== 'survives') return { sent: all.length, problems }
  return { sent: all.length + 1, problems: [...problems, ...(await tryNext(step, trial))] }
}

async function tryBody(step: WebhookStep, body: Body, trial: Trial): Promise<DutyProblem[]> {
  const { limit, ...wanted } = wantedFor(step, body.text, trial)
  const verdict = judgeWebhook(step.owes, await trial.bench.carry({ ...wanted, limit }), limit)
  return verdict ? [{ where: `${wanted.method} ${body.what}`, ...verdict }] : []
}

/** Whether the receiver takes webhooks still. */
async function tryNext(step: WebhookStep, trial: Trial): Promise<DutyProblem[]> {
  const [body] = bodiesOf('plain', trial.maker, [])
  const wanted = wantedFor({}, body?.text ?? '', trial)
  const verdict = judgeWebhook('taken', await trial.bench.carry(wanted), wanted.limit)
  const after = step.wire === 'half-open' ? 'POST while those are open' : 'POST after that'
  return verdict ? [{ where: after, ...verdict }] : []
}

/** How a webhook goes out: as Meta posts it, but for what is said here. */
type How = Pick<WebhookStep, 'sign' | 'wire' | 'method' | 'type'>

function wantedFor(how: How, body: string, { drive, bench }: Trial): Wanted {
  const { sign = 'right', wire = 'whole', method = 'POST', type = 'application/json' } = how
  const headers = { 'Content-Type': type, ...signed(sign, body, drive.secret ?? '', bench.hmac) }
  return { method, query: [], headers, body, wire, limit: drive.limits.webhook }
}

/** Posts a body as Meta does. */
export function post(text: string, trial: Trial, how: How = {}): Promise<Answer> {
  return trial.bench.carry(wantedFor(how, text, trial))
}

export async function isAnswered(text: string, trial: Trial): Promise<boolean> {
  return isTaken((await post(text, trial)).status)
}
