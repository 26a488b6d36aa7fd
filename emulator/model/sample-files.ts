/** The smallest file that readers of its type take: a pixel, a blank page, a moment of silence, a film without a picture. */
const SAMPLES: Readonly<Record<string, { readonly extension: string; readonly base64: string }>> = {
  'image/jpeg': {
    extension: 'jpg',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  },
  'image/png': {
    extension: 'png',
    base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  },
  'image/webp': { extension: 'webp', base64: 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==' },
  'audio/ogg': {
    extension: 'ogg',
    base64:
      'T2dnUwACAAAAAAAAAAABAAAAAAAAAByf9dkBE09wdXNIZWFkAQE4AYC7AAAAAABPZ2dTAAAAAAAAAAAAAAEAAAABAAAAJt5IKwEXT3B1c1RhZ3MHAAAAbW1ncmFwaAAAAABPZ2dTAATAAwAAAAAAAAEAAAACAAAAKZOw3QED+P/+',
  },
  'video/mp4': {
    extension: 'mp4',
    base64:
      'AAAAGGZ0eXBpc29tAAACAGlzb21tcDQxAAAAdG1vb3YAAABsbXZoZAAAAAAAAAAAAAAAAAAAA+gAAAAAAAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=',
  },
  'application/pdf': {
    extension: 'pdf',
    base64:
      'JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+IGVuZG9iagoyIDAgb2JqPDwvVHlwZS9QYWdlcy9LaWRzWzMgMCBSXS9Db3VudCAxPj4gZW5kb2JqCjMgMCBvYmo8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCA3MiA3Ml0+PiBlbmRvYmoKeHJlZgowIDQKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTMgMDAwMDAgbiAKMDAwMDAwMDEwMyAwMDAwMCBuIAp0cmFpbGVyPDwvU2l6ZSA0L1Jvb3QgMSAwIFI+PgpzdGFydHhyZWYKMTY1CiUlRU9GCg==',
  },
}

/** Bytes of a type, always the same. Of a type that is not among ours, a sentence. */
export function sampleOf(type: string): { readonly extension: string; readonly bytes: Uint8Array } {
  const sample = Object.hasOwn(SAMPLES, type) ? SAMPLES[type] : undefined
  if (sample) return { extension: sample.extension, bytes: Buffer.from(sample.base64, 'base64') }
  return { extension: 'txt', bytes: Buffer.from(`This stands for a file of type ${type}.\n`) }
}
