/** How Graph writes JSON: slashes escaped, and everything beyond ASCII. @see sources capture-headers, published-clients 33 */
export function wireText(body: unknown, indent?: number): string {
  const json = JSON.stringify(body, undefined, indent)
  // Ids of messages are base64, so slashes are common; anything else is not.
  const plain = json.includes('/') ? json.replaceAll('/', '\\/') : json
  return UNUSUAL.test(plain) ? plain.replaceAll(ALL_UNUSUAL, escaped) : plain
}

const UNUSUAL = /[\u007f-\uffff]/
const ALL_UNUSUAL = /[\u007f-\uffff]/g

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
