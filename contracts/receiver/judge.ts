import type { HandshakeStep, WebhookStep } from '../duty.ts'
import type { Answer } from './bench.ts'
import type { DutyProblem } from './drive.ts'

/** What is wrong with an answer, and how bad it is where that is not as bad as the duty says. */
export type Verdict = Omit<DutyProblem, 'where'> | undefined

/** Holds the answer of a webhook to what is owed. */
export function judgeWebhook(owes: WebhookStep['owes'], answer: Answer, limit: number): Verdict {
  const { status, failure } = answer
  if (failure === 'left') return undefined
  // That the connection was closed is an answer to a body that is none.
  if (owes === 'survives' && failure === 'dropped') return undefined
  if (status === 0) return { problem: failureText(answer, limit) }
  if (owes === 'refused') return refusal(status)
  if (owes === 'taken' && !isTaken(status)) return { problem: `HTTP ${status} where 2xx is owed` }
  if (owes === '200' && status !== 200) return { problem: `HTTP ${status} where 200 is owed` }
  return undefined
}

/** Holds the answer of a handshake to what is owed. `quote` hides secrets in what is quoted. */
export function judgeHandshake(
  owes: HandshakeStep['owes'],
  challenge: string,
  answer: Answer,
  limit: number,
  quote: (text: string) => string,
): Verdict {
  const { status, body, type } = answer
  if (status === 0) return { problem: failureText(answer, limit) }
  if (owes === 'refused') return refusal(status)
  if (owes === 'answered') return status < 500 ? undefined : { problem: `HTTP ${status} where no server error is owed` }
  if (status !== 200) return { problem: `HTTP ${status} where 200 is owed` }
  if (owes === 'plain-text') {
    return type.includes('html')
      ? { problem: `the Content-Type is ${quote(type)} where text/plain is owed` }
      : undefined
  }
  if (body === challenge) return undefined
  return { problem: `the body is ${quote(body)} where ${quote(challenge)} is owed, and nothing else` }
}

export function isTaken(status: number): boolean {
  return status >= 200 && status < 300
}

/** Anything but success refuses; a 4xx is what Meta asks for. @see sources webhooks-endpoint: Response */
function refusal(status: number): Verdict {
  if (isTaken(status)) return { problem: `HTTP ${status} where a 4xx is owed` }
  if (status >= 400 && status < 500) return undefined
  return { problem: `HTTP ${status} where a 4xx is owed: it refuses, but as if by accident`, severity: 'warning' }
}

export function failureText({ failure, reason }: Answer, limit: number): string {
  if (failure === 'late') return `no answer within ${limit / 1000} s`
  if (failure === 'unreachable') return `nobody answers at this address any more${reason ? ` (${reason})` : ''}`
  return 'the connection was broken off without an answer'
}
