import { typeOf } from './fields.ts'

/** What answers of one kind look like, whatever their values are: several values laid over each other. */
export interface Shape {
  readonly types: Set<string>
  /** How many objects there were. */
  objects: number
  readonly keys: Map<string, { readonly shape: Shape; count: number }>
  /** Of the items of lists; undefined where no list had one. */
  items?: Shape
  /** Texts that are one of a few: they are in capitals. */
  readonly words: Set<string>
}

const WORD = /^[A-Z][A-Z0-9_]+$/
/** A key that is an id, or a number of somebody. */
const ID = /^(act_)?\d{5,}$/

export function shapeOf(values: readonly unknown[]): Shape {
  const shape: Shape = { types: new Set(), objects: 0, keys: new Map(), words: new Set() }
  for (const value of values) addTo(shape, value)
  return shape
}

function addTo(shape: Shape, value: unknown): void {
  shape.types.add(typeOf(value))
  if (typeof value === 'string' && WORD.test(value)) shape.words.add(value)
  if (Array.isArray(value)) addItems(shape, value)
  else if (typeof value === 'object' && value !== null) addObject(shape, value)
}

function addItems(shape: Shape, items: readonly unknown[]): void {
  for (const item of items) {
    shape.items ??= shapeOf([])
    addTo(shape.items, item)
  }
}

function addObject(shape: Shape, value: object): void {
  shape.objects += 1
  for (const [key, inner] of Object.entries(value)) addKey(shape, ID.test(key) ? '(id)' : key, inner)
}

function addKey(shape: Shape, name: string, value: unknown): void {
  const known = shape.keys.get(name) ?? { shape: shapeOf([]), count: 0 }
  shape.keys.set(name, known)
  known.count += 1
  addTo(known.shape, value)
}
