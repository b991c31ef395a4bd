/** How long a server takes to answer a page while fifty others are asked for at the same time. */
import { Agent, get } from 'node:http'

/** Milliseconds of each of `count` requests, `at once` of them under way at any time, over connections that stay open. Throws unless all are 200. */
export async function loadPage(address: string, { count, atOnce }: { count: number; atOnce: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let left = count
  const worker = async () => {
    while (left-- > 0) {
      const begun = performance.now()
      await fetchAll(address, agent)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  agent.destroy()
  return times
}

const fetchAll = (address: string, agent: Agent) =>
  new Promise<void>((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume()
      response.once('error', reject)
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${address} answered ${response.statusCode}`)),
      )
    }).once('error', reject)
  })
