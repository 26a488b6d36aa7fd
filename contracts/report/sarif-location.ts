import type { Finding, Place } from '../finding.ts'

/** What turns findings into places of a repository. */
export interface SarifPlaces {
  /** The folder in which the command ran, as seen from the root of the repository: `packages/api/`. Empty where that is it. */
  readonly folder?: string
  /** Where a finding is put that no line of code is known of, as seen from where the command ran: `package.json`. */
  readonly file?: string
}

/** What the root of a repository is called, as CodeQL and others have it. */
const ROOT = '%SRCROOT%'

/**
 * The one location of a finding: the code that made its call, else the file that stands for the whole. GitHub refuses a log
 * in which one has a logical location alone: where there is no file there is none.
 */
export function sarifLocations({ place, contract, where }: Finding, { folder = '', file }: SarifPlaces): object[] {
  const whole: Place[] = file === undefined ? [] : [{ file, line: 1, column: 1 }]
  const candidates = [...(place ? [place] : []), ...whole]
  const found = candidates.flatMap((one) => {
    const uri = uriIn(folder, one.file)
    return uri === undefined ? [] : [{ artifactLocation: { uri, uriBaseId: ROOT }, region: regionOf(one) }]
  })
  return found.slice(0, 1).map((physicalLocation) => ({
    physicalLocation,
    logicalLocations: [{ name: contract, fullyQualifiedName: `${contract} ${where}`.trim(), kind: 'member' }],
  }))
}

/** One character: a call is known by where it begins. */
function regionOf({ line, column }: Place): object {
  return { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 }
}

/** `packages/api/` and `../shared/send.js` -> `packages/shared/send.js`; undefined for what is not in the repository. */
function uriIn(folder: string, file: string): string | undefined {
  if (/^(?:\/|[A-Za-z]:)/.test(file)) return undefined
  const parts: string[] = []
  for (const part of `${folder}${file}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (!['', '.', '..'].includes(part)) parts.push(part)
  }
  return parts.map(encodeURIComponent).join('/')
}
