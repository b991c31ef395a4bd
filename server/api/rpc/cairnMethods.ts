import * as z from 'zod'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { entryWords, tokensPerAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { define, type RpcDefinition } from './define.ts'
import { nextNonce, stateAt } from './heads.ts'
import { RpcError } from './jsonRpc.ts'
import { address, blockTag, bytes32, decimal, hash32, index, quantity, wallet } from './quantities.ts'
import { accountView, batchView, leafView, receiptView, withdrawalView } from './views.ts'

const word = z
  .union([decimal, z.string().regex(/^0x[0-9a-f]{1,64}$/, 'hex of at most 32 bytes')], { error: 'a word: a decimal string, or 0x hex' })
  .transform(BigInt)
const tree = z.enum(['accounts', 'credentials', 'quests', 'vaults'])
const at = blockTag.optional()
const token = z
  .int()
  .min(0)
  .max(tokensPerAccount - 1)
  .optional()
const nullable = z.record(z.string(), z.unknown()).nullable()
const most = 100

/** The slot's own methods. */
export function cairnMethods(access: SlotAccess): RpcDefinition[] {
  const { views } = access
  const accountIndex = async (who: number | string) => (typeof who === 'number' ? who : views.accountOf(who))
  return [
    define(
      'cairn_sendTransaction',
      {
        summary:
          'Hands a signed ledger tx to the slot. The answer is a receipt: the tx is durable, and the receipt key signed that (EIP-712 SoftConfirmation).',
        params: { words: z.array(word).length(entryWords, `${entryWords} words`) },
        result: z.object({
          txHash: hash32,
          chainId: z.int(),
          rollup: z.string(),
          acceptedAt: z.int(),
          signer: z.string(),
          signature: z.string(),
        }),
      },
      ({ words }, { requestId }) => access.submit(words, requestId),
    ),
    define(
      'cairn_getReceipt',
      {
        summary: 'Where a tx stands, by its hash or id; null when it is not known.',
        params: { tx: z.union([hash32, z.uuid()], { error: 'a tx hash or id' }) },
        result: nullable,
      },
      async ({ tx }) => {
        const row = tx.startsWith('0x') ? await views.txByHash(tx) : await views.txById(tx)
        return row && receiptView(row)
      },
    ),
    define(
      'cairn_getAccount',
      {
        summary: 'An account by index or by its primary wallet; null when it was never opened.',
        params: { account: z.union([index, wallet], { error: 'an index or a wallet id' }), batch: at },
        result: nullable,
      },
      async ({ account, batch }) => {
        const number = await stateAt(access, batch ?? 'latest')
        const found = await accountIndex(account)
        const leaf = found === null ? null : await access.account(found, number)
        return found === null || leaf === null ? null : { ...accountView(found, leaf), batch: number }
      },
    ),
    define(
      'cairn_getNonce',
      {
        summary: 'The nonce of the next ledger tx of an account, past those that wait for a batch.',
        params: { account: z.union([index, wallet], { error: 'an index or a wallet id' }) },
        result: z.int(),
      },
      async ({ account }) => {
        const found = await accountIndex(account)
        return found === null ? 0 : nextNonce(access, found, { batch: await views.newestBatch(), pending: true })
      },
    ),
    define(
      'cairn_getBalance',
      {
        summary: 'What an account holds of a token (0 = the chain’s coin), as a decimal string.',
        params: { account: z.union([index, wallet], { error: 'an index or a wallet id' }), token, batch: at },
        result: decimal,
      },
      async ({ account, token: id, batch }) => {
        const number = await stateAt(access, batch ?? 'latest')
        const found = await accountIndex(account)
        return found === null || found >= trees.accounts.capacity ? '0' : String(await access.balance(found, id ?? 0, number))
      },
    ),
    define(
      'cairn_getProof',
      {
        summary:
          'A leaf with its Poseidon2 path (siblings, leaf level first) and the state that its root is part of; without a batch, of the newest final one.',
        params: { tree, index, batch: at },
        result: z.record(z.string(), z.unknown()),
      },
      async ({ tree: name, index: leaf, batch }) => {
        const number = await stateAt(access, batch ?? 'finalized')
        if (leaf >= trees[name].capacity)
          throw new RpcError(-32602, 'Invalid params', { position: 1, expected: `below ${trees[name].capacity}` })
        const proof = await access.proof(name, leaf, number)
        const behind = name === 'vaults' ? null : await leafOf(access, name, leaf, number)
        return {
          ...{ tree: name, index: leaf, batch: number, leaf: bytes32(proof.leaf), fields: behind },
          path: proof.path.map((siblings) => siblings.map(bytes32)),
          state: leafView(proof.state),
          stateRoot: bytes32(proof.stateRoot),
        }
      },
    ),
    define(
      'cairn_getBatch',
      {
        summary: 'A batch by number; null when there is none.',
        params: { batch: z.union([quantity, z.literal('latest')], { error: 'a quantity or latest' }) },
        result: nullable,
      },
      async ({ batch }) => {
        const row = await views.batch(batch === 'latest' ? await views.newestBatch() : batch)
        return row && { ...batchView(row), ledgerTxs: await views.txHashes(row.number) }
      },
    ),
    define(
      'cairn_getQuest',
      { summary: 'A quest’s leaf; null when it was never opened.', params: { quest: index, batch: at }, result: nullable },
      async ({ quest, batch }) => {
        const number = await stateAt(access, batch ?? 'latest')
        const leaf = await access.quest(quest, number)
        return leaf && { quest, batch: number, ...leafView(leaf) }
      },
    ),
    define(
      'cairn_getWithdrawals',
      {
        summary: `Withdrawals and refunds of an account or an L2 address, newest first, at most ${most}, with where each stands.`,
        params: {
          of: z
            .strictObject({ account: index.optional(), recipient: address.optional() })
            .refine(({ account, recipient }) => account !== undefined || recipient !== undefined, 'an account or a recipient'),
        },
        result: z.array(z.record(z.string(), z.unknown())),
      },
      async ({ of: { account, recipient } }) => {
        const of = { ...(account === undefined ? {} : { account }), ...(recipient === undefined ? {} : { recipient }) }
        return (await views.withdrawals(of, most)).map(withdrawalView)
      },
    ),
    define(
      'cairn_health',
      {
        summary: 'How far the slot is, what waits, and whether the watcher objects.',
        params: {},
        result: z.record(z.string(), z.unknown()),
      },
      async () => {
        const [lastBatch, finalBatch, health] = await Promise.all([views.newestBatch(), views.newestBatch('final'), views.health()])
        return { ...access.slot, lastBatch, finalBatch, openBatches: health.open, waitingTxs: health.waiting, paused: health.paused }
      },
    ),
  ]
}

async function leafOf(access: SlotAccess, tree: 'accounts' | 'credentials' | 'quests', leaf: number, batch: number) {
  if (tree === 'accounts') {
    const account = await access.account(leaf, batch)
    return account && accountView(leaf, account)
  }
  if (tree === 'quests') {
    const quest = await access.quest(leaf, batch)
    return quest && leafView(quest)
  }
  const credential = await access.credential(leaf, batch)
  return credential && { ...leafView(credential.leaf), revoked: credential.revoked === null ? null : String(credential.revoked) }
}
