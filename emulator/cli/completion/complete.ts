import type { Argument, Command, Option } from 'commander'
import { placeholderOf, VALUES, type Values } from './values.ts'

/** One word that may stand in the place of the last one. */
export interface Offer {
  readonly word: string
  readonly says: string
}

/** What may stand in the place of the last word. */
export interface Offers {
  readonly offers: readonly Offer[]
  /** The shell offers files, too: those with these endings, all where there are none; or folders. */
  readonly files?: readonly string[] | 'folders'
}

const NONE: Offers = { offers: [] }

/**
 * What a shell offers.
 * @param words what stands after `mmgraph`, up to the word that is being typed, which may be empty
 */
export function complete(program: Command, words: readonly string[]): Offers {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const { command, rest } = calledIn(program, before)
  const { offers, ...files } = offersFor({ program, command, rest, typed, isFirst: before.length === 0 })
  return { offers: offers.filter(({ word }) => word.startsWith(typed)), ...files }
}

interface Place {
  readonly program: Command
  readonly command: Command
  /** The words after the command, without the last one. */
  readonly rest: readonly string[]
  readonly typed: string
  readonly isFirst: boolean
}

/** The first word is the command; without one it is serve. */
function calledIn(
  program: Command,
  [first, ...rest]: readonly string[],
): { command: Command; rest: readonly string[] } {
  const found = program.commands.find((command) => command.name() === first)
  const standard = program.commands.find((command) => command.name() === 'serve') ?? program
  return found
    ? { command: found, rest }
    : { command: standard, rest: [...(first === undefined ? [] : [first]), ...rest] }
}

function offersFor(place: Place): Offers {
  const { program, command, rest, typed, isFirst } = place
  if (rest.includes('--')) return { offers: [], files: [] }
  if (rest[0] === 'help') return { offers: commandsOf(program) }
  const [, long, value] = /^(--[\w-]+)=(.*)$/.exec(typed) ?? []
  if (long !== undefined) return afterEquals(optionNamed(command, long), `${long}=`, value ?? '')
  const waiting = waitingOption(command, rest)
  if (waiting && needsValue(waiting, rest)) return valuesOf(waiting, typed)
  if (typed.startsWith('-')) return { offers: optionsOf(place) }
  if (isFirst) return { offers: commandsOf(program) }
  return waiting ? valuesOf(waiting, typed) : argumentOf(place)
}

const visible = (program: Command): readonly Command[] =>
  program.createHelp().visibleCommands(program) as readonly Command[]

function commandsOf(program: Command): Offer[] {
  return visible(program).map((command) => ({ word: command.name(), says: command.description() }))
}

/** Those that were not given yet, or may be given once more. */
function optionsOf({ program, command, rest, isFirst }: Place): Offer[] {
  const own = command.createHelp().visibleOptions(command) as readonly Option[]
  const all = isFirst ? [...own, ...(program.createHelp().visibleOptions(program) as readonly Option[])] : own
  const isOpen = ({ long, flags }: Option): boolean => !rest.includes(long ?? '') || flags.includes('=')
  const offers = all
    .filter(isOpen)
    .map(({ long, short, description }) => ({ word: long ?? short ?? '', says: description }))
  return [...new Map(offers.map((offer) => [offer.word, offer])).values()]
}

const optionNamed = (command: Command, name: string): Option | undefined =>
  command.options.find(({ long, short }) => long === name || short === name)

/** The option that the word before belongs to, or the last one of those that take many words. */
function waitingOption(command: Command, rest: readonly string[]): Option | undefined {
  const at = rest.findLastIndex((word) => word.startsWith('-'))
  const option = at < 0 ? undefined : optionNamed(command, rest[at] ?? '')
  if (!option?.required) return undefined
  return option.variadic || at === rest.length - 1 ? option : undefined
}

/** Nothing else than a value may stand right after its name. */
const needsValue = ({ long, short }: Option, rest: readonly string[]): boolean => [long, short].includes(rest.at(-1))

function valuesOf({ argChoices, flags }: Pick<Option, 'argChoices' | 'flags'>, typed: string): Offers {
  if (argChoices) return { offers: argChoices.map((word) => ({ word, says: '' })) }
  const known: Values | undefined = VALUES[placeholderOf(flags) ?? '']
  if (!known) return NONE
  const done = known.listed ? typed.slice(0, typed.lastIndexOf(',') + 1) : ''
  const offers = known.words().map((word) => ({ word: `${done}${word}`, says: '' }))
  return { offers, ...(known.files && { files: known.files }) }
}

function afterEquals(option: Option | undefined, before: string, typed: string): Offers {
  if (!option) return NONE
  const { offers } = valuesOf(option, typed)
  return { offers: offers.map(({ word, says }) => ({ word: `${before}${word}`, says })) }
}

/** The argument that comes next; the last one where it takes many words. */
function argumentOf({ command, rest, typed }: Place): Offers {
  const given = rest.filter((word, at) => !word.startsWith('-') && !takes(command, rest[at - 1])).length
  const all: readonly Argument[] = command.registeredArguments
  const last = all.at(-1)
  const argument = all[given] ?? (last?.variadic ? last : undefined)
  return argument ? valuesOf({ argChoices: argument.argChoices, flags: `<${argument.name()}>` } as Option, typed) : NONE
}

const takes = (command: Command, word = ''): boolean => optionNamed(command, word)?.required === true
