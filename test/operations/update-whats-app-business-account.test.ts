import { expect } from 'vitest'
import { creativeFeatures } from '../../contracts/creative-features.ts'
import {
  getDegreesOfFreedomSpec,
  updateWhatsAppBusinessAccount,
} from '../../contracts/operations/update-whats-app-business-account.ts'
import { emulate, type Kit } from '../kit.ts'
import { readAccount } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'

const ready = () => emulate('ready-to-send')
const update = (kit: Kit, body: object) => kit.graph('POST', '/{waba}', { body })
const spec = (features: Record<string, string>) => ({
  degrees_of_freedom_spec: {
    creative_features_spec: Object.fromEntries(
      Object.entries(features).map(([name, enroll_status]) => [name, { enroll_status }]),
    ),
  },
})

proves(
  updateWhatsAppBusinessAccount,
  {
    'turns marketing messages on the Cloud API off, and answers with the id': async () => {
      const kit = ready()
      const id = kit.names.waba
      const field = 'disable_marketing_messages_on_cloud_api'
      expect(await readAccount(kit, field)).toEqual({ [field]: false, id })
      expect((await update(kit, { [field]: true })).body).toEqual({ id })
      expect(await readAccount(kit, field)).toEqual({ [field]: true, id })
    },
    'a flag in the query of a form is read as one': async () => {
      const kit = ready()
      await kit.graph('POST', '/{waba}', { query: { is_enabled_for_insights: 'true' } })
      expect(await readAccount(kit, 'is_enabled_for_insights')).toMatchObject({ is_enabled_for_insights: true })
    },
    'sets archiving of templates': async () => {
      const kit = ready()
      await update(kit, { template_auto_archival_enabled: false })
      expect(await readAccount(kit, 'template_auto_archival_enabled')).toMatchObject({
        template_auto_archival_enabled: false,
      })
    },
    'a new name or time zone is answered with success': async () => {
      const kit = ready()
      expect((await update(kit, { name: 'Juniper mail', timezone_id: '2' })).body).toEqual({ success: true })
      expect(await readAccount(kit, 'name,timezone_id')).toMatchObject({ name: 'Juniper mail', timezone_id: '2' })
      expectError(await update(kit, { name: '' }), 'parameter_required')
    },
    'a call that changes nothing is answered with the id': async () => {
      const kit = ready()
      expect((await update(kit, {})).body).toEqual({ id: kit.names.waba })
    },
    'a new name alone changes nothing else, and beside anything else it is answered with the id': async () => {
      const kit = ready()
      const id = kit.names.waba
      const before = await readAccount(kit, 'name,timezone_id')
      expect((await update(kit, { timezone_id: '2' })).body).toEqual({ success: true })
      expect(await readAccount(kit, 'name,timezone_id')).toEqual({ ...before, timezone_id: '2' })
      expect((await update(kit, { name: 'Juniper mail' })).body).toEqual({ success: true })
      expect(await readAccount(kit, 'name,timezone_id')).toEqual({ ...before, name: 'Juniper mail', timezone_id: '2' })
      for (const more of [{ is_enabled_for_insights: true }, spec({ image_touchups: 'OPT_IN' })])
        expect((await update(kit, { name: 'Juniper post', ...more })).body).toEqual({ id })
      expect((await update(kit, { is_enabled_for_insights: true })).body).toEqual({ id })
    },
    'an unknown creative feature is refused': async () => {
      expectError(await update(ready(), spec({ image_sparkles: 'OPT_IN' })), 'parameter_unexpected_key')
      expectError(await update(ready(), spec({ image_touchups: 'MAYBE' })), 'parameter_value')
    },
  },
  {
    insights_stay_enabled: async () => {
      const kit = ready()
      await update(kit, { is_enabled_for_insights: true })
      return update(kit, { is_enabled_for_insights: false })
    },
  },
)

const all = (status: string) => Object.fromEntries(creativeFeatures.map((name) => [name, status]))

proves(
  getDegreesOfFreedomSpec,
  {
    'lists each creative feature with what was chosen, also as a field of the account': async () => {
      const kit = ready()
      expect((await update(kit, spec({ image_touchups: 'OPT_OUT' }))).body).toEqual({ id: kit.names.waba })
      const data = [{ creative_features_spec: [{ ...all('OPT_IN'), image_touchups: 'OPT_OUT' }] }]
      expect((await kit.graph('GET', '/{waba}/degrees_of_freedom_spec')).body).toEqual({ data })
      expect(await readAccount(kit, 'degrees_of_freedom_spec')).toEqual({
        degrees_of_freedom_spec: { data },
        id: kit.names.waba,
      })
    },
    'they are off where nothing was chosen, since 21 April 2026': async () => {
      const kit = emulate('ready-to-send', (file) => {
        file.clock = '2026-04-21'
      })
      const { data } = (await kit.graph('GET', '/{waba}/degrees_of_freedom_spec')).body
      expect(data[0].creative_features_spec).toEqual([all('OPT_OUT')])
    },
  },
  {},
)
