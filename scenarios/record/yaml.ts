import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node } from 'yaml'
import type { ScenarioFile } from '../format.ts'

/** A line of a scenario. */
const WIDTH = 130

/** A scenario file as people write it: a key a line, and what is short in braces. */
export function yamlOf(file: ScenarioFile): string {
  const document = new Document(file, { aliasDuplicateObjects: false })
  const parts = partsOf(document.contents)
  const steps = parts.find(([key]) => key === 'steps')?.[1]
  const ofSteps = isSeq(steps) ? steps.items.flatMap((step) => partsOf(step)) : []
  for (const [key, value] of [...parts, ...ofSteps]) if (key !== 'steps') layOut(value)
  return document.toString({ lineWidth: 0 })
}

function partsOf(node: unknown): [key: unknown, value: unknown][] {
  return isMap(node) ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value]) : []
}

/** What fits into a line is in braces. */
function layOut(node: unknown): void {
  if (!isCollection(node)) return
  if (lengthOf(node) <= WIDTH) node.flow = true
  else for (const item of node.items) layOut(isPair(item) ? item.value : item)
}

const lengthOf = (node: Node): number => JSON.stringify(node.toJSON()).length
