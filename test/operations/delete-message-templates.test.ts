import { expect } from 'vitest'
import { deleteMessageTemplates } from '../../contracts/operations/delete-message-templates.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { BODY, templates } from '../template-cases.ts'

const remove = (kit: Kit, query: Record<string, string>) => kit.graph('DELETE', '/{waba}/message_templates', { query })
const left = (kit: Kit) =>
  kit
    .world()
    .list('WhatsAppBusinessHSM')
    .filter(({ status }) => status !== 'DELETED')
    .map(({ name, language }) => `${name}/${language}`)

/** With the sale in French too. */
const inFrench = (status = 'APPROVED') =>
  templates((file) => {
    const french = {
      account: 'waba',
      name: 'spring_sale',
      language: 'fr',
      category: 'MARKETING',
      components: [BODY],
      status,
    }
    file.templates = { ...file.templates, french: french as never }
  })

/** A message of a template that is on its way. */
function onItsWay(kit: Kit, templateId: string): void {
  const { world } = kit
  world().traffic.keep({
    id: 'wamid.1',
    phoneId: need(kit.names.phone),
    accountId: need(kit.names.waba),
    type: 'template',
    templateId,
    category: 'marketing_lite',
    to: '14165550103',
    country: 'CA',
    at: world().now,
    expiresAt: world().now + 1,
    status: 'sent',
    habit: 'is_offline',
    step: 1,
    sharesActivity: true,
  })
}

proves(
  deleteMessageTemplates,
  {
    'by name deletes it in all languages': async () => {
      const kit = inFrench()
      expect((await remove(kit, { name: 'spring_sale', id: need(kit.names.waba) })).body).toEqual({ success: true })
      expect(left(kit)).toEqual(['birthday_offer/en_US'])
    },
    'by id and name deletes the one': async () => {
      const kit = inFrench()
      await remove(kit, { name: 'spring_sale', hsm_id: need(kit.names.french) })
      expect(left(kit)).toEqual(['spring_sale/en_US', 'birthday_offer/en_US'])
    },
    'by ids deletes all of them, or none': async () => {
      const kit = inFrench()
      const { template, french } = kit.names
      expectError(await remove(kit, { hsm_ids: `[${template},1]` }), 'template_missing')
      expect(left(kit)).toHaveLength(3)
      expect((await remove(kit, { hsm_ids: `[${template},${french}]` })).body).toEqual({ success: true })
      expect(left(kit)).toEqual(['birthday_offer/en_US'])
    },
    'ids go alone, and at most a hundred': async () => {
      const kit = templates()
      expectError(await remove(kit, { hsm_ids: '[1]', name: 'spring_sale' }), 'parameter_invalid')
      expectError(await remove(kit, { hsm_ids: '[1]', hsm_id: '1' }), 'parameter_invalid')
      const times = (count: number) => JSON.stringify(Array(count).fill(kit.names.template))
      expectError(await remove(kit, { hsm_ids: times(101) }), 'parameter_invalid')
      expect((await remove(kit, { hsm_ids: times(100) })).body).toEqual({ success: true })
    },
    'an id of another name is not found': async () => {
      const kit = templates()
      expectError(await remove(kit, { name: 'other', hsm_id: need(kit.names.template) }), 'template_missing')
    },
    'waits 30 days for messages that are on their way': async () => {
      const kit = templates()
      const { template } = kit.names
      onItsWay(kit, need(template))
      await remove(kit, { name: 'spring_sale' })
      const status = async () => (await kit.graph('GET', '/{template}', { query: { fields: 'status' } })).body.status
      expect(await status()).toBe('PENDING_DELETION')
      expectError(await remove(kit, { name: 'spring_sale' }), 'template_missing')
      await kit.advance('30d')
      expect(await status()).toBeUndefined()
    },
    'needs whatsapp_business_management': async () => {
      const kit = templates((file) => {
        if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['whatsapp_business_messaging']
      })
      const { body } = await remove(kit, { name: 'spring_sale' })
      expect(body.error.code).toBe(200)
    },
  },
  {
    parameter_required: () => remove(templates(), {}),
    parameter_invalid: () => remove(templates(), { hsm_ids: '[]' }),
    template_missing: () => remove(templates(), { name: 'unknown' }),
    template_status_fixed: () => remove(inFrench('DISABLED'), { name: 'spring_sale' }),
  },
)
