import { expect } from 'vitest'
import { upsertMessageTemplates } from '../../contracts/operations/upsert-message-templates.ts'
import type { componentErrors } from '../../contracts/template-rules.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { buttons, contentCases, namingCases, REPLY, templates } from '../template-cases.ts'

const COMPONENTS = [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 10 },
  buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
]
const upsert = (kit: Kit, { language, ...more }: { language?: string; components?: object[] } = {}) =>
  kit.graph('POST', '/{waba}/upsert_message_templates', {
    body: {
      name: 'login_code',
      languages: [language ?? 'en_US'],
      category: 'AUTHENTICATION',
      components: COMPONENTS,
      ...more,
    },
  })

type Fails = { readonly [N in (typeof componentErrors)[number]]: ReturnType<typeof contentCases>[N] }
const cases: Fails = contentCases((more) => upsert(templates(), more))

proves(
  upsertMessageTemplates,
  {
    'makes one template in several languages, approved at once': async () => {
      const kit = templates()
      const { body } = await upsert(kit, { languages: ['en_US', 'es_ES', 'fr'] } as object)
      expect(body.data).toMatchObject(
        ['en_US', 'es_ES', 'fr'].map((language) => ({ id: expect.any(String), status: 'APPROVED', language })),
      )
    },
    'updates what is there already': async () => {
      const kit = templates()
      const [first] = (await upsert(kit)).body.data
      const components = [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]
      const { data } = (await upsert(kit, { components, languages: ['en_US', 'fr'] } as object)).body
      expect(data[0].id).toBe(first.id)
      expect(data[1].id).not.toBe(first.id)
      const { body } = await kit.graph('GET', `/${first.id}`, { query: { fields: 'components' } })
      expect(body.components).toHaveLength(2)
      expect(body.components[0].text).toBe('*{{1}}* is your verification code.')
    },
    'makes templates of authentication, whose variables are counted': async () => {
      const kit = templates()
      const [{ id }] = (await upsert(kit)).body.data
      const fields = 'category,parameter_format'
      const { body } = await kit.graph('GET', `/${id}`, { query: { fields } })
      expect(body).toEqual({ category: 'AUTHENTICATION', parameter_format: 'POSITIONAL', id })
    },
    'does not bring back what waits for its deletion': async () => {
      const kit = templates()
      const [{ id }] = (await upsert(kit)).body.data
      const template = kit.world().need('WhatsAppBusinessHSM', id)
      kit.world().put({ ...template, status: 'PENDING_DELETION', deletedAt: kit.world().now })
      expectError(await upsert(kit), 'template_language_being_deleted')
    },
    'not a template of another category': async () => {
      expectError(await upsert(templates(), { name: 'spring_sale' } as object), 'template_category_mismatch')
    },
  },
  {
    ...namingCases((kit, more) => upsert(kit, more)),
    parameter_required: cases.parameter_required,
    parameter_value: cases.parameter_value,
    parameter_type: () => upsert(templates(), { components: ['x'] as never }),
    template_field_unexpected: cases.template_field_unexpected,
    template_structure_invalid: () =>
      upsert(templates(), { components: [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'X' })] }),
    template_setting_invalid: () => upsert(templates(), { message_send_ttl_seconds: 901 } as object),
    template_buttons_of_authentication: () => upsert(templates(), { components: [{ type: 'BODY' }, buttons(REPLY)] }),
    template_field_missing: () =>
      upsert(templates(), { components: [buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] }),
    template_too_long: () =>
      upsert(templates(), {
        components: [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'a'.repeat(26) })],
      }),
  },
)
