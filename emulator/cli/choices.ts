import { InvalidArgumentError, type Option } from 'commander'
import { nearest } from '../../contracts/nearest.ts'

/** Tells of a choice that is none which one may have been meant. */
export function suggestChoices(option: Option): void {
  const { argChoices } = option
  if (!argChoices) return
  option.argParser((text) => {
    if (argChoices.includes(text)) return text
    const like = nearest(text, argChoices)
    const meant = like ? ` Did you mean ${like}?` : ''
    throw new InvalidArgumentError(`Allowed choices are ${argChoices.join(', ')}.${meant}`)
  })
}
