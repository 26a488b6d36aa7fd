import type { Outcome } from './result.ts'

/** What came of a call: an answer, one whose body broke off in the middle, or none. */
export type Came =
  | { readonly answer: 'whole'; readonly response: Response; readonly body: string }
  | { readonly answer: 'cut'; readonly response: Response; readonly why: string }
  | { readonly answer: 'none'; readonly why: string }

/** Makes a call. That nobody answers is an outcome like any other. */
export async function cameOf(call: () => Promise<Response>): Promise<Came> {
  let response: Response
  try {
    response = await call()
  } catch (error) {
    return { answer: 'none', why: whyBroken(error) }
  }
  try {
    return { answer: 'whole', response, body: await response.text() }
  } catch (error) {
    return { answer: 'cut', response, why: whyBroken(error) }
  }
}

/** Fetch says so of a connection that ended, and has its cause; anything else is no outcome. @throws it */
function whyBroken(error: unknown): string {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) throw error
  return `${error.message}: ${error.cause.message}`
}

/** The failure of a step whose answer did not come as it was to come; undefined: it did. */
export function wrongAnswer(came: Came, wanted: 'whole' | 'cut' | 'none'): Outcome | undefined {
  if (came.answer === wanted) return undefined
  const why = came.answer === 'whole' ? 'the call was answered whole' : came.why
  return { status: 'FAIL', why, differences: [{ where: 'answer', expected: wanted, actual: came.answer }] }
}
