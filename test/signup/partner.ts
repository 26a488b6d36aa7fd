import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a partner's page was told, in order. */
export interface Heard {
  readonly messages: unknown[]
  readonly responses: { authResponse: { code: string } | null; status: string }[]
}

interface Signup {
  /** Where the SDK comes from: the host that is changed. */
  readonly home: string
  readonly appId: string
  readonly configId: string
  readonly extras?: object
}

/**
 * The signup page of a partner as Meta's page on the implementation has it: its SDK and the origin that it checks are
 * mmgraph's, and what it hears is kept where a test finds it.
 */
export function signupPage({ home, appId, configId, extras = { setup: {} } }: Signup): string {
  return `<!doctype html>
<html lang="en"><title>Partner</title>
<script async defer crossorigin="anonymous" src="${home}/en_US/sdk.js"></script>
<script>
  window.heard = { messages: [], responses: [] }
  window.fbAsyncInit = function() {
    FB.init({ appId: '${appId}', autoLogAppEvents: true, xfbml: true, version: 'v24.0' });
    FB.getLoginStatus((response) => { document.body.dataset.ready = response.status })
  };
  window.addEventListener('message', (event) => {
    if (event.origin !== '${home}') return;
    try {
      const data = JSON.parse(event.data);
      if (data.type === 'WA_EMBEDDED_SIGNUP') window.heard.messages.push(data);
    } catch {
      window.heard.messages.push('no JSON: ' + event.data);
    }
  });
  const fbLoginCallback = (response) => { window.heard.responses.push(response) }
  const launchWhatsAppSignup = () => {
    FB.login(fbLoginCallback, {
      config_id: '${configId}',
      response_type: 'code',
      override_default_response_type: true,
      extras: ${JSON.stringify(extras)}
    });
  }
</script>
<body><button onclick="launchWhatsAppSignup()">Login with Facebook</button></body>
</html>`
}

/** Serves a page on a port of its own; answers its address. */
export async function serve(page: string): Promise<string> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}
