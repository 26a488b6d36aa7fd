import { describe } from 'vitest'
import { hold, refused } from './edges.ts'
import type { Event } from './story.ts'

describe('invitations', () => {
  const invite = (request: string | undefined, rest: object = {}): Event => ({
    call: 'POST /v25.0/5/onboard_partners_to_mm_lite',
    operation: 'onboardPartnersToMMLite',
    reply: { request_id: request },
    ...rest,
  })
  const duplicate = invite(undefined, { error: 'mm_duplicate_request' })
  const subscribe = (fields: unknown): Event => ({
    call: 'POST /v25.0/9/subscriptions',
    operation: 'createApplicationSubscription',
    params: { fields },
  })
  const signed = (event = 'MM_LITE_TERMS_SIGNED'): Event => ({
    hears: 'account_update',
    value: { event, waba_info: { owner_business_id: '5' } },
  })
  const insights = { call: 'GET /v25.0/act_1/insights', error: 'ad_account_not_granted' }
  const fetched = (path = '5'): Event => ({
    call: `POST /v25.0/${path}/system_user_access_tokens`,
    operation: 'createSystemUserAccessToken',
  })
  const id = 'token-not-fetched-after-signing'

  hold([
    ['the same request', 'invitation-repeated', [invite('1'), invite('1')], [1, 2]],
    ['another request', 'invitation-repeated', [invite('1'), invite('2')], []],
    ['a duplicate', 'invitation-repeated', [invite('1'), duplicate], [1, 2]],
    ['a duplicate of another partner', 'invitation-repeated', [duplicate], []],
    ['a duplicate twice', 'invitation-repeated', [duplicate, duplicate], [1, 2]],
    ['refused, then invited', 'invitation-repeated', [invite('1', refused), invite('1')], []],
    ['refused, invited, and again', 'invitation-repeated', [invite('1', refused), invite('1'), invite('1')], [2, 3]],
    [
      'another business',
      'invitation-repeated',
      [invite('1'), invite('1', { call: 'POST /v25.0/6/onboard_partners_to_mm_lite' })],
      [],
    ],
    ['refused twice after it', 'invitation-repeated', [invite('1'), invite('1', refused), invite('1', refused)], []],
    ['nobody subscribed', 'invitation-unheard', [invite('1')], [1]],
    ['refused', 'invitation-unheard', [invite('1', refused)], []],
    ['subscribed', 'invitation-unheard', [subscribe(['account_update']), invite('1')], []],
    ['subscribed to messages', 'invitation-unheard', [subscribe('messages'), invite('1')], [2]],
    ['a webhook came', 'invitation-unheard', [invite('1'), { hears: 'account_update' }], []],
    ['another webhook came', 'invitation-unheard', [invite('1'), { hears: 'messages' }], [1]],
    ['older calls are forgotten', 'invitation-unheard', [invite('1')], [], { forgotten: { calls: 1, deliveries: 0 } }],
    ['signed, and not fetched', id, [signed(), insights], [1]],
    ['signed, fetched', id, [signed(), fetched(), insights], []],
    ['fetched before', id, [fetched(), signed(), insights], [2]],
    ['fetched of another business', id, [signed(), fetched('6'), insights], [2]],
    ['read before it signed', id, [insights, signed()], []],
    ['another event', id, [signed('PARTNER_ADDED'), insights], []],
    ['another error', id, [signed(), { ...insights, error: 'permission_missing' }], []],
  ])
})
