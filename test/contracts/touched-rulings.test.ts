import { expect, test } from 'vitest'
import { type ErrorName, errors } from '../../contracts/errors.ts'
import { operations } from '../../contracts/operations.ts'
import { passingErrors } from '../../contracts/passing-errors.ts'
import { rulings } from '../../contracts/rulings.ts'
import { touchedRulings } from '../../contracts/touched-rulings.ts'
import { webhooks } from '../../contracts/webhooks.ts'

const NOTHING = {
  operations: new Set<string>(),
  errors: new Set<string>(),
  fields: new Set<string>(),
  answers: new Set<number>(),
}

test('every ruling is touched by something that a client can meet', () => {
  const touched = touchedRulings({
    operations: new Set(operations.map(({ name }) => name)),
    errors: new Set(Object.keys(errors)),
    fields: new Set(webhooks.map(({ field }) => field)),
    answers: new Set([200, 202, 500]),
  })
  expect(touched).toEqual(Object.keys(rulings))
})

test('nothing touches nothing; a call, an error, a webhook and an answer touch theirs', () => {
  expect(touchedRulings(NOTHING)).toEqual([])
  const of = (met: Partial<typeof NOTHING>): string[] => touchedRulings({ ...NOTHING, ...met })
  expect(of({ operations: new Set(['onboardPartnersToMMLite']) })).toContain('mm-duplicate-request')
  expect(of({ errors: new Set(['token_expired']) })).toEqual(['token-error-status', 'error-subcode'])
  expect(of({ fields: new Set(['user_preferences']) })).toEqual([
    'webhook-signature-sha1',
    'bsuid-in-webhooks',
    'webhook-batching',
    'development-mode',
  ])
  expect(of({ answers: new Set([200]) })).toEqual([])
  expect(of({ answers: new Set([202]) })).toEqual(['webhook-success-status'])
  expect(of({ answers: new Set([0]) })).toEqual(['webhook-retry-window', 'webhook-retry-recipients'])
})

test('the errors that pass say so where Meta does', () => {
  const transient = Object.keys(errors).filter((name) => (errors[name as ErrorName] as { transient?: true }).transient)
  // It is asked again with another call.
  expect(transient.filter((name) => !passingErrors.has(name))).toEqual(['report_run_not_ready'])
})
