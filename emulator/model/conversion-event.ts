import type { createDatasetEvents } from '../../contracts/operations/create-dataset-events.ts'
import type { Static } from '../../contracts/schema.ts'

/** One event as it was sent to a dataset. */
export type ConversionEvent = Static<typeof createDatasetEvents.params>['data'][number]

/** What came once or several times, as a list. */
export const listOf = (value: string | readonly string[] | undefined): readonly string[] => [value ?? []].flat()
