import { defineOperation } from '../operation.ts'
import { flag, integer, text } from '../shapes.ts'
import { caseless } from '../template-params.ts'

/** The words of authentication templates, which Meta writes, in the languages asked for or in all. */
export const getMessageTemplatePreviews = defineOperation({
  name: 'getMessageTemplatePreviews',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_template_previews',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      category: caseless(['AUTHENTICATION'] as const),
      languages: { type: 'array', items: text },
      add_security_recommendation: flag,
      code_expiration_minutes: integer,
      button_types: { type: 'array', items: caseless(['OTP'] as const) },
      business_name: text,
    },
    required: ['category'],
  },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            body: text,
            buttons: {
              type: 'array',
              items: { type: 'object', properties: { autofill_text: text, text }, required: ['autofill_text', 'text'] },
            },
            footer: text,
            language: text,
          },
          required: ['body', 'language'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: ['template_language_unsupported', 'template_setting_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['authentication-previews', 'codegen: message_template_previews'],
})
