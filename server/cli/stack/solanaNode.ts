import { createRequire } from 'node:module'
import net from 'node:net'

/**
 * Runs the embedded Solana validator and forwards two fixed ports to the ports it chose itself.
 * Arguments: RPC port, websocket port, slot length in ms.
 */
type Surfnet = { rpcUrl: string; wsUrl: string; drainEvents(): unknown[]; stop(): void }
type SurfnetPackage = { Surfnet: { startWithConfig(config: Record<string, unknown>): Surfnet } }

const [rpcPort = 8899, wsPort = 8900, slotTimeMs = 100] = process.argv.slice(2).map(Number)
const { Surfnet } = createRequire(import.meta.url)('@solana/surfpool-linux-x64-gnu') as SurfnetPackage
// `clock` makes slots go by without transactions: in the other mode nothing is ever finalized.
const validator = Surfnet.startWithConfig({ offline: true, blockProductionMode: 'clock', slotTimeMs })

// The validator queues an event per slot and stands still, RPC and all, once 1,024 of them wait.
setInterval(() => validator.drainEvents(), 250)

for (const [port, target] of [
  [rpcPort, validator.rpcUrl],
  [wsPort, validator.wsUrl],
] as const) {
  const { hostname, port: targetPort } = new URL(target)
  net
    .createServer((inbound) => {
      const outbound = net.connect(Number(targetPort), hostname)
      inbound.pipe(outbound).pipe(inbound)
      inbound.on('error', () => outbound.destroy())
      outbound.on('error', () => inbound.destroy())
    })
    .listen(port, '127.0.0.1')
}

const stop = () => {
  try {
    validator.stop()
  } finally {
    process.exit(0)
  }
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
