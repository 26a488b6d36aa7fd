import { expect } from 'vitest'
import {
  archiveMessageTemplates,
  unarchiveMessageTemplates,
} from '../../contracts/operations/archive-message-templates.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { birthday, market, message } from '../sends.ts'
import { templates } from '../template-cases.ts'

const post = (kit: Kit, edge: string, hsm_ids: unknown) =>
  kit.graph('POST', `/{waba}/message_templates/${edge}`, { body: { hsm_ids } })
const status = async (kit: Kit) => (await kit.graph('GET', '/{template}', { query: { fields: 'status' } })).body.status

proves(
  archiveMessageTemplates,
  {
    'archives those that it can, and says why not the others': async () => {
      const kit = templates()
      const { template } = kit.names
      const { body } = await post(kit, 'archive', [template, '1'])
      expect(body).toEqual({
        archived_templates: [template],
        failed_templates: { 1: expect.stringMatching(/not exist/) },
      })
      expect(await status(kit)).toBe('ARCHIVED')
      expect((await post(kit, 'archive', `${template}`)).body.failed_templates).toHaveProperty(need(template))
    },
    'deletes them 28 days later': async () => {
      const kit = templates()
      await post(kit, 'archive', [kit.names.template])
      await kit.advance('27d')
      expect(await status(kit)).toBe('ARCHIVED')
      await kit.advance('1d')
      expectError(await kit.graph('GET', '/{template}'), 'object_missing_on_get')
    },
    'says of each why it stays: archived before, being deleted': async () => {
      const kit = templates()
      const { template, template_with_variables: sent } = kit.names
      await post(kit, 'archive', [template])
      await market(kit, message({}, birthday), { as: 'partner_system_user' })
      await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'birthday_offer' } })
      const { body } = await post(kit, 'archive', [template, sent])
      expect(body).toEqual({
        archived_templates: [],
        failed_templates: {
          [need(template)]: 'The template is archived already.',
          [need(sent)]: 'The template is being deleted.',
        },
      })
    },
    'takes a hundred at once': async () => {
      const ids = Array.from({ length: 100 }, (_, at) => `${at}`)
      expect(Object.keys((await post(templates(), 'archive', ids)).body.failed_templates)).toHaveLength(100)
    },
    'other paths below message_templates are none': async () => {
      const kit = templates()
      expectError(await post(kit, 'burn', []), 'path_unknown')
    },
  },
  { parameter_invalid: () => post(templates(), 'archive', []) },
)

proves(
  unarchiveMessageTemplates,
  {
    'brings a template back to what it was, and keeps it': async () => {
      const kit = templates()
      const { template } = kit.names
      await kit.happens('template_quality_changes', { template, score: 'RED' })
      await post(kit, 'archive', [template])
      await kit.advance('10d')
      const { body } = await post(kit, 'unarchive', [template])
      expect(body).toEqual({ unarchived_templates: [template], failed_templates: {} })
      expect(await status(kit)).toBe('PAUSED')
      await kit.advance('30d')
      expect(await status(kit)).toBe('PAUSED')
    },
    'of the archive only': async () => {
      const kit = templates()
      const { body } = await post(kit, 'unarchive', [kit.names.template])
      expect(body.failed_templates).toEqual({ [need(kit.names.template)]: 'The template is not archived.' })
    },
  },
  { parameter_invalid: () => post(templates(), 'unarchive', Array(101).fill('1')) },
)
