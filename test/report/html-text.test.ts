import { expect, test } from 'vitest'
import { counted, durationText, escaped, jsonBlock, momentText, textBlock } from '../../contracts/report/html-text.ts'
import { xmlText } from '../../contracts/report/xml-text.ts'

test('a text in a page has no markup, and no character that a page may not have', () => {
  expect(escaped(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;')
  expect(escaped('a\t\n\r ~\u0000\u007f\u009f\u00a0é\u{1f370}')).toBe('a\t\n\r ~���\u00a0é\u{1f370}')
})

test('a text in XML has none that XML 1.0 may not have', () => {
  expect(xmlText(`<a b="c">&'`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;'")
  expect(xmlText('a\t\n\r \u0000\u001f\ufffd\ufffe\uffff')).toBe('a\t\n\r ??\ufffd??')
  expect(xmlText('\ud83c-\udf70')).toBe('?-?')
})

test('a block of text ends after 20,000 characters, and says how many are left', () => {
  const open = '<pre tabindex="0" role="region" aria-label="&lt;it&gt;">'
  const long = 'a'.repeat(20_000)
  expect(textBlock(long, '<it>')).toBe(`${open}${long}</pre>`)
  expect(textBlock(`${long}bb`, '<it>')).toBe(`${open}${long}\n… 2 characters more</pre>`)
  expect(jsonBlock({ a: 1 }, '<it>')).toBe(`${open}{\n  &quot;a&quot;: 1\n}</pre>`)
  expect(jsonBlock(undefined, '<it>')).toBe(`${open}nothing</pre>`)
})

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [1500, '1.5 s'],
  [59_999, '59.999 s'],
  [60_000, '1 min'],
  [61_000, '1 min 1 s'],
  [7_500_000, '2 h 5 min'],
  [3_601_000, '1 h 1 s'],
  [90_061_000, '1 d 1 h'],
  [2_592_000_000, '30 d'],
])('%i ms are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text)
})

test('a moment is told to the second, and a count with its word', () => {
  expect(momentText(Date.UTC(2026, 2, 2, 9, 0, 1, 234))).toBe('2026-03-02 09:00:01')
  expect([0, 1, 2].map((count) => counted(count, 'step'))).toEqual(['0 steps', '1 step', '2 steps'])
  expect(counted(2, 'reply', 'replies')).toBe('2 replies')
})
