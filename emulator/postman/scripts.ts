import { variableOf } from './names.ts'

/** Lines of scripts that Postman runs. They know Postman's `pm` and `CryptoJS` alone. */
const quoted = (text: string): string => JSON.stringify(text)

/** Asks for a status, and where it is an error for its code. */
export function expectStatus(status: number, code?: number | undefined): string[] {
  return [
    `pm.test(${quoted(`it answers ${status}`)}, () => pm.response.to.have.status(${status}))`,
    ...(code === undefined
      ? []
      : [
          `pm.test(${quoted(`the code is ${code}`)}, () => pm.expect(pm.response.json().error.code).to.equal(${code}))`,
        ]),
  ]
}

/** Keeps what an answer found, but for names that are known: a list may begin with another account than the one that is meant. */
export function keepFound(plan: string, finds: Readonly<Record<string, string>>, known = true): string[] {
  const lines = Object.entries(finds).map(([name, pointer]) => {
    const variable = quoted(variableOf(plan, name))
    const keep = `pm.collectionVariables.set(${variable}, found${partOf(pointer)})`
    const isNew = known ? `!pm.collectionVariables.has(${variable}) && ` : ''
    return `if (${isNew}found${partOf(pointer)} !== undefined) ${keep}`
  })
  return lines.length > 0 ? ['const found = pm.response.json()', ...lines] : []
}

/** `/data/0/id` -> `?.["data"]?.["0"]?.["id"]` */
function partOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => `?.[${quoted(key)}]`)
    .join('')
}

/** Keeps what a world that was made tells of itself. */
export function keepWorld(plan: string): string[] {
  const before = quoted(`${plan}.`)
  return [
    ...expectStatus(201),
    'const world = pm.response.json()',
    `for (const name of Object.keys(pm.collectionVariables.toObject())) if (name.startsWith(${before})) pm.collectionVariables.unset(name)`,
    `const keep = (name, value) => pm.collectionVariables.set(${before} + name, value)`,
    "keep('world', world.id)",
    'for (const [name, id] of Object.entries({ ...world.names, ...world.people })) keep(name, id)',
    "for (const [name, token] of Object.entries(world.tokens)) keep(name + '_token', token)",
    "for (const [name, secret] of Object.entries(world.secrets)) keep(name + '_secret', secret)",
    'const now = Math.floor(world.now / 1000)',
    'const day = now - (now % 86400)',
    "keep('now', now)",
    "keep('day_start', day)",
    "keep('week_start', day - 7 * 86400)",
  ]
}

/** The code of the newest letter becomes a variable. */
export function keepCode(plan: string, name: string): string[] {
  return [
    ...expectStatus(200),
    'const [letter] = pm.response.json().data.slice(-1)',
    `pm.collectionVariables.set(${quoted(variableOf(plan, name))}, letter.subject.match(/\\d{6}$/)[0])`,
  ]
}

/** Proves a token with the secret of an app. @see sources secure-requests */
export function makeProof(plan: string, token: string, app: string): string[] {
  const value = (name: string): string => `pm.collectionVariables.get(${quoted(variableOf(plan, name))})`
  return [
    `const proof = CryptoJS.HmacSHA256(${value(token)}, ${value(`${app}_secret`)})`,
    `pm.collectionVariables.set(${quoted(variableOf(plan, 'proof'))}, proof.toString(CryptoJS.enc.Hex))`,
  ]
}
