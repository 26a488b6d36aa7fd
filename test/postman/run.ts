import { createHmac } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'

/** What a collection has of a call, as far as it is run here. */
export interface Call {
  readonly name: string
  readonly event: readonly { readonly listen: string; readonly script: { readonly exec: readonly string[] } }[]
  readonly request: {
    readonly method: string
    readonly header: readonly { readonly key: string; readonly value: string }[]
    readonly auth: { readonly type: string; readonly bearer?: readonly { readonly value: string }[] }
    readonly body?: { readonly mode: string; readonly raw: string }
    readonly url: string | { readonly raw: string; readonly query?: readonly Pair[] }
  }
}

interface Pair {
  readonly key: string
  readonly value: string
  readonly disabled?: boolean
}

export interface Folder {
  readonly name: string
  readonly item: readonly (Folder | Call)[]
}

export interface Collection {
  readonly variable: readonly { readonly key: string; readonly value: string }[]
  readonly item: readonly Folder[]
}

/** All calls of a folder, in their order. */
export function callsIn({ item }: { readonly item: readonly (Folder | Call)[] }): Call[] {
  return item.flatMap((one) => ('request' in one ? [one] : callsIn(one)))
}

/** What came of a call: each of its tests that failed, in words. */
export interface Sent {
  readonly name: string
  readonly status: number
  readonly failed: readonly string[]
  readonly reply: string
}

/**
 * Sends calls as Postman does: scripts before and after each, `{{variables}}` filled in. A variable that is none is an error.
 * It has of Postman's own objects what the collection uses.
 */
export async function sendAll(calls: readonly Call[], variables: Map<string, unknown>): Promise<Sent[]> {
  const all: Sent[] = []
  for (const call of calls) all.push(await sendOne(call, variables))
  return all
}

async function sendOne(call: Call, variables: Map<string, unknown>): Promise<Sent> {
  const { name, request } = call
  runScript(call, 'prerequest', variables, undefined)
  const fill = (text: string): string =>
    text.replaceAll(/\{\{([^{}]+)\}\}/g, (_, key: string) => {
      if (!variables.has(key)) throw new Error(`${name}: {{${key}}} is no variable`)
      return String(variables.get(key))
    })
  const { raw, query = [] } = typeof request.url === 'string' ? { raw: request.url } : request.url
  const url = new URL(fill(raw))
  const set = query.filter(({ disabled }) => !disabled).map(({ key, value }) => [key, fill(value)] as const)
  if (set.length > 0) url.search = new URLSearchParams(Object.fromEntries(set)).toString()
  const headers = new Headers(request.header.map(({ key, value }) => [key, fill(value)] as [string, string]))
  const token = request.auth.bearer?.[0]?.value
  if (token !== undefined) headers.set('authorization', `Bearer ${fill(token)}`)
  const body = request.body && fill(request.body.raw)
  const answer = await fetch(url, { method: request.method, headers, ...(body !== undefined && { body }) })
  const reply = await answer.text()
  const failed = runScript(call, 'test', variables, { status: answer.status, reply })
  return { name, status: answer.status, failed, reply }
}

interface Answer {
  readonly status: number
  readonly reply: string
}

function runScript(
  { name, event }: Call,
  listen: string,
  variables: Map<string, unknown>,
  answer: Answer | undefined,
): string[] {
  const failed: string[] = []
  const test = (title: string, check: () => void): void => {
    try {
      check()
    } catch (error) {
      failed.push(`${name}: ${title}: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  const has = { status: (wanted: number) => expect(answer?.status, answer?.reply).toBe(wanted) }
  const pm = {
    test,
    expect: (value: unknown) => ({ to: { equal: (other: unknown) => expect(value).toBe(other) } }),
    response: { json: () => JSON.parse(answer?.reply ?? ''), to: { have: has } },
    collectionVariables: {
      get: (key: string) => variables.get(key),
      set: (key: string, value: unknown) => void variables.set(key, value),
      has: (key: string) => variables.has(key),
      unset: (key: string) => void variables.delete(key),
      toObject: () => Object.fromEntries(variables),
    },
  }
  const CryptoJS = {
    HmacSHA256: (text: string, key: string) => ({
      toString: () => createHmac('sha256', key).update(text).digest('hex'),
    }),
    enc: { Hex: {} },
  }
  for (const { script } of event.filter((one) => one.listen === listen)) {
    // Each script has a scope of its own, as in Postman.
    runInNewContext(`(() => {\n${script.exec.join('\n')}\n})()`, { pm, CryptoJS })
  }
  return failed
}
