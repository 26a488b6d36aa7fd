import type { Deviation } from './fake-graph.ts'

/** A Graph that answers otherwise than its contract, and what is found of it. */
export interface Planted {
  /** The operation of which it answers so. */
  readonly of: string
  readonly does: Deviation
  /** Found by the contract alone. */
  readonly alone?: RegExp
  /** Found beside a twin. */
  readonly twin?: RegExp
}

const isList = (path: string): boolean => path.endsWith('/phone_numbers')

export const deviations: Readonly<Record<string, Planted>> = {
  'a key that must be there is missing': {
    of: 'getWhatsAppBusinessAccountPhoneNumbers',
    does: ({ path, reply }) => {
      if (!isList(path) || !reply.data) return undefined
      return { reply: { ...reply, data: reply.data.map(({ id: _, ...rest }: { id: string }) => rest) } }
    },
    alone:
      /reply-keeps-contract getWhatsAppBusinessAccountPhoneNumbers .*\/reply\/data\/0: must have required property 'id'/,
    twin: /twin-answers-alike getWhatsAppBusinessAccountPhoneNumbers .*\/reply\/data\/\*\/id: 'id' is missing; the twin has it/,
  },
  'a key that need not be there is missing': {
    of: 'getWhatsAppBusinessAccountPhoneNumbers',
    does: ({ path, reply }) => {
      if (!isList(path) || !reply.data) return undefined
      return { reply: { ...reply, data: reply.data.map(({ throughput: _, ...rest }: { throughput: object }) => rest) } }
    },
    twin: /warning twin-answers-alike .*\/reply\/data\/\*\/throughput: 'throughput' is missing; the twin has it/,
  },
  'a type is another': {
    of: 'getPricingAnalytics',
    does: ({ path, reply }) =>
      path.endsWith('/pricing_analytics') && reply.data?.[0]
        ? { reply: JSON.parse(JSON.stringify(reply).replaceAll(/"volume":(\d+)/g, '"volume":"$1"')) }
        : undefined,
    alone: /error reply-keeps-contract getPricingAnalytics .*\/volume: must be/,
    twin: /error twin-answers-alike getPricingAnalytics .*\/volume: string came; it is integer with the twin/,
  },
  'an error has another code': {
    of: 'getApplication',
    does: ({ reply }) => (reply.error?.code === 190 ? { reply: { error: { ...reply.error, code: 191 } } } : undefined),
    alone: /error-is-the-one .*: code 191 came to a token that is none; it must be code 190/,
    twin: /twin-answers-alike .*\/reply\/error\/code: token that is none: code 191 came; it is 190 with the twin/,
  },
  'an error has no message of the catalogue': {
    of: 'getApplication',
    does: ({ reply }) =>
      reply.error?.code === 100 ? { reply: { error: { ...reply.error, message: 'Something went wrong' } } } : undefined,
    alone: /error-is-documented .* code 100 'Something went wrong' is none of the errors of the contract/,
  },
  'a field has another name': {
    of: 'getWhatsAppBusinessAccountDetails',
    does: ({ reply, query }) => {
      if (!query.get('fields')?.includes('currency') || !('currency' in reply)) return undefined
      const { currency, ...rest } = reply
      return { reply: { ...rest, currency_code: currency } }
    },
    alone:
      /field-is-known getWhatsAppBusinessAccountDetails .*\/reply\/currency_code: .*'currency_code' came, which was not asked for/,
    twin: /\/reply\/currency: all fields: 'currency' is missing; the twin has it/,
  },
  'a field is none any more': {
    of: 'getWhatsAppBusinessAccountDetails',
    does: ({ query, status }) => {
      if (status !== 200 || !/(^|,)purchase_order_number(,|$)/.test(query.get('fields') ?? '')) return undefined
      const message =
        '(#100) Tried accessing nonexisting field (purchase_order_number) on node type (WhatsAppBusinessAccount)'
      return { status: 400, reply: { error: { message, type: 'OAuthException', code: 100, fbtrace_id: 'x' } } }
    },
    alone: /field-is-there getWhatsAppBusinessAccountDetails .*\/reply\/purchase_order_number/,
  },
  'an enum has a value that is none': {
    of: 'getWhatsAppBusinessAccountPhoneNumbers',
    does: ({ path, reply }) =>
      isList(path) && reply.data?.[0]?.quality_rating
        ? { reply: { ...reply, data: [{ ...reply.data[0], quality_rating: 'PURPLE' }] } }
        : undefined,
    alone: /reply-keeps-contract getWhatsAppBusinessAccountPhoneNumbers .*quality_rating: must be/,
    twin: /note twin-answers-alike .*quality_rating: PURPLE came; it is GREEN with the twin/,
  },
  'a page never ends': {
    of: 'getCampaigns',
    does: ({ path, query, reply }) => {
      if (!path.endsWith('/campaigns') || query.get('limit') !== '1') return undefined
      return {
        status: 200,
        reply: {
          data: reply.data ?? [{ id: '1' }],
          paging: { cursors: { before: 'a', after: 'a' }, next: 'https://graph/next' },
        },
      }
    },
    alone:
      /pages-end getCampaigns .*page 2: the cursor is that of an earlier page: whoever follows next never comes to an end/,
  },
  'a page is refused the cursor of the one before': {
    of: 'getCampaigns',
    does: ({ path, query }) =>
      path.endsWith('/campaigns') && query.has('after')
        ? {
            status: 400,
            reply: { error: { message: '(#100) no', type: 'OAuthException', code: 100, fbtrace_id: 'x' } },
          }
        : undefined,
    alone: /pages-go-on getCampaigns .*page 2: HTTP 400 came to the cursor of the page before it/,
  },
  'an item of a list has a key that is none': {
    of: 'getAds',
    does: ({ path, reply }) =>
      path.endsWith('/ads') && reply.data?.[0]
        ? { reply: { ...reply, data: [{ ...reply.data[0], colour: 'red' }] } }
        : undefined,
    alone: /field-is-known getAds .*\/reply\/data\/0\/colour: 'colour' came, which Ad does not have/,
    twin: /warning twin-answers-alike .*\/data\/\*\/colour: 'colour' came, which the twin does not have/,
  },
  'a page comes again under new cursors': {
    of: 'getAds',
    does: ({ path, query }) => {
      if (!path.endsWith('/ads') || query.get('limit') !== '1') return undefined
      const after = `${query.get('after') ?? ''}x`
      return {
        status: 200,
        reply: { data: [{ id: '1' }], paging: { cursors: { before: 'a', after }, next: 'https://graph/next' } },
      }
    },
    alone: /pages-end getAds .*page 2: an item of an earlier page comes again/,
  },
  'a header is missing': {
    of: 'getPhoneNumberSettings',
    does: ({ path }) => (path.endsWith('/settings') ? { headers: { 'facebook-api-version': '' } } : undefined),
    alone: /headers-are-graphs getPhoneNumberSettings .*the header facebook-api-version is ''/,
  },
  'an unknown token is let in': {
    of: 'getApplication',
    does: ({ reply }) => (reply.error?.code === 190 ? { status: 200, reply: { id: '1' } } : undefined),
    alone: /HTTP 200 without a code came to a token that is none; it must be code 190/,
  },
  'a parameter that must be there need not': {
    of: 'getAnalytics',
    does: ({ path, query, reply }) =>
      path.endsWith('/analytics') && !query.has('granularity') && reply.error ? { status: 200, reply: {} } : undefined,
    alone: /error-is-the-one getAnalytics .*granularity left out: HTTP 200 without a code/,
  },
}
