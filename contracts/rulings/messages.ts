import type { Ruling } from '../ruling.ts'

/** Contradictions about messages that are no templates, and about what customers send. */
export const messageRulings = {
  'list-body-length': {
    question: 'How long may the text of an interactive list be?',
    sides: {
      captured: {
        says: '1024 characters, as of every interactive message: 131009 for more',
        sources: ['capture-body-length'],
      },
      page: { says: '4096 characters', sources: ['messages-list: MESSAGE_BODY_TEXT'] },
    },
    chosen: 'captured',
    why: 'A list with a text of 1,731 characters was refused in October 2026; the page is older.',
  },
  'bsuid-in-webhooks': {
    question: 'Do webhooks carry business-scoped user ids (user_id, from_user_id, recipient_user_id)?',
    sides: {
      'since-april-2026': { says: 'Yes, all of messages and user_preferences', sources: ['bsuid-webhooks'] },
      before: { says: 'No', sources: ['openapi: webhooks', 'user-preferences-webhook: Example'] },
    },
    chosen: 'since-april-2026',
    why: 'Meta sends them since April 2026, and published clients of 2026 break without them.',
  },
  'parent-bsuid': {
    question: 'Do webhooks carry parent ids of users, and how are they named in a status?',
    sides: {
      'not-enrolled': {
        says: 'No: only portfolios that Meta has enrolled get them',
        sources: ['bsuid-webhooks: Parent business-scoped user IDs'],
      },
      recipient_parent_user_id: {
        says: 'recipient_parent_user_id, and the ids have ENT in them: US.ENT.118…',
        sources: ['bsuid-webhooks: Status messages webhooks'],
      },
      parent_recipient_user_id: {
        says: 'parent_recipient_user_id, and the ids look like any other: US.118…',
        sources: ['bsuid-webhooks-2026-03'],
      },
    },
    chosen: 'not-enrolled',
    why: 'Few portfolios are enrolled. Of the names the one with recipient first is the newer.',
  },
  'number-change-message': {
    question: 'Which system message comes when a customer changes the phone number?',
    sides: {
      user_changed_user_id: {
        says: 'type user_changed_user_id; the body names the old and the new business-scoped user id',
        sources: ['bsuid-webhooks: System messages webhooks'],
      },
      user_changed_number: {
        says: 'type user_changed_number; the body names the old and the new number',
        sources: ['openapi: SystemMessage'],
      },
    },
    chosen: 'user_changed_user_id',
    why: 'The page of May 2026 is the newest and says so in words.',
  },
} as const satisfies Record<string, Ruling>
