import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../seed.ts'
import { factsOf } from './campaign-oracle.ts'
import { CampaignPlay } from './campaign-play.ts'
import { truths } from './campaign-truths.ts'
import { type Campaign, campaign } from './campaigns.ts'

const RUNS = Number(process.env.FUZZ_CAMPAIGNS ?? 25)
/** Milliseconds of a loaded machine. */
const LONGEST = 30_000 + RUNS * 1000

/** Runs a property over random campaigns. */
const always = (holds: (one: Campaign) => Promise<void>, numRuns: number): Promise<void> =>
  fc.assert(fc.asyncProperty(campaign, holds), { numRuns })

async function holdTo(play: CampaignPlay): Promise<void> {
  for (const [says, holds] of Object.entries(truths)) {
    await holds(play, factsOf(play)).catch((error: Error) => {
      error.message = `${says}: ${error.message}`
      throw error
    })
  }
}

/** What some campaign must have, or the truths say little. */
const MET = ['mm sent', 'mm read', 'mm linkClicks', 'mm quickReplies', 'mm replied', 'mm mediaViews', 'cloud cost']

describe('whatever becomes of a campaign', () => {
  test(
    'Insights, analytics and webhooks agree',
    async () => {
      const met = new Set<string>()
      await always(async (one) => {
        const play = await CampaignPlay.of(one)
        await holdTo(play)
        for (const { carrier, what } of factsOf(play)) met.add(`${carrier} ${what}`)
      }, RUNS)
      expect(MET.filter((kind) => !met.has(kind))).toEqual([])
    },
    LONGEST,
  )

  test('the same inputs give the same answers and webhooks, byte for byte', () =>
    always(
      async (one) => {
        const plays = [await CampaignPlay.of(one), await CampaignPlay.of(one)]
        for (const play of plays) await holdTo(play)
        expect(plays[0]?.answers).toEqual(plays[1]?.answers)
        expect(plays[0]?.posts).toEqual(plays[1]?.posts)
      },
      Math.ceil(RUNS / 6),
    ))
})
