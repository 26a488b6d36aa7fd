import { hours } from '../model/time.ts'
import type { Row, WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import { building } from './row.ts'
import type { World } from './world.ts'

/** A person whom the world names; the name stands for the number. @throws BrokenWorld */
export function addRecipient(world: World, file: WorldFile, name: string, row: Row<'recipients'>): void {
  if (Object.hasOwn(world.names, name)) {
    throw new BrokenWorld(world.name, `/recipients/${name}`, 'the name is taken already')
  }
  const { number: waId, username, stoppedMarketing, wroteTo } = row
  const { refs } = building(world, file, 'recipients', name)
  world.names[name] = waId
  const { habit } = world.traffic.recipient(waId)
  world.traffic.addRecipient({ waId, name: row.name ?? name, habit: row.habit ?? habit, ...(username && { username }) })
  for (const phone of refs('phoneNumbers', stoppedMarketing, 'stoppedMarketing')) {
    world.traffic.setChat(phone, waId, { ...world.traffic.chat(phone, waId), stoppedMarketing: true })
  }
  for (const phone of refs('phoneNumbers', wroteTo, 'wroteTo')) {
    world.traffic.setChat(phone, waId, { ...world.traffic.chat(phone, waId), windowUntil: world.now + hours(24) })
  }
}
