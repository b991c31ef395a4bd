import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnvilOptions, anvilService } from '#server/cli/stack/anvil.ts'
import { runService } from '#server/cli/stack/service.ts'
import { freePort } from './ports.ts'

/** Keys of the node's first accounts, from its public test mnemonic: each holds 10,000 test ETH. */
export const anvilKeys = [
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
  '0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6',
] as const

/** A node on a free port. Default: chain 31338, a block per transaction. Call `stop` when done. */
export async function startAnvil(options: Partial<Omit<AnvilOptions, 'name' | 'port'>> = {}) {
  const port = await freePort()
  const cacheFolder = mkdtempSync(join(tmpdir(), 'cairn-anvil-'))
  const service = await runService(anvilService({ chainId: 31_338, cacheFolder, ...options, name: 'anvil', port }))
  const stop = async () => {
    await service.stop()
    rmSync(cacheFolder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, port, chainId: options.chainId ?? 31_338, pid: service.pid, stop }
}
