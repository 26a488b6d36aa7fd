import { Document, isCollection, isMap, isPair, isScalar, type Node, visit } from 'yaml'
import type { ScenarioFile } from '../format.ts'

/** A line of a scenario. */
const WIDTH = 140

/** A scenario file as people write it: a key a line, and what is short in braces. */
export function yamlOf(file: ScenarioFile): string {
  const document = new Document(file, { aliasDuplicateObjects: false })
  const { contents } = document
  if (isMap(contents)) {
    for (const { key, value } of contents.items) {
      if (isScalar(key) && key.value === 'steps') layOut(value as Node, 1)
      else layOut(value as Node, 0)
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** What fits into a line is in braces, at some depth. */
function layOut(node: Node | null, open: number): void {
  if (!isCollection(node)) return
  if (open <= 0 && lengthOf(node) <= WIDTH) {
    node.flow = true
    return
  }
  for (const item of node.items) {
    const inner = isPair(item) ? item.value : item
    layOut(inner as Node | null, isMap(inner) && open > 0 ? 1 : open - 1)
  }
}
void visit

const lengthOf = (node: Node): number => JSON.stringify(node.toJSON()).length
