import { WORLD_HEADER } from './headers.ts'

/**
 * The page that stands before Graph when it cannot be reached: HTML, whatever the caller wanted. Its title, its two
 * sentences and its Content-Type are those of captures; the rest of it is our own.
 * Captures are of 502; that 503 and 504 have the same page is assumed, and that the call had no effect: once it had one.
 * @see sources capture-edge-page, capture-edge-page-effect
 */
export const edgePage = `<!DOCTYPE html>
<html lang="en" id="facebook">
  <head>
    <title>Facebook | Error</title>
    <meta charset="utf-8">
    <meta name="robots" content="noindex,nofollow">
  </head>
  <body>
    <h1 id="sorry">Sorry, something went wrong.</h1>
    <p id="promise">We're working on it and we'll get it fixed as soon as we can.</p>
  </body>
</html>
`

/** Not one of the headers of Graph: it was not reached. */
export function edgeHeaders(world: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    [WORLD_HEADER]: world,
    'x-mmgraph-why': 'a test asked for this page: a fault of the world',
  }
}
