import { text } from '../../contracts/shapes.ts'
import { signupProducts } from '../../contracts/signup/versions.ts'

export const loginConfiguration = {
  type: 'object',
  description: 'A configuration of Facebook Login for Business, of the login variation Embedded Signup',
  properties: {
    app: { ...text, description: 'Name of the app whose it is' },
    name: text,
    permissions: {
      type: 'array',
      items: {
        enum: [
          'ads_read',
          'business_management',
          'public_profile',
          'whatsapp_business_manage_events',
          'whatsapp_business_management',
          'whatsapp_business_messaging',
        ],
      },
      description: 'What a client grants; whatsapp_business_management and whatsapp_business_messaging where absent',
    },
    tokenExpires: { enum: ['never', '60 days'], description: 'How long its tokens are good; never where absent' },
    products: {
      type: 'array',
      items: { enum: signupProducts },
      description: 'Makes it a configuration of v4, whose products the client is onboarded to',
    },
  },
  required: ['app', 'name'],
  additionalProperties: false,
} as const
