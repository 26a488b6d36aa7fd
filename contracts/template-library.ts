/** A template that Meta has written: its words are fixed, its variables and the targets of its buttons are not. */
export interface LibraryTemplate {
  readonly name: string
  readonly category: 'UTILITY'
  readonly header?: string
  readonly body: string
  readonly examples: readonly string[]
  readonly buttons: readonly { readonly type: 'URL' | 'PHONE_NUMBER'; readonly text: string }[]
  /** Sentences that `library_template_body_inputs` adds, by the name of the input. */
  readonly additions: Readonly<Record<string, string>>
}

/**
 * A small library: names, parameters and buttons as the page shows them, words of our own. Every language of the list
 * has them, in English.
 * @see sources template-library
 */
export const templateLibrary: readonly LibraryTemplate[] = [
  {
    name: 'delivery_update_1',
    category: 'UTILITY',
    body: 'Hello {{1}}, your order {{2}} is on its way and should arrive on {{3}}.',
    examples: ['Jim', '#12345', 'Jan 1, 2024'],
    buttons: [{ type: 'URL', text: 'Track shipment' }],
    additions: {
      add_contact_number: 'Questions? Call us.',
      add_track_package_link: 'Track your package at any time.',
      add_learn_more_link: 'Learn more on our website.',
    },
  },
  {
    name: 'low_balance_warning_1',
    category: 'UTILITY',
    header: 'Your account balance is low',
    body: 'Hello {{1}}, the {{2}} in your account ending in {{3}} fell below your limit of {{4}} just now.',
    examples: ['Jim', 'available funds', '1234', '$75.00'],
    buttons: [
      { type: 'URL', text: 'Make a deposit' },
      { type: 'PHONE_NUMBER', text: 'Call us' },
    ],
    additions: { add_contact_number: 'Questions? Call us.' },
  },
  {
    name: 'payment_overdue_1',
    category: 'UTILITY',
    body: 'Hello {{1}}, your payment of {{2}} was due on {{3}} and has not arrived yet.',
    examples: ['Jim', '$75.00', 'Jan 1, 2024'],
    buttons: [{ type: 'URL', text: 'Make a payment' }],
    additions: {},
  },
]
