import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { tellReport } from '../../emulator/cli/kit-reports.ts'
import { type KitReportOptions, withReports } from '../../emulator/cli/report-options.ts'
import { report, rules } from '../report/sample.ts'

afterEach(() => void vi.restoreAllMocks())

/** A command as others make it, called with words; what it prints, and where its files are. */
function called(...words: string[]): { readonly printed: string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
  const secrets = ['npm']
  const program = withReports(new Command('judge'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  program.action((options: KitReportOptions) =>
    tellReport(report, options, { rules, secrets: [...secrets, 'name is never'] }),
  )
  program.parse(
    words.map((word) => word.replace('HERE', folder)),
    { from: 'user' },
  )
  vi.restoreAllMocks()
  return { printed, folder }
}

test('a report is printed, in plain text where nobody looks', () => {
  const { printed } = called()
  expect(printed).toContain('error  token-in-url  A token in the URL\n')
  expect(printed).toMatch(/1 suppressed\n$/)
  expect(printed).not.toContain('URLs are kept')
  expect(called('--verbose').printed).toContain('URLs are kept')
})

test('with --json one line, and nothing else', () => {
  const { printed } = called('--json')
  expect(printed.split('\n')).toHaveLength(2)
  expect(JSON.parse(printed)).toMatchObject({ version: 1, counts: { error: 2 } })
})

test('files are written where they were asked for, folders made, and secrets that were in use hidden', () => {
  const { printed, folder } = called('--junit', 'HERE/a/b.xml', '--sarif', 'HERE/c.sarif', '--html', 'HERE/d.html')
  expect(readFileSync(join(folder, 'a/b.xml'), 'utf8')).toContain('<testsuites')
  expect(JSON.parse(readFileSync(join(folder, 'c.sarif'), 'utf8'))).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'mmgraph', version: expect.stringMatching(/^\d/) } } }],
  })
  expect(readFileSync(join(folder, 'd.html'), 'utf8')).toMatch(/^<!doctype html>/)
  for (const text of [
    printed,
    ...['a/b.xml', 'c.sarif', 'd.html'].map((name) => readFileSync(join(folder, name), 'utf8')),
  ]) {
    expect(text).not.toContain('name is never')
  }
})

test('what cannot be written is told with the option and the path', () => {
  expect(() => called('--html', 'HERE')).toThrow(/^--html: .+ cannot be written: /)
  expect(() => called('--junit', '')).toThrow(CommanderError)
})
