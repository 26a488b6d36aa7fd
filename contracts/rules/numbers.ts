import type { History } from '../history.ts'
import { hitsOf, hitsOfCalls, type Offence } from '../judging/place.ts'
import { type Send, sendsOf } from '../judging/sends.ts'
import { fieldsOf, listOf, textOf } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

/** What Graph made of a number that came without a plus. */
function readAs({ call, to }: Send): 'the same' | 'another' | undefined {
  const { wa_id } = fieldsOf(listOf(fieldsOf(call.reply).contacts)[0])
  const digits = to.replaceAll(/\D/g, '')
  const isNumber = /^[\d\s().-]+$/.test(to) && digits.length > 0
  if (!isNumber || textOf(fieldsOf(call.params).to) === undefined || typeof wa_id !== 'string') return undefined
  return wa_id === digits ? 'the same' : 'another'
}

/** A client writes all its numbers alike: they are told once, wherever they went. */
function withoutPlus(history: History): Offence[] {
  const sends = sendsOf(history).filter((send) => readAs(send) === 'the same')
  const count = sends.length === 1 ? '1 number' : `${sends.length} numbers`
  const problem = `${count} came without a plus, and ${sends.length === 1 ? 'was' : 'were'} read as meant`
  return [{ calls: sends.map(({ call }) => call), problem }]
}

const caller = { side: 'caller' } as const

/** How numbers are written. */
export const numberRules: readonly Rule[] = [
  {
    ...caller,
    id: 'number-without-country-code',
    title: 'A number without a plus went to another number',
    explains:
      'Without a plus Graph puts the country code of the business in front: the message reaches a stranger, or nobody.',
    mend: 'Write numbers with plus and country code: +14165550100.',
    severity: 'warning',
    basis: 'documented',
    sources: ['phone-numbers: WhatsApp user phone number formats'],
    judge: (history) =>
      hitsOfCalls(
        sendsOf(history)
          .filter((send) => readAs(send) === 'another')
          .map(({ call }) => call),
        () => 'Graph read the number as another, as it came without a plus',
      ),
  },
  {
    ...caller,
    id: 'number-without-plus',
    title: 'A number comes without a plus',
    explains: 'Meta highly recommends the plus: without it the country code of the business may be put in front.',
    mend: 'Write numbers with plus and country code: +14165550100.',
    severity: 'note',
    basis: 'documented',
    sources: ['phone-numbers: WhatsApp user phone number formats'],
    judge: (history) => hitsOf(withoutPlus(history)),
  },
]
