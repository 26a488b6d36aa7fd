import { expect, test } from 'vitest'
import { getMessageTemplates } from '../../contracts/operations/get-message-templates.ts'
import { expectError, proves } from '../operation.ts'
import { BODY, create, templates } from '../template-cases.ts'

const EDGE = '/{waba}/message_templates'
const names = async (kit: ReturnType<typeof templates>, query: Record<string, string>) =>
  (await kit.graph('GET', EDGE, { query: { fields: 'name', ...query } })).body.data.map(
    ({ name }: { name: string }) => name,
  )

/** Beside the two of the world one in French, of another category and status. */
const withThird = (side = 'substring') =>
  templates((file) => {
    file.rulings = { ...file.rulings, 'template-name-filter': side }
    const third = {
      account: 'waba',
      name: 'sale_ends',
      language: 'fr',
      components: [{ type: 'BODY', text: 'Du pain frais.' }],
    }
    file.templates = {
      ...file.templates,
      third: { ...third, category: 'UTILITY', status: 'REJECTED', quality: 'RED', created: '2026-02-01' },
    }
  })

const BOTH = ['spring_sale', 'birthday_offer']

proves(
  getMessageTemplates,
  {
    'lists the templates of an account with the default fields': async () => {
      const kit = templates()
      const { data, paging } = (await kit.graph('GET', EDGE)).body
      expect(Object.keys(data[0])).toEqual([
        'name',
        'parameter_format',
        'components',
        'language',
        'status',
        'category',
        'id',
      ])
      expect(data.map(({ id }: { id: string }) => id)).toEqual([kit.names.template, kit.names.template_with_variables])
      expect(Object.keys(paging)).toEqual(['cursors'])
    },
    'can be read by the client’s own token, and page by page': async () => {
      const kit = templates()
      const page = await kit.graph('GET', EDGE, { as: 'client_business', query: { limit: '1', fields: 'name,status' } })
      expect(page.body.data).toEqual([{ name: 'spring_sale', status: 'APPROVED', id: kit.names.template }])
      expect(page.body.paging.next).toContain('limit=1')
    },
    'can be filtered by everything that a template has': async () => {
      const kit = withThird()
      expect(await names(kit, { status: 'approved' })).toEqual(BOTH)
      expect(await names(kit, { status: '["REJECTED","PAUSED"]' })).toEqual(['sale_ends'])
      expect(await names(kit, { category: 'utility' })).toEqual(['sale_ends'])
      expect(await names(kit, { language: 'fr,de' })).toEqual(['sale_ends'])
      expect(await names(kit, { quality_score: 'GREEN' })).toEqual(BOTH)
      expect(await names(kit, { content: 'PAIN' })).toEqual(['sale_ends'])
      expect(await names(kit, { name_or_content: 'offer' })).toEqual(['birthday_offer'])
      expect(await names(kit, { source: 'AUTO_GENERATED' })).toEqual([])
      expect(await names(kit, { source: 'manual', since: '2026-03-01' })).toEqual(BOTH)
      expect(await names(kit, { until: '1772000000' })).toEqual(['sale_ends'])
      expect(await names(kit, { name: 'sale' })).toEqual(['spring_sale', 'sale_ends'])
    },
    'ruling template-name-filter: under exact the name is the whole name': async () => {
      const kit = withThird('exact')
      expect(await names(kit, { name: 'sale' })).toEqual([])
      expect(await names(kit, { name: 'sale_ends' })).toEqual(['sale_ends'])
    },
    'tells the numbers of its summary that are asked for': async () => {
      const summary = async (asked: string, kit = templates()) =>
        (await kit.graph('GET', EDGE, { query: { summary: asked, limit: '1' } })).body.summary
      expect(await summary('true')).toEqual({ total_count: 2 })
      expect(
        await summary('total_count,message_template_count,message_template_limit,are_translations_complete'),
      ).toEqual({
        total_count: 2,
        message_template_count: 2,
        message_template_limit: 6000,
        are_translations_complete: true,
      })
      expect(await summary('are_translations_complete', withThird())).toEqual({ are_translations_complete: false })
    },
    'does not have what was deleted': async () => {
      const kit = templates()
      await kit.graph('DELETE', EDGE, { query: { name: 'spring_sale' } })
      expect(await names(kit, {})).toEqual(['birthday_offer'])
      expectError(await kit.graph('GET', '/{template}'), 'object_missing_on_get')
    },
  },
  {
    cursor_invalid: () => templates().graph('GET', EDGE, { query: { after: '!' } }),
    parameter_type: () => templates().graph('GET', EDGE, { query: { since: 'noon' } }),
  },
)

test('the health of a template names everything that it takes to send it', async () => {
  const kit = templates()
  const health = async () =>
    (await kit.graph('GET', '/{template}', { query: { fields: 'health_status' } })).body.health_status
  expect(await health()).toEqual({
    can_send_message: 'AVAILABLE',
    entities: [
      { entity_type: 'MESSAGE_TEMPLATE', id: kit.names.template, can_send_message: 'AVAILABLE' },
      { entity_type: 'WABA', id: kit.names.waba, can_send_message: 'AVAILABLE' },
      { entity_type: 'BUSINESS', id: kit.names.client, can_send_message: 'AVAILABLE' },
      { entity_type: 'APP', id: kit.names.app, can_send_message: 'AVAILABLE' },
    ],
  })
  await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
  expect(await health()).toMatchObject({
    can_send_message: 'BLOCKED',
    entities: [{ can_send_message: 'BLOCKED', errors: [{ error_code: 132015 }] }, {}, {}, {}],
  })
  const { id } = (await create(kit, { components: [BODY] })).body
  const fresh = (await kit.graph('GET', `/${id}`, { query: { fields: 'health_status' } })).body.health_status
  expect(fresh.entities[0].errors[0].error_code).toBe(132001)
})
