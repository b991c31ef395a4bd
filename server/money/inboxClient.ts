import { BaseError, type Client, ContractFunctionRevertedError, encodeFunctionData, type Hex, parseAbi, parseEther } from 'viem'
import { estimateContractGas, getCode, readContract } from 'viem/actions'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { KeySetting } from '#server/rollup/protocol/keySetting.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { DepositTerms, TokenView } from './moneyViews.ts'
import { orRevert, reach, unreachable } from './reach.ts'
import { readDepositTerms } from './readDepositTerms.ts'

/** A wallet's signature as the inbox takes it (IInbox.Approval). */
export type KeyApproval = { solanaKey: Hex; evmWallet: Hex; nonce: bigint; deadline: bigint; signature: Hex }

/** What is asked of the inbox on L2; nothing here sends. */
export type InboxPort = {
  /** The next nonce of a wallet's approvals. Throws `chain.unreachable`. */
  nonce(walletWord: bigint): Promise<bigint>
  /** True when code would run to check the address's signatures: a smart account, or a key that lends its address to one. */
  hasCode(address: Hex): Promise<boolean>
  /** Tries `setKeyFor` against L2 as it is now; answers what it would cost, or the name of the contract's refusal. */
  trySetKey(setting: KeySetting, approval: KeyApproval): Promise<{ gas: bigint; fee: bigint } | { refusal: string }>
  /** Wei that an item costs now. */
  fee(): Promise<bigint>
  /** Tokens that the slot lists, without L2's coin. */
  tokens(): Promise<TokenView[]>
  /** How a holder can deposit a listed token. Throws `input.invalid` for one that is not listed. */
  depositTerms(token: number, holder: Hex): Promise<DepositTerms>
}

/** Whoever relays: the check asks what L2 would say, not whether this address is rich. */
const relayer = '0x000000000000000000000000000000000000c0de'
const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const

const erc20 = parseAbi(['function symbol() view returns (string)', 'function decimals() view returns (uint8)'])

export const setKeyForData = (setting: KeySetting, approval: KeyApproval): Hex =>
  encodeFunctionData({ abi: inboxAbi, functionName: 'setKeyFor', args: [setting, approval, noApproval] })

export function createInboxClient(client: Client, inbox: Hex): InboxPort {
  const contract = { address: inbox, abi: inboxAbi } as const
  const readFee = () => reach(readContract(client, { ...contract, functionName: 'fee' }))
  return {
    fee: readFee,
    nonce: (walletWord) => reach(readContract(client, { ...contract, functionName: 'nonces', args: [walletWord] })),
    hasCode: async (address) => ((await reach(getCode(client, { address }))) ?? '0x') !== '0x',
    async trySetKey(setting, approval) {
      const fee = await readFee()
      try {
        const gas = await estimateContractGas(client, {
          ...contract,
          functionName: 'setKeyFor',
          args: [setting, approval, noApproval],
          account: relayer,
          value: fee,
          ...(fee > 0n ? { stateOverride: [{ address: relayer, balance: fee + parseEther('1') }] } : {}),
        })
        return { gas, fee }
      } catch (error) {
        const revert = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null
        if (revert instanceof ContractFunctionRevertedError) return { refusal: revert.data?.errorName ?? 'reverted' }
        throw unreachable(error)
      }
    },
    async tokens() {
      const count = Number(await reach(readContract(client, { ...contract, functionName: 'tokenCount' })))
      const ids = Array.from({ length: count }, (_, i) => i + 1)
      return Promise.all(
        ids.map(async (id) =>
          readToken(client, id, await reach(readContract(client, { ...contract, functionName: 'token', args: [BigInt(id)] }))),
        ),
      )
    },
    async depositTerms(token, holder) {
      const count = Number(await reach(readContract(client, { ...contract, functionName: 'tokenCount' })))
      if (token < 1 || token > count)
        throw new CairnError('input.invalid', 'The slot lists no such token.', {
          meta: { field: 'token', found: token, expected: `1 to ${count}` },
        })
      const address = await reach(readContract(client, { ...contract, functionName: 'token', args: [BigInt(token)] }))
      return readDepositTerms(client, address, holder)
    },
  }
}

/** What a listed token says of itself. A symbol is a stranger's text: control and invisible characters are cut, and its length. */
async function readToken(client: Client, id: number, address: Hex): Promise<TokenView> {
  const token = { address, abi: erc20 } as const
  const [symbol, decimals] = await Promise.all([
    orRevert(readContract(client, { ...token, functionName: 'symbol' }), ''),
    orRevert(readContract(client, { ...token, functionName: 'decimals' }), 0),
  ])
  const clean = symbol.replace(/[^\p{L}\p{N}.$₮€-]/gu, '').slice(0, 12)
  return { id, symbol: clean === '' ? `#${id}` : clean, decimals, address }
}
