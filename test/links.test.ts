import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: root, ignore: '**/node_modules/**' }).sort()
const textOf = (page: string) => readFileSync(join(root, page), 'utf8')
/** Code is no prose: what looks like a link or a heading in it is none. */
const prose = (page: string) => textOf(page).replace(/```[\s\S]*?```/g, '')

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const headings = [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(headings.map((heading) => slug(heading)))
}

const slug = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

function brokenIn(page: string): string[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^[a-z]+:/.test(link)).filter((link) => !leadsSomewhere(page, link))
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const place = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(join(root, place))) return false
  return anchor === undefined || anchorsOf(place).has(anchor)
}

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(brokenIn(page)).toEqual([])
})

test('every page of docs is reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const page of reached) {
    for (const [, link = ''] of prose(page).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
      const place = normalize(join(dirname(page), link))
      if (!/^[a-z]+:/.test(link) && existsSync(join(root, place))) reached.add(place)
    }
  }
  expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([])
})
