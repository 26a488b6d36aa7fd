const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it may stand anywhere in XML 1.0, which has no place for most control characters. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => MARKUP[character] ?? '')
    .replaceAll(/[^\t\n\r\u0020-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?')
}
