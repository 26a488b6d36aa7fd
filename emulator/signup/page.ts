import { createHash } from 'node:crypto'
import { type Html, html, Html as Raw } from './html.ts'
import { END_SCRIPT, STEP_SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(STEP_SCRIPT)} ${hashOf(END_SCRIPT)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Of every page: nothing from elsewhere, in no frame, kept nowhere. A form tells its origin to its own server alone. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A whole page. */
export function page(title: string, body: Html, head?: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · mmgraph</title>
${head}
<style>${new Raw(STYLE)}</style>
</head>
<body>
<p class="fake"><strong>mmgraph</strong>, a local fake: nothing here reaches Meta.</p>
<main>
${body}
</main>
</body>
</html>
`.text
}

/** A dialog that cannot be opened: what is wrong, and what would be right. */
export function problemPage(problem: string): string {
  return page(
    'This login cannot be opened',
    html`<h1>This login cannot be opened</h1>
<p class="problem" role="alert">${problem}</p>
<p class="hint">Close this window: the page that opened it is told that nobody logged in. docs/embedded-signup.md has what the
dialog takes.</p>`,
  )
}

export const script = (text: string): Html => new Raw(`<script>${text}</script>`)
