/**
 * The hosts that stand for Graph: what is sent there goes to the emulator. `graph-video` is Graph under another name, and
 * media is fetched from `lookaside`. @see sources media
 */
const REDIRECTED = ['graph.facebook.com', 'graph-video.facebook.com', 'lookaside.fbsbx.com']

/** Where Meta is. What goes to one of them, and not to those above, is refused. */
const META =
  /(?:^|\.)(?:facebook\.com|facebook\.net|fb\.com|fb\.me|fbcdn\.net|fbsbx\.com|whatsapp\.com|whatsapp\.net|wa\.me|instagram\.com|cdninstagram\.com|messenger\.com|m\.me|meta\.com)$/

/** Names are written in any case, and may end with a dot. */
function plain(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}

export function isRedirected(host: unknown): host is string {
  return typeof host === 'string' && REDIRECTED.includes(plain(host))
}

export function isMeta(host: unknown): host is string {
  return typeof host === 'string' && META.test(plain(host))
}
