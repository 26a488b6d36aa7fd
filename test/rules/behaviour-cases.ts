import type { Cases } from './cases.ts'
import { cloud, type Event, failed, PHONE, preference, sent, status, story, text, times } from './story.ts'

const read = (path: string, operation: string, more: object = {}): Event => ({
  call: `GET /v25.0/${path}`,
  operation,
  ...more,
})

const MINUTE = 60_000
const limited = { operation: 'getMessageTemplates', call: 'GET /v25.0/1/message_templates' }
const again = { ...limited, params: { limit: 5 } }
const stopped = { category: 'marketing' }
const lite = { category: 'marketing_lite' }
const subscribed = { call: 'POST /v25.0/1/subscribed_apps', operation: 'subscribeToWabaWebhooks' }
const invited = {
  call: 'POST /v25.0/7/onboard_partners_to_mm_lite',
  operation: 'onboardPartnersToMMLite',
  reply: { request_id: '1' },
}
const signed: Event = {
  hears: 'account_update',
  value: { event: 'MM_LITE_TERMS_SIGNED', waba_info: { waba_id: '1', owner_business_id: '7' } },
}
const fetched = {
  call: 'POST /v25.0/7/system_user_access_tokens',
  operation: 'createSystemUserAccessToken',
  params: { fetch_only: true },
}
const insights = read('act_5/insights', 'getAdAccountInsights', { params: { fields: 'marketing_messages_sent' } })
const upload = (sha256: string): Event => ({
  call: `POST /v25.0/${PHONE}/media`,
  operation: 'uploadImage',
  params: { file: { name: 'a.png', sha256 } },
})
const wrong = { ...limited, params: { fields: 'nonsense' }, error: 'field_unknown' }
const bad = { ...limited, error: 'token_expired' }
const others = (count: number, rest: object = {}): Event[] =>
  Array.from({ length: count }, (_, at) => sent(`o${at}`, { to: `+1416556${1000 + at}` }, rest))
const more = { paging: { next: 'http://127.0.0.1/next', cursors: { after: 'MjQZD' } } }

/** What a client does over time. */
export const behaviourCases: Cases = {
  'token-used-after-refusal': {
    breaks: () => story(bad, bad, bad),
    keeps: () => story(bad, bad, { ...bad, token: 'bbbb' }),
  },
  'token-asked-for-again': {
    breaks: () => story(fetched, sent('a'), fetched),
    keeps: () => story(fetched, signed, fetched, bad, { ...fetched, fault: 'truncate' }, fetched),
  },
  'debug-token-per-send': {
    breaks: () => story(...times(3, read('debug_token', 'debugToken')).flatMap((call) => [call, ...others(1)])),
    keeps: () => story(read('debug_token', 'debugToken'), ...others(5), read('debug_token', 'debugToken')),
  },
  'proof-missing': {
    breaks: () => story({ ...limited, params: { appsecret_proof: '(secret)' } }, limited),
    keeps: () => story({ ...fetched, params: { appsecret_proof: '(secret)' } }, limited),
  },
  'retried-final-error': {
    breaks: () => story(wrong, wrong),
    keeps: () => story(wrong, { ...subscribed }, wrong),
  },
  'called-on-while-limited': {
    breaks: () => story({ ...again, error: 'waba_limit_reached', regain: 12 }, again, again),
    keeps: () => story({ ...again, error: 'waba_limit_reached', regain: 2 }, { ...again, after: 2 * MINUTE }, again),
  },
  'pair-rate-not-waited': {
    breaks: () =>
      story(sent('a', {}, { error: 'pair_rate_reached' }), sent('b', {}, { error: 'pair_rate_reached' }), sent('c')),
    keeps: () =>
      story(
        sent('a', {}, { error: 'pair_rate_reached' }),
        sent('b', {}, { error: 'pair_rate_reached' }),
        sent('c', {}, { after: 4000 }),
      ),
  },
  'throughput-not-waited': {
    breaks: () => story(...others(4, { error: 'throughput_reached', after: 20 })),
    keeps: () => story(...others(4, { error: 'throughput_reached', after: 1000 })),
  },
  'retried-without-wait': {
    breaks: () => story({ ...limited, error: 'service_unavailable' }, { ...limited, after: 20 }),
    keeps: () => story({ ...limited, error: 'service_unavailable' }, { ...limited, after: 1000 }),
  },
  'sent-on-while-blocked': {
    breaks: () => story(...others(4, { error: 'account_locked' })),
    keeps: () => story(...others(3, { error: 'account_locked' }), ...others(4)),
  },
  'sent-after-stop': {
    breaks: () => story(sent('a'), preference('stop'), sent('b')),
    keeps: () => story(sent('a'), preference('stop'), preference('resume'), sent('b')),
  },
  'resent-after-opt-out': {
    breaks: () => story(sent('a'), failed('a', 131050), sent('b', {}, { after: 40 * 24 * 60 * MINUTE })),
    keeps: () => story(sent('a'), failed('a', 131050), preference('resume'), sent('b')),
  },
  'resent-while-held-back': {
    breaks: () => story(sent('a'), failed('a', 131049), sent('b')),
    keeps: () => story(sent('a'), failed('a', 131049), sent('b', {}, { after: 24 * 60 * MINUTE })),
  },
  'resent-to-unreachable': {
    breaks: () => story(cloud('a'), failed('a', 131026), cloud('b', text)),
    keeps: () => story(cloud('a'), failed('a', 131026), cloud('b', text, { after: 60 * MINUTE })),
  },
  'resent-to-blocked': {
    breaks: () => story(cloud('a'), failed('a', 130403), cloud('b')),
    keeps: () => story(cloud('a'), failed('a', 131000), cloud('b')),
  },
  'sent-after-window': {
    breaks: () => story(cloud('a', text), failed('a', 131047), cloud('b', text)),
    keeps: () =>
      story(
        cloud('a', text),
        failed('a', 131047),
        { hears: 'messages', value: { messages: [{ from: '14165550100' }] } },
        cloud('b', text),
      ),
  },
  'sent-again-after-lost-answer': {
    breaks: () => story(sent('a', {}, { status: 0, fault: 'drop after' }), sent('b')),
    keeps: () => story(sent('a', {}, { status: 0, fault: 'drop before', reply: null }), sent('b')),
  },
  'sent-twice': {
    breaks: () => story(sent('a'), sent('b')),
    keeps: () => story(sent('a'), sent('b', { template: { name: 'birthday_offer' } }), sent('c', {}, { after: 6000 })),
  },
  'more-than-80-a-second': {
    breaks: () => story(...others(81, { after: 12 })),
    keeps: () => story(...others(80, { after: 12 }), ...others(1)),
  },
  'fallback-unnoticed': {
    breaks: () => story(sent('a'), status('a', 'sent', { pricing: stopped }), ...others(4)),
    keeps: () => story(sent('a'), status('a', 'sent', { pricing: lite }), ...others(4)),
  },
  'marketing-by-cloud-api': {
    breaks: () =>
      story(sent('a'), cloud('b'), status('a', 'sent', { pricing: lite }), status('b', 'sent', { pricing: stopped })),
    keeps: () => story(cloud('b'), status('b', 'sent', { pricing: stopped })),
  },
  'statuses-unheard': {
    breaks: () => story(...others(10)),
    keeps: () => story(...others(10), status('o0', 'sent')),
  },
  'media-uploaded-again': {
    breaks: () => story(...times(3, upload('aa'))),
    keeps: () => story(upload('aa'), upload('bb'), upload('cc'), upload('aa')),
  },
  'page-not-followed': {
    breaks: () => story({ ...limited, reply: more }, sent('a')),
    keeps: () => story({ ...limited, reply: more }, { ...limited, params: { after: 'MjQZD' } }, sent('a')),
  },
  'read-again': {
    breaks: () => story(...times(3, read('1/phone_numbers', 'getWhatsAppBusinessAccountPhoneNumbers'))),
    keeps: () => {
      const numbers = read('1/phone_numbers', 'getWhatsAppBusinessAccountPhoneNumbers')
      return story(numbers, numbers, signed, numbers)
    },
  },
  'onboarding-polled': {
    breaks: () => story(...times(4, onboarding(MINUTE))),
    keeps: () => story(...times(4, onboarding(60 * MINUTE))),
  },
  'template-status-polled': {
    breaks: () => story(...times(4, { ...limited, params: { name: 'spring_sale' } })),
    keeps: () =>
      story(...times(3, { ...limited, params: { name: 'spring_sale' } }), { ...limited, params: { name: 'other' } }),
  },
  'report-polled-too-fast': {
    breaks: () => story(...times(3, read('44', 'getAdReportRun', { after: 200 }))),
    keeps: () => story(...times(3, read('44', 'getAdReportRun', { after: 3000 }))),
  },
  'metrics-per-message': {
    breaks: () => story(...others(3).flatMap((send) => [send, insights])),
    keeps: () => story(...others(3), insights, ...others(3), insights),
  },
  'metrics-read-too-often': {
    breaks: () => story(...times(3, { ...insights, after: 5 * MINUTE })),
    keeps: () => story(...times(3, { ...insights, after: 15 * MINUTE + 1 })),
  },
  'invitation-repeated': {
    breaks: () => story(invited, { ...invited, error: 'mm_duplicate_request' }),
    keeps: () => story(invited, { ...invited, reply: { request_id: '2' } }),
  },
  'invitation-unheard': {
    breaks: () => story(invited),
    keeps: () =>
      story(
        {
          call: 'POST /v25.0/9/subscriptions',
          operation: 'createApplicationSubscription',
          params: { fields: 'account_update' },
        },
        invited,
      ),
  },
  'token-not-fetched-after-signing': {
    breaks: () => story(invited, signed, { ...insights, error: 'ad_account_not_granted' }),
    keeps: () => story(invited, signed, fetched, { ...insights, error: 'ad_account_not_granted' }),
  },
  'webhook-not-taken': {
    breaks: () => story({ ...signed, status: 500 }),
    keeps: () => story({ ...signed, status: 500, event: 1 }, { ...signed, event: 1, attempt: 2 }),
  },
  'webhook-taken-late': {
    breaks: () => story({ ...signed, status: 0, event: 1 }, { ...signed, event: 1, attempt: 2 }),
    keeps: () => story({ ...signed, event: 1 }, { ...signed, event: 1, attempt: 2, status: 500 }),
  },
  'webhook-slow': {
    breaks: () => story(...times(5, { ...signed, took: 300 })),
    keeps: () => story(...times(5, { ...signed, took: 200 }), { ...signed, took: 1000 }),
  },
  'webhook-answered-otherwise': {
    breaks: () => story({ ...signed, status: 202 }),
    keeps: () => story({ ...signed, status: 302 }, signed),
  },
  'webhook-acted-on-twice': {
    breaks: () => story(signed, fetched, signed, fetched),
    keeps: () => story(signed, fetched, signed, sent('a')),
  },
  'override-cleared': {
    breaks: () => story({ ...subscribed, params: { override_callback_uri: 'http://127.0.0.1/a' } }, subscribed),
    keeps: () => story(subscribed, { ...subscribed, params: { override_callback_uri: 'http://127.0.0.1/a' } }),
  },
}

function onboarding(after: number): Event {
  return read('1', 'getWhatsAppBusinessAccountDetails', {
    params: { fields: 'id,marketing_messages_onboarding_status' },
    after,
  })
}
