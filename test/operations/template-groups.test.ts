import request from 'supertest'
import { expect } from 'vitest'
import {
  createTemplateGroup,
  deleteTemplateGroup,
  getTemplateGroups,
  getTemplatesOfGroup,
  updateTemplateGroup,
} from '../../contracts/operations/template-groups.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { readyToSend, row, ruled } from '../sends.ts'
import { many } from '../template-cases.ts'
import { change, group, grouped, idOf, membersOf } from '../template-groups.ts'

const both = (kit: Kit) => [idOf(kit), idOf(kit, 'template_with_variables')]
const TEMPLATES = 'whatsapp_business_templates'

/** The next page, by the link that the last one gave. */
async function follow(kit: Kit, next: string) {
  const { pathname, search } = new URL(next)
  const call = request(kit.server).get(pathname + search)
  return (await call.set('Authorization', `Bearer ${kit.tokens.partner_system_user}`)).body
}

/** A world whose account has as many other templates. */
const withMany = (count: number) =>
  readyToSend((file) => {
    Object.assign(file.templates as object, many(count))
  })

proves(
  createTemplateGroup,
  {
    'makes a group that reads as the page shows it': async () => {
      const kit = readyToSend()
      const description = 'Everything of the spring.'
      const id = await grouped(kit, { description, [TEMPLATES]: both(kit) })
      const { body } = await kit.graph('GET', `/${id}`)
      const waba = (await kit.graph('GET', '/{waba}')).body
      expect(body).toEqual({
        name: 'Spring',
        description,
        creation_time: '2026-03-02T09:00:00+0000',
        update_time: '2026-03-02T09:00:00+0000',
        whatsapp_business_account: waba,
        [TEMPLATES]: {
          data: await Promise.all(both(kit).map(async (one) => (await kit.graph('GET', `/${one}`)).body)),
          paging: { cursors: { before: expect.any(String), after: expect.any(String) } },
        },
        id,
      })
      expect(Object.keys(waba)).toEqual(['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'])
      const fields = `name,whatsapp_business_account{name},${TEMPLATES}.limit(1){name}`
      const chosen = (await kit.graph('GET', `/${id}`, { query: { fields } })).body
      expect(chosen).toMatchObject({ id, name: 'Spring', [TEMPLATES]: { data: [{ name: 'spring_sale' }] } })
      expect(chosen[TEMPLATES].paging.next).toContain(`/${id}/${TEMPLATES}?`)
    },
    'takes ids as numbers, as texts and outside of JSON, and each once': async () => {
      for (const ids of [(id: string) => [Number(id), id], (id: string) => `[${id}]`, (id: string) => id]) {
        const kit = readyToSend()
        const query = { name: 'Spring', [TEMPLATES]: String(ids(idOf(kit))) }
        const { body } = await kit.graph('POST', '/{waba}/template_groups', { query })
        expect(await membersOf(kit, body.id)).toEqual(['spring_sale'])
      }
    },
    'leaves out the description where there is none': async () => {
      const kit = readyToSend()
      const id = await grouped(kit)
      expect((await kit.graph('GET', `/${id}`)).body).not.toHaveProperty('description')
    },
    'ruling template-group-description: optional, or required': async () => {
      expect((await group(readyToSend(ruled('template-group-description', 'optional')))).status).toBe(200)
      const kit = readyToSend(ruled('template-group-description', 'required'))
      expectError(await group(kit), 'parameter_required')
      await grouped(kit, { description: 'Of the spring' })
    },
    'takes a name of 256 characters and a description of 512, and no longer ones': async () => {
      const kit = readyToSend()
      expectError(await group(kit, { name: 'x'.repeat(257) }), 'parameter_too_long')
      expectError(await group(kit, { description: 'x'.repeat(513) }), 'parameter_too_long')
      await grouped(kit, { name: 'x'.repeat(256), description: 'x'.repeat(512) })
    },
    'needs a name, and a template': async () => {
      for (const more of [{ name: '' }, { [TEMPLATES]: [] }, { [TEMPLATES]: undefined }]) {
        expectError(await group(readyToSend(), more), 'parameter_required')
      }
    },
    'makes nothing of a call that is refused': async () => {
      const kit = readyToSend()
      expectError(await group(kit, { [TEMPLATES]: [idOf(kit), '1'] }), 'template_missing')
      expect(kit.world().list('BusinessMessagingTemplateGroup')).toEqual([])
      await grouped(kit)
    },
    'takes no template of another account, and none that is deleted': async () => {
      const kit = emulate('partner-with-obo-client', (file) => {
        Object.assign(file, { templates: many(1) })
        Object.assign(need(file.templates?.t_0), { account: 'obo_account' })
      })
      const body = { name: 'Spring', [TEMPLATES]: [idOf(kit, 't_0')] }
      expectError(await kit.graph('POST', '/{shared_account}/template_groups', { body }), 'template_missing')
      expect((await kit.graph('POST', '/{obo_account}/template_groups', { body })).status).toBe(200)
      const other = readyToSend()
      await other.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
      expectError(await group(other), 'template_missing')
    },
    'takes whatsapp_business_management': async () => {
      const kit = readyToSend(row('tokens', 'partner_system_user', { scopes: ['whatsapp_business_messaging'] }))
      expectError(await group(kit), 'permission_missing')
      expectError(await kit.graph('GET', '/{waba}/template_groups'), 'permission_missing')
    },
  },
  {
    parameter_required: () => group(readyToSend(ruled('template-group-description', 'required'))),
    template_group_name_taken: async () => {
      const kit = readyToSend()
      await grouped(kit)
      return group(kit, { [TEMPLATES]: [idOf(kit, 'template_with_variables')] })
    },
    template_in_another_group: async () => {
      const kit = readyToSend()
      await grouped(kit)
      return group(kit, { name: 'Summer' })
    },
    template_missing: () => group(readyToSend(), { [TEMPLATES]: ['1'] }),
  },
)

proves(
  getTemplateGroups,
  {
    'lists the groups of an account, the newest last, each as it looks alone': async () => {
      const kit = readyToSend()
      expect((await kit.graph('GET', '/{waba}/template_groups')).body).toEqual({ data: [] })
      const [first = '', second = ''] = both(kit)
      const spring = await grouped(kit, { [TEMPLATES]: [first] })
      const birthdays = await grouped(kit, { name: 'Birthdays', [TEMPLATES]: [second] })
      const { body } = await kit.graph('GET', '/{waba}/template_groups')
      const alone = [spring, birthdays].map(async (id) => (await kit.graph('GET', `/${id}`)).body)
      expect(body.data).toEqual(await Promise.all(alone))
      const query = { fields: 'template_groups{name}' }
      expect((await kit.graph('GET', '/{waba}', { query })).body.template_groups.data).toEqual([
        { name: 'Spring', id: spring },
        { name: 'Birthdays', id: birthdays },
      ])
    },
    'goes over pages to the end': async () => {
      const kit = withMany(5)
      for (let at = 0; at < 5; at += 1) {
        await grouped(kit, { name: `Group ${at}`, [TEMPLATES]: [idOf(kit, `t_${at}`)] })
      }
      const names: string[] = []
      let page = (await kit.graph('GET', '/{waba}/template_groups', { query: { limit: '2', fields: 'name' } })).body
      for (;;) {
        names.push(...page.data.map(({ name }: { name: string }) => name))
        if (!page.paging.next) break
        page = await follow(kit, page.paging.next)
      }
      expect(names).toEqual(['Group 0', 'Group 1', 'Group 2', 'Group 3', 'Group 4'])
    },
    'has those of a world file, with the past of their templates': async () => {
      const kit = readyToSend((file) => {
        const created = '2026-02-01'
        file.templateGroups = { spring: { account: 'waba', name: 'Spring', templates: ['template'], created } }
      })
      const { body } = await kit.graph('GET', '/{waba}/template_groups', { query: { fields: 'name,creation_time' } })
      const creation_time = '2026-02-01T00:00:00+0000'
      expect(body.data).toEqual([{ name: 'Spring', creation_time, id: idOf(kit, 'spring') }])
      expect(await membersOf(kit, idOf(kit, 'spring'))).toEqual(['spring_sale'])
    },
  },
  {
    cursor_invalid: () => readyToSend().graph('GET', '/{waba}/template_groups', { query: { after: '???' } }),
  },
)

proves(
  updateTemplateGroup,
  {
    'changes name and description, adds templates and takes them out': async () => {
      const kit = readyToSend()
      const [first = '', second = ''] = both(kit)
      const id = await grouped(kit)
      await kit.advance('1h')
      const body = {
        name: 'Birthdays',
        description: 'All year',
        add_templates: [Number(second)],
        remove_templates: [first],
      }
      expect((await change(kit, id, body)).body).toEqual({ success: true })
      expect(await membersOf(kit, id)).toEqual(['birthday_offer'])
      expect((await kit.graph('GET', `/${id}`)).body).toMatchObject({
        name: 'Birthdays',
        description: 'All year',
        creation_time: '2026-03-02T09:00:00+0000',
        update_time: '2026-03-02T10:00:00+0000',
      })
      // What was taken out may go into another group.
      await grouped(kit)
    },
    'keeps what is not named, and its own name': async () => {
      const kit = readyToSend()
      const id = await grouped(kit, { description: 'Of the spring' })
      for (const body of [{}, { name: 'Spring' }, { add_templates: [idOf(kit)] }]) {
        expect((await change(kit, id, body)).body).toEqual({ success: true })
      }
      expect((await kit.graph('GET', `/${id}`)).body).toMatchObject({ name: 'Spring', description: 'Of the spring' })
      expect(await membersOf(kit, id)).toEqual(['spring_sale'])
    },
    'passes over a template that is in no group, and leaves one of another group there': async () => {
      const kit = readyToSend()
      const id = await grouped(kit)
      const other = await grouped(kit, { name: 'Birthdays', [TEMPLATES]: [both(kit)[1]] })
      expect((await change(kit, id, { remove_templates: [both(kit)[1]] })).body).toEqual({ success: true })
      expect(await membersOf(kit, other)).toEqual(['birthday_offer'])
      expect((await change(kit, id, { remove_templates: both(kit) })).body).toEqual({ success: true })
      expect((await kit.graph('GET', `/${id}`)).body[TEMPLATES]).toEqual({ data: [] })
    },
    'is for those who see the account': async () => {
      const kit = readyToSend((file) => {
        file.businesses.stranger = { name: 'Quince Studio' }
        file.apps.other = { name: 'Quince', business: 'stranger', access: { whatsapp_business_management: 'advanced' } }
        file.systemUsers = { ...file.systemUsers, other_user: { name: 'Quince Server', business: 'stranger' } }
        file.tokens.other = { app: 'other', of: 'other_user', scopes: ['whatsapp_business_management'] }
      })
      const id = await grouped(kit)
      expectError(await kit.graph('POST', `/${id}`, { as: 'other', body: { name: 'Mine' } }), 'object_missing_on_post')
      expect((await kit.graph('POST', `/${id}`, { as: 'client_business', body: { name: 'Ours' } })).status).toBe(200)
    },
  },
  {
    parameter_invalid: async () => {
      const kit = readyToSend()
      return change(kit, await grouped(kit), { add_templates: both(kit), remove_templates: [idOf(kit)] })
    },
    template_group_name_taken: async () => {
      const kit = readyToSend()
      await grouped(kit)
      const other = await grouped(kit, { name: 'Birthdays', [TEMPLATES]: [both(kit)[1]] })
      return change(kit, other, { name: 'Spring' })
    },
    template_in_another_group: async () => {
      const kit = readyToSend()
      const id = await grouped(kit)
      await grouped(kit, { name: 'Birthdays', [TEMPLATES]: [both(kit)[1]] })
      return change(kit, id, { add_templates: [both(kit)[1]] })
    },
    template_missing: async () => {
      const kit = readyToSend()
      return change(kit, await grouped(kit), { remove_templates: ['1'] })
    },
  },
)

proves(
  deleteTemplateGroup,
  {
    'deletes the group, frees its name, and leaves its templates': async () => {
      const kit = readyToSend()
      const id = await grouped(kit, { [TEMPLATES]: both(kit) })
      expect((await kit.graph('DELETE', `/${id}`)).body).toEqual({ success: true })
      expectError(await kit.graph('GET', `/${id}`), 'object_missing_on_get')
      expectError(await kit.graph('DELETE', `/${id}`), 'object_missing_on_delete')
      expect((await kit.graph('GET', '/{waba}/message_templates')).body.data).toHaveLength(2)
      const again = await grouped(kit, { [TEMPLATES]: both(kit) })
      expect(again).not.toBe(id)
    },
  },
  {},
)

proves(
  getTemplatesOfGroup,
  {
    'goes over pages to the end, from the node on': async () => {
      const kit = withMany(30)
      const ids = Array.from({ length: 30 }, (_, at) => idOf(kit, `t_${at}`))
      const id = await grouped(kit, { [TEMPLATES]: ids })
      const first = (await kit.graph('GET', `/${id}`)).body[TEMPLATES]
      const second = await follow(kit, first.paging.next)
      expect([...first.data, ...second.data].map((template) => template.id)).toEqual(ids)
      expect(first.data).toHaveLength(25)
      expect(second.paging.next).toBeUndefined()
      const edge = await kit.graph('GET', `/${id}/${TEMPLATES}`, { query: { limit: '1', fields: 'name' } })
      expect(edge.body.data).toEqual([{ name: 'template_0', id: ids[0] }])
    },
    'has no template that is deleted': async () => {
      const kit = readyToSend()
      const id = await grouped(kit, { [TEMPLATES]: both(kit) })
      await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
      expect(await membersOf(kit, id)).toEqual(['birthday_offer'])
      expect((await kit.graph('DELETE', `/${id}`)).body).toEqual({ success: true })
    },
  },
  {
    cursor_invalid: async () => {
      const kit = readyToSend()
      return kit.graph('GET', `/${await grouped(kit)}/${TEMPLATES}`, { query: { after: '???' } })
    },
  },
)
