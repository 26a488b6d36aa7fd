/** Plain, readable, light and dark, from 320 pixels on. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #57606a; --paper: #fbfaf7; --card: #ffffff; --line: #8c959f; --hair: #d8dbdf;
  --act: #3a4a9f; --on-act: #ffffff; --tint: #eef0fb; --bad: #a1201f; --bad-tint: #fdeeee; --mark: #7a4a00; --mark-tint: #fff3d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eceef1; --soft: #a9b1bb; --paper: #15171b; --card: #1e2126; --line: #7d8590; --hair: #353a42;
    --act: #a9b6ff; --on-act: #12162e; --tint: #262b44; --bad: #ffaaa5; --bad-tint: #3d2222; --mark: #ffd98a; --mark-tint: #39301b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.fake { margin: 0; padding: .5rem 1rem; background: var(--mark-tint); color: var(--mark); font-size: .875rem; text-align: center; }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem; }
h1 { margin: .15rem 0 .25rem; font-size: 1.375rem; line-height: 1.25; overflow-wrap: anywhere; }
.place { margin: 0; color: var(--soft); font-size: .875rem; }
.place code { overflow-wrap: anywhere; }
.bar { display: flex; gap: .25rem; margin: .75rem 0 1.25rem; padding: 0; list-style: none; }
.bar li { flex: 1; height: .25rem; border-radius: 1rem; background: var(--hair); }
.bar .done { background: var(--act); }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
legend, .label { padding: 0; font-weight: 600; }
legend { margin-bottom: .5rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .7rem .85rem; margin-bottom: .5rem; border: 1px solid var(--hair); border-radius: .6rem; background: var(--card); cursor: pointer; }
.choice:has(:checked) { border-color: var(--act); background: var(--tint); }
.choice:has(:focus-visible) { outline: 3px solid var(--act); outline-offset: 2px; }
.choice input { flex: none; width: 1.15rem; height: 1.15rem; margin: .2rem 0 0; accent-color: var(--act); }
.choice input:focus-visible { outline: none; }
.choice span { min-width: 0; overflow-wrap: anywhere; }
.choice small, .hint { display: block; color: var(--soft); font-size: .875rem; }
.field { display: block; margin: 0 0 1rem; }
.field input, select { display: block; width: 100%; margin-top: .25rem; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); color: inherit; font: inherit; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
form:has([name=business][value=new]:not(:checked)) .indent { display: none; }
.indent { margin: 0 0 1rem 1rem; padding-left: 1rem; border-left: 2px solid var(--hair); }
.number { white-space: nowrap; }
.problem { margin: .75rem 0 1.25rem; padding: .7rem .85rem; border-left: 4px solid var(--bad); border-radius: .25rem; background: var(--bad-tint); color: var(--bad); overflow-wrap: anywhere; }
.note { margin: 0 0 1.25rem; padding: .7rem .85rem; border-radius: .5rem; background: var(--mark-tint); color: var(--mark); }
.note code { font-size: 1.125rem; letter-spacing: .08em; }
dl { margin: 0 0 1.25rem; }
dl div { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .5rem 0; border-bottom: 1px solid var(--hair); }
dt { flex: 0 0 9rem; color: var(--soft); }
dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
.go { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: 1.5rem; }
button { padding: .65rem 1.1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
button.first { border-color: var(--act); background: var(--act); color: var(--on-act); }
button.quiet { margin-left: auto; border-color: transparent; background: none; color: var(--soft); }
details { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--hair); color: var(--soft); font-size: .9375rem; }
summary { width: fit-content; cursor: pointer; }
details form { margin-top: .75rem; }
details button { margin-top: .75rem; }
`
