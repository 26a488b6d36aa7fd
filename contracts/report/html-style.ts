/** What the page of a report has beside the look of all pages. */
export const style = `
code { font: 600 13px/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.judged { margin: -8px 0 16px; color: var(--soft); overflow-wrap: anywhere; }
.card { margin: 0 0 10px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; scroll-margin-top: 12px; }
.card > summary { display: flex; align-items: baseline; gap: 10px; padding: 12px 16px; list-style-position: inside; }
.card > summary::before { content: "▸"; color: var(--soft); font-size: 13px; }
.card[open] > summary::before { content: "▾"; }
.card > summary::-webkit-details-marker { display: none; }
.card > summary { list-style: none; }
.card[open] > summary { border-bottom: 1px solid var(--line); }
.card.error { border-left: 4px solid var(--bad); }
.card.warning { border-left: 4px solid var(--happens); }
.card .state { flex: none; }
.name { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.name code { display: block; color: var(--soft); font-weight: 500; }
.inside { padding: 10px 16px 14px; }
.explains { max-width: 75ch; margin: 0 0 8px; }
.source { margin: 0 0 4px; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.rows { margin: 12px 0 0; padding: 0; list-style: none; }
.rows li { padding: 8px 0; border-top: 1px solid var(--line); }
.rows p { margin: 2px 0 0; overflow-wrap: anywhere; }
.rows .soft, .soft { color: var(--soft); font-size: 14px; }
.plain { margin: 0; padding: 4px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; list-style: none; }
.plain li { padding: 9px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.plain li:first-child { border-top: 0; }
.plain p { margin: 2px 0 0; }
.checked { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr)); gap: 0 32px; }
.checked li { display: flex; justify-content: space-between; gap: 12px; border-top: 0; }
.checked li span:first-child { min-width: 0; }
.none { margin: 0; padding: 12px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; color: var(--soft); }
.none.ok { color: var(--ok); }
main { padding-bottom: 40px; }
@media (max-width: 640px) {
  .card > summary { flex-wrap: wrap; gap: 4px 10px; padding: 10px 12px; }
  .name { flex-basis: 100%; order: 3; }
  .card > summary .count { margin-left: auto; }
  .inside { padding: 8px 12px 12px; }
  .checked { grid-template-columns: 1fr; }
}
@media print { .card { break-inside: avoid; } }
`
