// Reads as fast as the server answers, for some seconds: argv is the URL, the token, the seconds and the connections. Prints the
// requests per second as JSON.
import autocannon from 'autocannon'

const [url, token, seconds, connections] = process.argv.slice(2)
const headers = { authorization: `Bearer ${token}`, 'user-agent': 'bench/1.0.0' }
const { requests, non2xx } = await autocannon({
  url,
  headers,
  duration: Number(seconds),
  connections: Number(connections),
})
process.stdout.write(JSON.stringify({ rate: requests.average, refused: non2xx }))
