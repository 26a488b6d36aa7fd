/**
 * Phone numbers keep their last four digits: `+1 (416) 555-0100` -> `…0100`. Whatever may be one is taken for one: ten to
 * fourteen digits in a row, so that a moment in milliseconds is cut, too. Ids of Graph (15 digits and more), dates and
 * codes of errors stand as they are.
 */
const NUMBER = new RegExp(
  [
    // With a plus, as people write it.
    /\+\d[\d\s().\u2010-\u2015-]{5,22}\d/.source,
    // As the Cloud API has it: digits alone.
    /(?<![\w.])\d{10,14}(?!\w)/.source,
    // As North America writes it, with or without its 1.
    /(?<![\w.])(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\w)/.source,
    // A number of a film.
    /(?<![\w.-])555-?\d{4}(?!\w)/.source,
  ].join('|'),
  'g',
)

/** The id of a message has the number of the customer in it, in base64. @see sources send-marketing-messages: response */
const MESSAGE_ID = /wamid\.[\w+/=-]{12,}/g
const KEPT_OF_ID = 8

/** A text without whole phone numbers, and without ids of messages that have one in them. */
export function hideNumbers(text: string): string {
  return text
    .replaceAll(MESSAGE_ID, (id) => `wamid.…${id.slice(-KEPT_OF_ID)}`)
    .replaceAll(NUMBER, (number) => `…${number.replaceAll(/\D/g, '').slice(-4)}`)
}
