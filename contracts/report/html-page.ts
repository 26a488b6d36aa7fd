import { escaped } from './html-text.ts'

/** The look that all pages share: light and dark as the reader has it, narrower where the screen is. */
const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --sunk: #f0f2f5; --line: #d5dae1; --text: #191d24; --soft: #56606d;
  --ok: #17703a; --okb: #e2f3e8; --bad: #b3261e; --badb: #fce8e6; --skip: #5b6470; --skipb: #eaedf1; --warnb: #fbeed9;
  --call: #0b57d0; --happens: #8a5300; --webhook: #7b2d9e; --gap: #e6e9ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1217; --card: #171b22; --sunk: #0f1319; --line: #2f3743; --text: #e7eaef; --soft: #a2adba;
    --ok: #63d08d; --okb: #12311f; --bad: #ff9a92; --badb: #3b1816; --skip: #a9b3bf; --skipb: #252c36; --warnb: #38290d;
    --call: #8ab4f8; --happens: #f2bd5c; --webhook: #d6a6f0; --gap: #222933;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
.brand { margin: 0; color: var(--soft); font-size: 14px; }
h1 { margin: 2px 0 16px; font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 36px 0 12px; font-size: 20px; }
h3 { display: inline; margin: 0; font-size: 17px; font-weight: 600; }
h4 { margin: 14px 0 4px; font-size: 14px; overflow-wrap: anywhere; }
h5 { margin: 0 0 4px; font-size: 13px; font-weight: 600; }
a { color: var(--call); }
:focus-visible { outline: 2px solid var(--call); outline-offset: 2px; border-radius: 3px; }
summary { cursor: pointer; }
.bar { display: flex; gap: 3px; height: 10px; border-radius: 5px; overflow: hidden; }
.bar span { min-width: 4px; background: var(--skip); }
.bar .ok { background: var(--ok); } .bar .FAIL, .bar .broken, .bar .error { background: var(--bad); }
.bar .warning { background: var(--happens); }
.counts { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 10px 0 0; padding: 0; list-style: none; }
.counts strong { font-size: 20px; }
.counts .ok strong { color: var(--ok); } .counts .FAIL strong, .counts .broken strong, .counts .error strong { color: var(--bad); }
.counts .warning strong { color: var(--happens); }
.state { display: inline-block; min-width: 62px; padding: 1px 8px; border-radius: 10px; font-size: 13px; font-weight: 600;
  line-height: 20px; text-align: center; background: var(--skipb); color: var(--skip); }
.state.ok { background: var(--okb); color: var(--ok); }
.state.FAIL, .state.broken, .state.error { background: var(--badb); color: var(--bad); }
.state.warning { background: var(--warnb); color: var(--happens); }
.count { color: var(--soft); font-size: 14px; white-space: nowrap; }
.why { margin: 6px 0; color: var(--text); overflow-wrap: anywhere; }
pre { margin: 0; padding: 10px 12px; max-height: 380px; overflow: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--sunk); font: 13px/1.45 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }
@media (max-width: 640px) {
  header, main { padding-left: 12px; padding-right: 12px; }
  h1 { font-size: 23px; }
}
`

/** A link into something that is folded opens it. */
const SCRIPT = `const open = () => {
  const found = document.getElementById(location.hash.slice(1))
  if (found instanceof HTMLDetailsElement) { found.open = true; found.scrollIntoView() }
}
addEventListener('hashchange', open)
open()`

export interface Page {
  /** The command that made it. */
  readonly brand: string
  readonly title: string
  /** Its own rules, beside those of all pages. */
  readonly style: string
  /** What stands under the title, as HTML. */
  readonly header: string
  readonly main: string
}

/** One page, which needs nothing from anywhere. */
export function htmlPage({ brand, title, style, header, main }: Page): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}${style}</style>`,
    '</head>',
    '<body>',
    `<header><p class="brand">${escaped(brand)}</p><h1>${escaped(title)}</h1>${header}</header>`,
    '<main>',
    main,
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** One kind of what is counted: its class, how many, and in words. */
export type Counted = readonly [kind: string, count: number, words: string]

/** A bar of the shares of what is counted, and the counts below it. What there is none of is left out. */
export function countsBar(all: readonly Counted[]): string {
  const present = all.filter(([, count]) => count > 0)
  const bar = present.map(([kind, count]) => `<span class="${kind}" style="flex:${count}"></span>`)
  const items = present.map(([kind, count, words]) => `<li class="${kind}"><strong>${count}</strong> ${words}</li>`)
  return `<div class="bar" aria-hidden="true">${bar.join('')}</div><ul class="counts">${items.join('')}</ul>`
}
