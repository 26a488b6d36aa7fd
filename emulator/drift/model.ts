/** What is said of one value: of a parameter, or of a field of a reply. */
export interface Part {
  /** JSON types; none: nothing is said. */
  readonly types: readonly string[]
  /** The values that it may have; none: any. */
  readonly values: readonly string[]
  readonly required: boolean
  /** What is in it is not said. */
  readonly open: boolean
}

/** Parts by their paths: `template/components/*`; an item of a list is `*`. */
export type Parts = ReadonlyMap<string, Part>

/** One operation of an API, wherever that was described. */
export interface ApiOperation {
  /** `GET WhatsAppBusinessAccount/phone_numbers`. */
  readonly key: string
  readonly name: string
  readonly params: Parts
  readonly reply: Parts
  /** `100` or `100/33`. */
  readonly errors: readonly string[]
}

/** An API as one document describes it. */
export interface ApiModel {
  readonly title: string
  readonly operations: ReadonlyMap<string, ApiOperation>
  /** The document tells which parameters and fields there are, so that one that it lacks is none. */
  readonly tells: {
    readonly params: boolean
    readonly reply: boolean
    readonly required: boolean
    readonly errors: boolean
  }
}

export const keyOf = (method: string, on: string, edge?: string): string => `${method} ${on}${edge ? `/${edge}` : ''}`
