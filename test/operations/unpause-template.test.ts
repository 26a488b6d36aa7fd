import { expect } from 'vitest'
import { unpauseTemplate } from '../../contracts/operations/unpause-template.ts'
import { proves } from '../operation.ts'
import { templates } from '../template-cases.ts'

proves(
  unpauseTemplate,
  {
    'ends a pause before its time': async () => {
      const kit = templates()
      await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
      expect((await kit.graph('POST', '/{template}/unpause')).body).toEqual({ success: true })
      const { body } = await kit.graph('GET', '/{template}', { query: { fields: 'status,quality_score' } })
      expect(body).toMatchObject({ status: 'APPROVED', quality_score: { score: 'UNKNOWN' } })
      await kit.advance('4h')
      expect((await kit.graph('GET', '/{template}', { query: { fields: 'status' } })).body.status).toBe('APPROVED')
    },
    'tells that there is no pause to end': async () => {
      const { status, body } = await templates().graph('POST', '/{template}/unpause')
      expect({ status, body }).toEqual({
        status: 200,
        body: { success: false, reason: expect.stringMatching(/APPROVED/) },
      })
    },
  },
  {},
)
