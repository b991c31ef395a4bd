import { runService } from '#server/cli/stack/service.ts'
import { solanaService } from '#server/cli/stack/solana.ts'
import { freePorts } from './ports.ts'

/** A Solana test validator on free ports; slots of 20 ms, so a transaction is final within a second. Call `stop` when done. */
export async function startSolana(options: { slotMs?: number } = {}) {
  const [rpcPort = 0, wsPort = 0] = await freePorts(2)
  const service = await runService(solanaService({ rpcPort, wsPort, slotMs: options.slotMs ?? 20 }))
  return { url: `http://127.0.0.1:${rpcPort}`, wsUrl: `ws://127.0.0.1:${wsPort}`, pid: service.pid, stop: service.stop }
}
