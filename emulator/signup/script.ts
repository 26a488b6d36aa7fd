// What runs in the browser: the same text for everybody, so that the policy of the page can name it by its hash.

/** A step: tells the SDK what the page is to hear should the window be closed here, and submits once. */
export const STEP_SCRIPT = `(() => {
  const { channel, step } = JSON.parse(document.getElementById('leaving').textContent)
  if (opener && channel) opener.postMessage(step, channel)
  let goesOn = false
  addEventListener('submit', (event) => {
    if (goesOn) event.preventDefault()
    goesOn = true
  })
  addEventListener('pageshow', () => { goesOn = false })
})()`

/** The end: tells the page that began it what came of the flow, then the SDK, and closes the window. */
export const END_SCRIPT = `(() => {
  const { channel, signup, login } = JSON.parse(document.getElementById('end').textContent)
  if (!opener || !channel) return
  if (signup) opener.postMessage(signup, channel)
  opener.postMessage(login, channel)
  close()
})()`
