import { mostCells } from '../insights/cells.ts'
import type { Report } from '../insights/report.ts'

/** So many cells of all reports are kept: about 100 MB. */
const MOST_CELLS = 2_000_000

/**
 * What report runs were complete with. It follows from the inputs of the world, and is no part of the state that is shown.
 * The oldest make room.
 */
export class Reports {
  readonly #kept = new Map<string, Report>()
  #cells = 0

  get(runId: string): Report | undefined {
    return this.#kept.get(runId)
  }

  keep(runId: string, report: Report): void {
    this.#kept.set(runId, report)
    this.#cells += cellsIn(report)
    for (const oldest of this.#kept.keys()) {
      if (this.#cells <= MOST_CELLS || oldest === runId) return
      this.drop(oldest)
    }
  }

  drop(runId: string): void {
    const dropped = this.#kept.get(runId)
    if (dropped) this.#cells -= cellsIn(dropped)
    this.#kept.delete(runId)
  }
}

const cellsIn = ({ subjects, ask }: Report): number => mostCells(subjects, ask.pieces)
