import { getMessageTemplatePreviews as contract } from '../../contracts/operations/get-message-template-previews.ts'
import { templateLanguages } from '../../contracts/template-languages.ts'
import { templateLimits } from '../../contracts/template-rules.ts'
import { implement } from '../implement.ts'
import { authenticationWords } from '../model/template-authentication.ts'
import { missetting } from '../model/template-draft.ts'
import { checkLanguage } from '../model/template-naming.ts'

export const getMessageTemplatePreviews = implement(contract, ({ params, fail }) => {
  const { languages = Object.keys(templateLanguages), code_expiration_minutes: minutes, button_types } = params
  for (const language of languages) checkLanguage(language, fail)
  if (minutes !== undefined && (minutes < 1 || minutes > templateLimits.codeMinutes)) {
    missetting(`code_expiration_minutes is 1 to ${templateLimits.codeMinutes}.`, fail)
  }
  const data = languages.map((language) => {
    const words = authenticationWords(language)
    return {
      body: params.add_security_recommendation ? `${words.code} ${words.advice}` : words.code,
      ...(button_types && { buttons: [{ autofill_text: words.autofill, text: words.copy }] }),
      ...(minutes !== undefined && { footer: words.expiry.replace('<minutes>', String(minutes)) }),
      language,
    }
  })
  return { data }
})
