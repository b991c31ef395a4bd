import net from 'node:net'

/**
 * Below the range from which systems take ports for outgoing connections and for `listen(0)`: what is free here stays free until the one that
 * asked for it listens.
 */
const lowest = 10_000
const count = 20_000
const given = new Set<number>()

/** A port that nobody listens on now and that this process did not give out before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = lowest + Math.floor(Math.random() * count)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

/** Distinct ports that nobody listens on now. */
export function freePorts(wanted: number): Promise<number[]> {
  return Promise.all(Array.from({ length: wanted }, freePort))
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
