// How measures are taken: every contender once a round, in turn, so that what else the machine does meets all of them.
import { median } from './processes.js'

/**
 * Numbers of each contender by name: the median, and the median of its ratios to the first contender of the same round.
 *
 * @param contenders `{name}` each; the first is what the others are compared with
 * @param take what is measured of one contender, once
 */
export async function inTurn(contenders, rounds, take) {
  const taken = contenders.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) taken[index].push(await take(contender))
  }
  return contenders.map(({ name }, index) => ({
    name,
    value: median(taken[index]),
    ratio: median(taken[index].map((value, round) => value / taken[0][round])),
  }))
}
