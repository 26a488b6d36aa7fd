import TinyQueue from 'tinyqueue'

/** A webhook on its way: the one body of one event to one app. */
export interface Parcel {
  /** Number of the event; the parcels of one event to several apps share it. */
  readonly event: number
  readonly field: string
  readonly appId: string
  readonly url: string
  readonly body: string
  /** Webhooks about one thing are posted in order. */
  readonly about?: string
  /** What a test asked to become of it. */
  readonly fault?: 'duplicated' | 'disordered' | 'delayed'
}

/** For which webhook another one waits, which a test wants to come after it. */
export interface Waits {
  readonly field?: string
  readonly phone?: string
}

/** Something that is due, as plain data. */
export type Due = { readonly at: number; readonly n: number } & (
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'happening'; readonly name: string; readonly params: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'delivery'
      readonly parcel: Parcel
      readonly attempt: number
      readonly firstAt: number
      /** The same event to other apps: under a ruling they get a copy of every retry. */
      readonly others: readonly Parcel[]
      /** Such a copy; when it is not taken, nobody tries again. */
      readonly copy?: true
      /** It goes when such a webhook has gone to the same app, or when it is due. */
      readonly waits?: Waits
    }
)

export type DueDelivery = Extract<Due, { kind: 'delivery' }>

type WithoutNumber<T> = T extends unknown ? Omit<T, 'n'> : never
export type NewDue = WithoutNumber<Due>

/** The one queue of a world: ordered by time, then by the order of asking. */
export class Queue {
  #rows = new TinyQueue<Due>([], earlier)
  #asked = 0

  push(due: NewDue): Due {
    this.#asked += 1
    const row = Object.assign(due, { n: this.#asked }) as Due
    this.#rows.push(row)
    return row
  }

  peek(): Due | undefined {
    return this.#rows.peek()
  }

  pop(): Due | undefined {
    return this.#rows.pop()
  }

  /** Whether it was there. */
  remove(row: Due): boolean {
    const others = this.#rows.data.filter((other) => other !== row)
    const wasThere = others.length < this.#rows.data.length
    this.#rows = new TinyQueue(others, earlier)
    return wasThere
  }

  /** All rows, earliest first. */
  list(): Due[] {
    return [...this.#rows.data].sort(earlier)
  }
}

function earlier(a: Due, b: Due): number {
  return a.at - b.at || a.n - b.n
}
