// Loaded before a server (node --import): tells the longest stall of its event loop, in milliseconds, since it was asked last.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', () => {
  // A stall is noted by the timer after it, which has not come yet.
  setTimeout(() => {
    process.send(delay.max / 1e6)
    delay.reset()
  }, 5)
})
