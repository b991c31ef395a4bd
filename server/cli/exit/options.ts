import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { base58 } from '@scure/base'
import { evmWalletId, solanaWalletId } from '#server/auth/walletId.ts'
import type { PayeeChoice } from '#server/rollup/escape/payee.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { Q } from '#server/rollup/protocol/schnorr.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { fromHex, type Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

export type ExitOptions = {
  rpcUrl: string
  rollup: Hex
  fromBlock: bigint | undefined
  /** Where blobs are to be had. */
  blobUrl: string | undefined
  /** Null: only how the slot stands, and `--freeze`. */
  who: { account: number } | { word: bigint } | null
  choice: PayeeChoice
  /** Pays the gas on L2. */
  key: Hex | null
  freeze: boolean
  dryRun: boolean
  json: boolean
}

export const usage =
  './cairn exit --rpc URL --rollup ADDRESS [--blob-url URL] [--wallet ADDRESS | --account N] [--freeze] [--dry-run] [--json] [--key-file FILE] [--to ADDRESS (--spend-key-file FILE | --solana-signature SIGNATURE)]'

/** Reads the command line of `exit`. Paths are meant from where the command was typed. Throws `input.invalid` naming the option. */
export function readExitOptions(args: readonly string[], folder: string): ExitOptions {
  const given = parse(args)
  const file = (name: 'key-file' | 'spend-key-file') => {
    const path = given[name]
    return path === undefined ? null : readKey(name, resolve(folder, path))
  }
  if (given.rpc === undefined || !URL.canParse(given.rpc)) throw invalid('rpc', given.rpc, 'the URL of a JSON-RPC endpoint of L2')
  if (given.wallet !== undefined && given.account !== undefined) throw invalid('account', given.account, 'either --wallet or --account')
  const blobUrl = given['blob-url']
  if (blobUrl !== undefined && !URL.canParse(blobUrl)) throw invalid('blob-url', blobUrl, 'the URL of a beacon API')
  const spendKey = file('spend-key-file')
  return {
    rpcUrl: given.rpc,
    rollup: addressOf('rollup', given.rollup),
    fromBlock:
      given['from-block'] === undefined ? undefined : BigInt(wholeNumber('from-block', given['from-block'], Number.MAX_SAFE_INTEGER)),
    blobUrl,
    who: whoOf(given),
    choice: {
      to: given.to === undefined ? undefined : addressOf('to', given.to),
      spendKey: spendKey === null ? undefined : scalar(spendKey),
      solana: solanaOf(given),
    },
    key: file('key-file'),
    freeze: given.freeze ?? false,
    dryRun: given['dry-run'] ?? false,
    json: given.json ?? false,
  }
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

function parse(args: readonly string[]) {
  const options = {
    ...{ rpc: text, rollup: text, 'from-block': text, wallet: text, account: text, to: text, 'key-file': text, 'spend-key-file': text },
    ...{ 'blob-url': text, 'solana-signature': text, 'solana-key': text, freeze: flag, 'dry-run': flag, json: flag },
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'not understood'
    throw new CairnError('input.invalid', `${why}\n${usage}`, { meta: { field: 'options', found: why }, cause })
  }
}

type Given = ReturnType<typeof parse>

function whoOf({ wallet, account }: Given): ExitOptions['who'] {
  if (account !== undefined) return { account: wholeNumber('account', account, trees.accounts.capacity - 1) }
  if (wallet === undefined) return null
  const id = evmWalletId(wallet) ?? solanaWalletId(wallet)
  if (id === null) throw invalid('wallet', wallet, 'an EVM or a Solana address')
  return { word: walletWord(id) }
}

/** The wallet is named by its address: an account only knows a digest of it. */
function solanaOf(given: Given): PayeeChoice['solana'] {
  const signature = given['solana-signature']
  if (signature === undefined) return undefined
  const address = given['solana-key'] ?? given.wallet
  if (address === undefined || solanaWalletId(address) === null) throw invalid('solana-key', address, 'the Solana address that signed')
  return { publicKey: base58.decode(address), signature: signatureBytes(signature) }
}

/** As wallets print it: base58, base64 or hex. */
function signatureBytes(value: string): Uint8Array {
  const hex = fromHex(value)
  if (hex?.length === 64) return hex
  if (/^[1-9A-HJ-NP-Za-km-z]{80,90}$/.test(value)) {
    const bytes = base58.decode(value)
    if (bytes.length === 64) return bytes
  }
  const base64 = new Uint8Array(Buffer.from(value, 'base64'))
  if (/^[A-Za-z0-9+/]{86}==$/.test(value) && base64.length === 64) return base64
  throw invalid('solana-signature', value, '64 bytes in base58, base64 or hex')
}

function readKey(option: string, path: string): Hex {
  let content: string
  try {
    content = readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new CairnError('input.invalid', `--${option}: ${path} cannot be read.`, { meta: { field: option, found: path }, cause })
  }
  // What the file holds is never shown.
  if (!/^0x[0-9a-fA-F]{64}$/.test(content)) throw invalid(option, path, 'a file with 0x and 64 hex digits')
  return content.toLowerCase() as Hex
}

function scalar(key: Hex): bigint {
  const value = BigInt(key)
  if (value === 0n || value >= Q)
    throw invalid('spend-key-file', 'a number out of range', 'a spend key: above 0 and below the order of Grumpkin')
  return value
}

/** With a right checksum, where its letters carry one. */
function addressOf(option: string, value: string | undefined): Hex {
  const id = value === undefined ? null : evmWalletId(value)
  if (value === undefined || id === null || BigInt(value) === 0n) throw invalid(option, value, 'an L2 address (with a right checksum)')
  return value.toLowerCase() as Hex
}

function wholeNumber(option: string, value: string, most: number): number {
  if (!/^(0|[1-9]\d{0,15})$/.test(value) || Number(value) > most) throw invalid(option, value, `a whole number up to ${most}`)
  return Number(value)
}

function invalid(option: string, found: string | undefined, expected: string): CairnError {
  return new CairnError(
    'input.invalid',
    `--${option}: ${found === undefined ? 'is missing' : `"${found}" is not right`}; expected ${expected}.\n${usage}`,
    {
      meta: { field: option, found, expected },
    },
  )
}
