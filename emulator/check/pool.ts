/** Works off a list, so many at a time, in its order. @param told how many are done, and of how many */
export async function inPool<Item, Result>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item) => Promise<Result>,
  told: (done: number, of: number) => void,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  let done = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next
      next += 1
      results[at] = await work(items[at] as Item)
      done += 1
      told(done, items.length)
    }
  }
  if (items.length > 0) told(0, items.length)
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker))
  return results
}
