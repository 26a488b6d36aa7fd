/** How Graph writes JSON: slashes escaped, and everything beyond ASCII. @see sources capture-headers, published-clients 33 */
export function wireText(body: unknown, indent?: number): string {
  const json = JSON.stringify(body, undefined, indent)
  return UNUSUAL.test(json) ? json.replaceAll(ALL_UNUSUAL, escaped) : json
}

const UNUSUAL = /[/\u007f-\uffff]/
const ALL_UNUSUAL = /[/\u007f-\uffff]/g

function escaped(character: string): string {
  return character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
