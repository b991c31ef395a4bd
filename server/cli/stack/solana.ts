import { fileURLToPath } from 'node:url'
import { jsonRpc } from './jsonRpc.ts'
import type { ServiceSpec } from './service.ts'

export type SolanaOptions = {
  readonly rpcPort: number
  readonly wsPort: number
  /** Length of a slot; a transaction is final 31 slots after its own. */
  readonly slotMs?: number
}

/** The Solana test validator, as a process of its own. Its ledger lives in memory: a new process is a new ledger. */
export function solanaService(options: SolanaOptions): ServiceSpec {
  const entry = fileURLToPath(new URL('./solanaNode.ts', import.meta.url))
  return {
    name: 'solana',
    command: process.execPath,
    args: [entry, String(options.rpcPort), String(options.wsPort), String(options.slotMs ?? 100)],
    env: { PATH: '/usr/bin:/bin', NO_COLOR: '1' },
    stopSignal: 'SIGTERM',
    stopWithinMs: 5000,
    readyWithinMs: 30_000,
    ready: async () => (await jsonRpc(`http://127.0.0.1:${options.rpcPort}`, 'getHealth')) === 'ok',
  }
}
