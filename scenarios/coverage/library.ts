import { errors } from '../../contracts/errors.ts'
import type { Ruling } from '../../contracts/ruling.ts'
import { rulings } from '../../contracts/rulings.ts'
import { webhooks } from '../../contracts/webhooks.ts'
import { guide, guideApart, oboRows, type Sentence, type Unshown } from './guide.ts'

/** A scenario, as far as the table of the library looks at it. */
export interface Shelved {
  readonly file: string
  readonly covers: readonly string[]
}

/** A part of what the library must show. */
interface Section {
  readonly title: string
  readonly about: string
  readonly rows: readonly Sentence[]
}

/** All that some scenario must show. */
export const wanted: readonly Section[] = [
  { title: 'The guide', about: 'Its sentences that state a behaviour, by chapter, in our own words.', rows: guide },
  { title: 'Accounts that are held on behalf of a client', about: 'The table of the Intent API.', rows: oboRows },
  {
    title: 'Rulings',
    about: 'Each side of each: under another side of the ruling the scenario fails.',
    rows: Object.entries(rulings).flatMap(([name, ruling]: [string, Ruling]) =>
      Object.entries(ruling.sides).map(([side, { says }]) => ({ id: `ruling/${name}/${side}`, says })),
    ),
  },
  {
    title: 'Webhooks',
    about: 'Each event of each field.',
    rows: webhooks.flatMap(({ field, events }) =>
      Object.entries(events).map(([event, { cause }]) => ({ id: `webhook/${field}/${event}`, says: cause })),
    ),
  },
]

/** What no scenario shows, what is covered although no API shows it, and names that mean nothing. One sentence each. */
export function gapsOf(library: readonly Shelved[]): string[] {
  const shown = new Set(library.flatMap(({ covers }) => covers))
  const must = wanted.flatMap(({ rows }) => rows).map(({ id }) => id)
  const isKnown = (id: string): boolean => must.includes(id) || Object.hasOwn(errors, id.replace(/^error\//, ''))
  const cannot = guideApart.map(({ id }) => id)
  return [
    ...must.filter((id) => !shown.has(id)).map((id) => `no scenario covers ${id}`),
    ...cannot.filter((id) => shown.has(id)).map((id) => `${id} is covered: it goes to the sentences that are shown`),
    ...library.flatMap(({ file, covers }) =>
      covers.filter((id) => !isKnown(id) && !cannot.includes(id)).map((id) => `${file}: covers: '${id}' is nothing`),
    ),
  ]
}

/** docs/scenarios-coverage.md: which scenario shows what. @param library with paths from the root */
export function libraryPage(library: readonly Shelved[]): string {
  const files = new Map<string, string[]>()
  for (const { file, covers } of library) {
    for (const id of covers) files.set(id, [...(files.get(id) ?? []), file])
  }
  return [
    '# What the scenarios show',
    'Made from `scenarios/` by `npm run generate`; a test compares it, and fails where a row has no scenario.',
    ...wanted.flatMap(({ title, about, rows }) => [`## ${title}`, about, tableOf(rows, files)]),
    '## Sentences of the guide that no API shows',
    listOf(guideApart),
    '',
  ].join('\n\n')
}

function tableOf(rows: readonly Sentence[], files: ReadonlyMap<string, readonly string[]>): string {
  const body = rows.map(({ id, says }) => {
    const links = (files.get(id) ?? []).map((file) => `[${nameOf(file)}](../${file})`)
    return `| \`${id}\` | ${says.replaceAll('|', '\\|')} | ${links.join(', ')} |`
  })
  return ['| id | what | scenarios |', '| --- | --- | --- |', ...body].join('\n')
}

/** `a-client-is-asked-once`, read as words. */
function nameOf(file: string): string {
  const [name = ''] = (file.split('/').at(-1) ?? '').split('.')
  return name.replaceAll('-', ' ')
}

function listOf(sentences: readonly Unshown[]): string {
  return sentences.map(({ id, says, why }) => `- \`${id}\` ${says}. ${why}`).join('\n')
}
