import { sql } from 'drizzle-orm'
import type { Client } from 'viem'
import type { Database } from '#drizzle/client.ts'
import type { AccountStore } from '#server/accounts/accountStore.ts'
import { requireWalletId, walletAddress, walletNamespace } from '#server/auth/walletId.ts'
import { findRecipient } from '#server/money/findRecipient.ts'
import { createInboxClient, type InboxPort } from '#server/money/inboxClient.ts'
import { createMoneyStore } from '#server/money/moneyStore.ts'
import type { SlotView, TokenView } from '#server/money/moneyViews.ts'
import { noteSend } from '#server/money/noteSend.ts'
import { openSlotAccount } from '#server/money/openSlotAccount.ts'
import { type MoneyOf, readMoney } from '#server/money/readMoney.ts'
import { type KeyRequest, keyChallenge, type RelayDeps, relayKey } from '#server/money/relayKey.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { forgetSends, owe, sendsByPurpose } from '#server/rollup/settlement/sendStore.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { orElse } from './orElse.ts'

type Deps = { db: Database; readAccounts: AccountStore; evmClient(chain: string): Client | null; now(): number }

/** What L2 is not asked again within. Tokens are only ever added to a slot: an old list lacks the newest at worst. */
const freshMs = { tokens: 60_000, fee: 10_000 } as const
const coin: TokenView = { id: 0, symbol: 'ETH', decimals: 18, address: null }

/** The use cases of members' money. */
export function composeMoney({ db, readAccounts, evmClient, now }: Deps) {
  const money = createMoneyStore(db)
  const kept = { tokens: [] as TokenView[], tokensAt: 0, fee: null as bigint | null, feeAt: 0 }
  const inbox = async (): Promise<InboxPort> => {
    const { inbox: address, chainId } = await slotDeployment(db)
    const client = evmClient(`eip155:${chainId}`)
    if (!client) throw new CairnError('chain.unreachable', 'No endpoint of L2 is configured.')
    return createInboxClient(client, address)
  }
  const tokens = async (): Promise<TokenView[]> => {
    // While L2 is away the page shows what was known: balances are rows of ours.
    if (now() - kept.tokensAt > freshMs.tokens) {
      kept.tokens = await orElse(async () => (await inbox()).tokens(), kept.tokens)
      kept.tokensAt = now()
    }
    return [coin, ...kept.tokens]
  }
  const slot = async (): Promise<SlotView> => {
    const { chainId, rollup, inbox: address } = await slotDeployment(db)
    const listed = await tokens()
    if (now() - kept.feeAt > freshMs.fee) {
      kept.fee = await orElse(async () => (await inbox()).fee(), null)
      kept.feeAt = now()
    }
    return { chainId, rollup, inbox: address, inboxFee: kept.fee === null ? null : String(kept.fee), tokens: listed }
  }
  const moneyDeps = { money, nodes: createNodeStore(db), slot }
  const relay: RelayDeps = {
    ...moneyDeps,
    inbox,
    sendOf: async (purpose) => (await sendsByPurpose(db, [purpose]))[0] ?? null,
    owe: (send) =>
      db.transaction(async (tx) => {
        await forgetSends(tx, [send.purpose])
        await owe(tx, send)
        await tx.execute(sql`select pg_notify('cairn_txs', 'relay')`)
      }),
    now,
  }
  return {
    /** Tokens that the slot lists, L2's coin first. */
    tokens,
    overview: (input: MoneyOf) => readMoney(moneyDeps, input),
    openAccount: (input: { accountId: string; requestId?: string }) =>
      openSlotAccount(
        {
          money,
          async openAccount({ wallet, accountId, requestId }) {
            await submitTx(db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet, accountId }, requestId })
          },
        },
        input,
      ),
    keyChallenge: (input: MoneyOf) => keyChallenge(relay, input),
    relayKey: (input: KeyRequest) => relayKey(relay, input),
    async depositTerms({ token, wallet }: { token: number; wallet: string }) {
      const id = requireWalletId(wallet)
      if (walletNamespace(id) !== 'eip155')
        throw new CairnError('input.invalid', 'Only an EVM wallet has tokens on L2.', { meta: { field: 'wallet', found: wallet } })
      return (await inbox()).depositTerms(token, walletAddress(id) as Hex)
    },
    noteSend: (input: Parameters<typeof noteSend>[1]) => noteSend({ money }, input),
    recipient: (input: MoneyOf & { name: string }) => findRecipient({ money, readAccounts }, input),
  }
}
