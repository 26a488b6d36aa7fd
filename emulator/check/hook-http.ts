import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Texts } from './texts.ts'
import { subjectOf, type TouchSubject } from './touch-subject.ts'

/** What node:http brings: replies to those that call with it (axios, got, superagent), and webhooks to its servers. */
export function hookHttp(texts: Texts): void {
  const begin = (message: IncomingMessage): void => {
    const subject = subjectOf((name) => [message.headers[name]].flat()[0])
    if (subject) collect(message, subject, texts)
  }
  subscribe('http.client.response.finish', (event) => begin((event as { response: IncomingMessage }).response))
  subscribe('http.server.request.start', (event) => begin((event as { request: IncomingMessage }).request))
}

/** Takes the bytes as the parser pushes them: a listener would make the stream flow before the client wants it to. */
function collect(message: IncomingMessage, subject: TouchSubject, texts: Texts): void {
  const parts: Buffer[] = []
  const { push } = message
  message.push = (part, encoding) => {
    if (part === null) texts.add(textOf(Buffer.concat(parts), message.headers['content-encoding']), subject)
    else parts.push(typeof part === 'string' ? Buffer.from(part, encoding) : Buffer.from(part))
    return Reflect.apply(push, message, [part, encoding])
  }
}

const openers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

/** What cannot be opened is nobody's text. */
function textOf(bytes: Buffer, encoding = ''): string {
  try {
    return (openers[encoding]?.(bytes) ?? bytes).toString('utf8')
  } catch {
    return ''
  }
}
