import { expect } from 'vitest'
import { getMessageTemplatePreviews } from '../../contracts/operations/get-message-template-previews.ts'
import { proves } from '../operation.ts'
import { templates } from '../template-cases.ts'

const get = (query: Record<string, string>) =>
  templates().graph('GET', '/{waba}/message_template_previews', { query: { category: 'AUTHENTICATION', ...query } })

proves(
  getMessageTemplatePreviews,
  {
    'shows the words of the sample': async () => {
      const query = { languages: 'en_US,es_ES', add_security_recommendation: 'true', code_expiration_minutes: '10' }
      expect((await get({ ...query, button_types: 'OTP' })).body.data).toEqual([
        {
          body: '*{{1}}* is your verification code. For your security, do not share this code.',
          buttons: [{ autofill_text: 'Autofill', text: 'Copy code' }],
          footer: 'This code expires in 10 minutes.',
          language: 'en_US',
        },
        {
          body: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
          buttons: [{ autofill_text: 'Autocompletar', text: 'Copiar código' }],
          footer: 'Este código caduca en 10 minutos.',
          language: 'es_ES',
        },
      ])
    },
    'a code is good for 1 to 90 minutes': async () => {
      const status = async (minutes: string) => (await get({ code_expiration_minutes: minutes })).status
      expect(await Promise.all(['0', '1', '90', '91'].map(status))).toEqual([400, 200, 200, 400])
    },
    'without languages shows all, and only what is asked for': async () => {
      const { data } = (await get({})).body
      expect(data.length).toBeGreaterThan(70)
      expect(Object.keys(data[0])).toEqual(['body', 'language'])
    },
  },
  {
    template_language_unsupported: () => get({ languages: 'xx' }),
    template_setting_invalid: () => get({ code_expiration_minutes: '91' }),
  },
)
