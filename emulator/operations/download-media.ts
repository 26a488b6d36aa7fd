import { downloadMedia as contract } from '../../contracts/operations/download-media.ts'
import { implement } from '../implement.ts'
import { isPartyTo } from '../model/accounts.ts'
import { mediaAt } from '../model/media.ts'
import { UploadedFile } from '../model/uploaded-file.ts'

export const downloadMedia = implement(contract, ({ params, session, world, fail }) => {
  const media = mediaAt(world, params)
  if (typeof media === 'string') return fail('media_url_gone', media)
  const account = world.need('WhatsAppBusinessAccount', media.accountId)
  if (!isPartyTo(account, session.businessId)) {
    fail('media_url_gone', 'the business of this token has nothing to do with the account of the media')
  }
  return new UploadedFile({ name: media.fileName, type: media.mime_type }, world.files.need(media.id))
})
