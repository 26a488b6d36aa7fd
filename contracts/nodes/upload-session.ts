import { defineNode } from '../node.ts'
import { integer, text } from '../shapes.ts'

/** An upload that was begun. The name of its type is ours: no error of Graph that shows it was found. */
export const uploadSession = defineNode({
  type: 'UploadSession',
  read: 'getUploadSession',
  permissions: [],
  fields: {
    id: { schema: text, default: true },
    file_offset: { schema: integer, default: true },
  },
  basis: 'documented',
  sources: ['resumable-upload: Resume an interrupted upload'],
})
