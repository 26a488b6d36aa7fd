import type { World } from '../world/world.ts'

/** The namespace of the templates of an account, shaped like `93d3e793_8a4f_49c4_b903_fd72aac80f71`. */
export function namespaceOf(world: World, id: string): string {
  const hex = Buffer.from(world.ids.letters(`namespace/${id}`, 16)).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('_')
}
