import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { CairnError } from '#server/shared/errors.ts'
import { chainState } from './chainState.ts'
import { jsonRpc } from './jsonRpc.ts'
import type { ServiceSpec } from './service.ts'

export type AnvilOptions = {
  readonly name: string
  readonly chainId: number
  readonly port: number
  /** A block every so many seconds; without it a block per transaction. */
  readonly blockSeconds?: number
  /** With `blockSeconds`: a block per transaction as well. */
  readonly mixedMining?: boolean
  /** Where the chain's state is kept; without it the chain ends with the process. */
  readonly stateFile?: string
  /** Folder for the node's own cache; without it the node's default in the home folder. */
  readonly cacheFolder?: string
  readonly extraArgs?: readonly string[]
}

/** One Ethereum development node. `finalized` lies two blocks behind `latest`: one slot per epoch. */
export function anvilService(options: AnvilOptions): ServiceSpec {
  const url = `http://127.0.0.1:${options.port}`
  const args = ['--chain-id', options.chainId, '--host', '127.0.0.1', '--port', options.port, '--slots-in-an-epoch', 1]
  if (options.blockSeconds !== undefined) args.push('--block-time', options.blockSeconds)
  if (options.mixedMining) args.push('--mixed-mining')
  if (options.cacheFolder !== undefined) args.push('--cache-path', options.cacheFolder)
  // The node keeps the whole state after each block (2 MB), by default on disk and for ever. Nobody here asks about more than a minute ago.
  args.push('--prune-history', 64)
  const state = options.stateFile === undefined ? undefined : chainState(url, options.stateFile)
  return {
    name: options.name,
    command: anvilBinary(),
    args: () => [...args.map(String), '--quiet', ...(state?.args() ?? []), ...(options.extraArgs ?? [])],
    ...(state ? { whileUp: state.keep } : {}),
    env: { PATH: '/usr/bin:/bin', ...(options.cacheFolder === undefined ? {} : { HOME: options.cacheFolder }) },
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    readyWithinMs: 30_000,
    prepare: async () => {
      if (options.cacheFolder !== undefined) mkdirSync(options.cacheFolder, { recursive: true })
    },
    ready: async () => Number(await jsonRpc(url, 'eth_chainId')) === options.chainId,
  }
}

/** The node's binary from the package of this platform; the package's JavaScript wrapper would hide the process id. */
export function anvilBinary(): string {
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch
  const name = `@foundry-rs/anvil-${process.platform}-${cpu}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/bin.mjs')
    const path = createRequire(wrapper).resolve(`${name}/bin/anvil`)
    if (existsSync(path)) return path
  } catch (cause) {
    throw new CairnError('config.invalid', `The Ethereum test node of this machine is missing (${name}).`, { cause })
  }
  throw new CairnError('config.invalid', `The Ethereum test node of this machine is missing (${name}).`)
}
