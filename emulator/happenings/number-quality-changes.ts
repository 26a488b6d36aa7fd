import { happening } from '../happening.ts'
import { tellOfQuality } from '../model/number-news.ts'

// A webhook tells of RED and of its end; none is documented for YELLOW.
export const numberQualityChanges = happening(
  {
    name: 'number_quality_changes',
    says: 'What people think of the messages of a number moves its quality rating; RED flags it',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: { type: 'object', properties: { rating: { enum: ['GREEN', 'YELLOW', 'RED'] } }, required: ['rating'] },
    sources: ['quality-update', 'manage-webhooks: phone_number_quality_update'],
  },
  ({ nodes: { phone }, params: { rating }, world, notify, refuse }) => {
    if (phone.quality_rating === rating) return refuse(`the quality of ${phone.display_phone_number} is ${rating}`)
    world.put({ ...phone, quality_rating: rating })
    if (rating === 'RED') tellOfQuality(world, notify, phone, 'FLAGGED')
    else if (phone.quality_rating === 'RED') tellOfQuality(world, notify, phone, 'UNFLAGGED')
    return { from: phone.quality_rating, to: rating }
  },
)
