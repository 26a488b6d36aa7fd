/** A body that is posted, and what it is in words. */
export interface Body {
  readonly text: string
  readonly what: string
}

/** An event as Meta or somebody else published it. */
export interface PublishedEvent {
  readonly source: string
  readonly field: string
  readonly value: object
}
