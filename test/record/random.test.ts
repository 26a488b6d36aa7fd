import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { documentOf, textOf } from '../../emulator/journal/document.ts'
import { listen } from '../../emulator/server.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { type Deed, deeds, opening, receiver } from '../journal/campaign.ts'
import { need } from '../kit.ts'
import { recorded } from './tester.ts'

type Steps = readonly (readonly Deed[])[]

/** Serves a world with a running clock, and lets several do things to it at the same time. */
async function campaign(steps: Steps): Promise<string> {
  const emulator = createEmulator({ clock: 'running', journal: true })
  const { url, close } = await listen(emulator, 0, '127.0.0.1')
  const place = emulator.worlds.create('ready-to-send', readWorld('ready-to-send').file)
  const { world } = place
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (all, name: string) => world.names[name] ?? all)
  const act = async ({ method, path, as, body, type }: Deed): Promise<void> => {
    const isControl = path.startsWith('!')
    const at = isControl ? `${url}/_mmgraph/worlds/${world.id}/${path.slice(1)}` : `${url}/v24.0/${fill(path)}`
    const headers = {
      ...(type && { 'content-type': type }),
      ...(as && { authorization: `Bearer ${world.tokenNames[as]}` }),
    }
    const sent = typeof body === 'string' && !isControl ? fill(body) : body
    const answer = await fetch(at, { method, headers, ...(sent !== undefined && { body: sent as string }) })
    await answer.arrayBuffer().catch(() => undefined)
  }
  try {
    for (const together of steps) await Promise.all(together.map(act))
    return textOf(documentOf(place))
  } finally {
    await close()
  }
}

const stepsTo = (callback: string): fc.Arbitrary<Steps> =>
  fc.array(fc.array(deeds(callback), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })

test.each(Array.from({ length: 8 }, (_, at) => at + 1))(
  'a random afternoon %i',
  async (seed) => {
    const { url, close } = await receiver([200, 200, 500, 200])
    try {
      const steps = [...opening(url), ...need(fc.sample(stepsTo(url), { numRuns: 1, seed })[0])]
      const { failure, loosened } = await recorded(await campaign(steps))
      expect({ failure, loosened }).toEqual({ failure: undefined, loosened: [] })
    } finally {
      close()
    }
  },
  60_000,
)
