/** What the page of scenarios has beside the look of all pages. */
export const style = `
.index { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.index th { padding: 8px 12px; color: var(--soft); font-size: 13px; font-weight: 600; text-align: left; }
.index td { padding: 8px 12px; border-top: 1px solid var(--line); vertical-align: top; }
.index td:first-child { width: 100px; }
.index small { display: block; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.scenario { margin: 0 0 10px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; scroll-margin-top: 12px; }
.scenario > summary { padding: 12px 16px; }
.scenario[open] > summary { border-bottom: 1px solid var(--line); }
.scenario.FAIL, .scenario.broken { border-left: 4px solid var(--bad); }
.file { margin: 10px 16px 0; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.scenario > .why { margin: 8px 16px 14px; }
.step.skip .why { color: var(--soft); font-size: 14px; }
.strip { margin: 10px 16px 0; overflow-x: auto; border-radius: 6px; background: var(--sunk); }
.strip-in { position: relative; padding: 8px 12px 6px; }
.gaps { position: absolute; inset: 8px 20px 26px 92px; }
.gap { position: absolute; top: 0; bottom: 0; overflow: hidden; border-radius: 4px; background: var(--gap);
  container-type: inline-size; }
@container (max-width: 44px) { .gap i { display: none; } }
.gap i { position: absolute; inset: auto 0 0; font-size: 11px; font-style: normal; line-height: 15px; text-align: center;
  color: var(--soft); white-space: nowrap; }
.lane { position: relative; display: flex; align-items: center; height: 24px; }
.lane b { flex: 0 0 80px; color: var(--soft); font-size: 12px; font-weight: 500; }
.track { position: relative; flex: 1; height: 1px; margin-right: 8px; background: var(--line); }
.mark { position: absolute; top: -5px; width: 10px; height: 10px; margin-left: -5px; background: var(--call); border-radius: 50%; }
.mark.happens { background: var(--happens); border-radius: 0; transform: rotate(45deg) scale(0.85); }
.mark.webhook { background: var(--webhook); border-radius: 2px; }
.mark.failed { background: var(--card); border: 3px solid var(--bad); }
.axis { display: flex; justify-content: space-between; padding-left: 80px; margin-top: 16px; color: var(--soft); font-size: 12px; }
.steps { margin: 0; padding: 12px 16px 8px; list-style: none; }
.step { position: relative; padding: 0 0 10px 22px; }
.step::before { content: ""; position: absolute; left: 4px; top: 7px; width: 10px; height: 10px; border-radius: 50%;
  background: var(--ok); z-index: 1; }
.step::after { content: ""; position: absolute; left: 8px; top: 12px; bottom: -8px; border-left: 2px solid var(--line); }
.step:last-child::after { display: none; }
.step.FAIL::before { background: var(--bad); border-radius: 2px; transform: rotate(45deg); }
.step.skip::before { background: var(--card); border: 2px solid var(--skip); }
.step.waits::before { background: var(--card); border: 2px dotted var(--soft); }
.step.waits::after { border-left-style: dashed; }
.step.skip .say { color: var(--soft); }
.came .say b { font: 600 13px/1.4 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.step > .bare { padding-left: 18px; }
.say { overflow-wrap: anywhere; }
.does { color: var(--soft); font-size: 13px; white-space: nowrap; }
.verb { font-weight: 600; }
.verb.call { color: var(--call); } .verb.happens, .verb.fault { color: var(--happens); } .verb.webhook { color: var(--webhook); }
.does time { margin-left: 6px; font-variant-numeric: tabular-nums; }
.step .state { min-width: 54px; padding: 0 6px; font-size: 12px; }
.inside { padding: 2px 0 6px 18px; }
.clock { margin: 8px 0 0; color: var(--soft); font-size: 13px; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
.sides > div { min-width: 0; }
.expected h5 { color: var(--ok); } .actual h5 { color: var(--bad); }
.expected pre { border-color: var(--ok); } .actual pre { border-color: var(--bad); }
.came { margin: 4px 0 0 18px; padding: 0; list-style: none; }
.came li { padding: 2px 0 2px 12px; border-left: 3px solid var(--webhook); }
@media (max-width: 640px) {
  .index thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .index tr { display: grid; grid-template-columns: auto 1fr auto; gap: 4px 12px; padding: 10px 12px; border-top: 1px solid var(--line); }
  .index tbody tr:first-child { border-top: 0; }
  .index td { padding: 0; border: 0; }
  .index td:first-child { width: auto; }
  .index td:nth-child(2) { grid-row: 2; grid-column: 1 / -1; }
  .index td:nth-child(4) { grid-column: 3; }
  .index, .index tbody { display: block; }
  .scenario > summary { padding: 10px 12px; }
  .steps, .file, .strip { margin-left: 0; margin-right: 0; }
  .file { padding: 0 12px; }
  .strip { margin: 10px 12px 0; }
  .steps { padding: 12px 10px 6px; }
  .does { white-space: normal; }
  .inside, .step > .bare { padding-left: 0; }
  .came { margin-left: 0; }
  .sides { grid-template-columns: 1fr; }
}
@media print { .scenario { break-inside: avoid; } }
`
