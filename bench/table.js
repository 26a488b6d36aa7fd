// A measure as text: `{title, says, columns, rows}`, the cells being strings.

/** For a terminal: columns of equal width. */
export function asText({ title, columns, rows }) {
  const widths = columns.map((column, index) =>
    Math.max(...[column, ...rows.map((row) => row[index])].map((cell) => cell.length)),
  )
  const line = (cells) => `  ${cells.map((cell, index) => cell.padEnd(widths[index])).join('  ')}`.trimEnd()
  return [title, line(columns), ...rows.map(line), ''].join('\n')
}

export function asMarkdown({ title, says, columns, rows }) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [`## ${title}`, '', says, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join('\n')
}
