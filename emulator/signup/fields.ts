import { type Html, html } from './html.ts'

interface Choice {
  readonly value: string
  readonly label: string
  readonly more?: string | undefined
}

/** One of several. */
export function radios(name: string, legend: string, chosen: string | undefined, choices: readonly Choice[]): Html {
  const rows = choices.map(
    ({ value, label, more }) => html`<label class="choice">
<input type="radio" name="${name}" value="${value}" required${value === chosen && html` checked`}>
<span>${label}${more && html`<small>${more}</small>`}</span>
</label>`,
  )
  return html`<fieldset><legend>${legend}</legend>${rows}</fieldset>`
}

export function checkbox(name: string, label: string, isChecked: boolean, more?: string): Html {
  return html`<label class="choice">
<input type="checkbox" name="${name}" value="yes"${isChecked && html` checked`}>
<span>${label}${more && html`<small>${more}</small>`}</span>
</label>`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly hint?: string
  readonly type?: 'text' | 'tel'
  readonly inputmode?: 'numeric'
  readonly autocomplete?: string
}

export function field({ name, label, value, hint, type = 'text', inputmode, autocomplete = 'off' }: Field): Html {
  const help = hint && html` aria-describedby="${name}-hint"`
  const mode = inputmode && html` inputmode="${inputmode}"`
  return html`<p class="field"><label class="label" for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${autocomplete}" maxlength="100"${mode}${help}>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}</p>`
}

/** `name: what`, one below the other. */
export function facts(rows: readonly (readonly [name: string, what: string | undefined])[]): Html {
  const shown = rows.filter(([, what]) => what)
  return html`<dl>${shown.map(([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`)}</dl>`
}
