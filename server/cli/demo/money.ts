import { createPublicClient, type Hex, http } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import type { MoneyView } from '#server/money/moneyViews.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { keySettingTypedData } from '#server/rollup/protocol/keySetting.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { canonicalEvmSignature, identityOf, spendKeyFrom, spendKeyTypedData } from '#server/rollup/protocol/spendKey.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import { type Patience, persist, Refusal, until } from './patience.ts'
import type { SiteClient } from './siteClient.ts'
import type { Wallets } from './wallets.ts'

type Challenge = { account: number; nonce: string; deadline: number }
/** What leaves, for whom. */
export type Payout = { amount: bigint; recipient: Hex; sentAt: number }

/** A member's money without a browser: the same messages, signatures and calls. */
export class DemoMoney {
  readonly #site: SiteClient
  readonly #wallets: Wallets
  readonly #patience: Patience

  constructor(site: SiteClient, wallets: Wallets, patience: Patience) {
    this.#site = site
    this.#wallets = wallets
    this.#patience = patience
  }

  openAccount = () => persist(this.#patience, 'open the slot account', () => this.#site.mutate('money.openAccount', null))

  /** Makes the spend key and has it brought to L2: the wallet holds no coin there. */
  async setKey() {
    const { evm } = this.#wallets
    const { slot } = await this.#viewWhen('the account is final', ({ account }) => account.state === 'ready')
    const { x, y, identity } = await this.#keyOf(slot)
    await persist(this.#patience, 'set the spend key', async () => {
      // An answer that was lost: the key is on its way.
      if ((await this.#view()).key.state !== 'none') return
      const { account, nonce, deadline } = await this.#site.query<Challenge>('money.keyChallenge')
      const setting = { account, keyX: x, keyY: y, identity, linkedWallet: 0n }
      const place = { chainId: slot.chainId, inbox: slot.inbox, nonce: BigInt(nonce), deadline: BigInt(deadline) }
      const signature = await evm.signTypedData(keySettingTypedData(setting, place))
      const key = { keyX: toHex32(x), keyY: toHex32(y), identity: toHex32(identity) }
      await this.#site.mutate('money.relayKey', { ...key, nonce, deadline, signature })
    })
  }

  /** Claims what waits and sends it out of the slot at once: the withdrawal stands right behind the claim. */
  async claimAndWithdraw(): Promise<Payout> {
    const { slot, account, claimable } = await this.#viewWhen(
      'the key is set and a reward waits',
      ({ key, claimable: rewards }) => key.state === 'set' && rewards.length > 0,
    )
    const { secret } = await this.#keyOf(slot)
    const recipient = privateKeyToAddress(generatePrivateKey())
    const head = { account: account.index ?? -1, fee: 0n }
    const amount = claimable.reduce((sum, reward) => sum + BigInt(reward.amount), 0n)
    const claims = claimable.map(({ credential }, nonce): LedgerTx => ({ ...head, kind: 'claimReward', nonce, credential }))
    const out: LedgerTx = { ...head, kind: 'withdraw', nonce: claims.length, token: 0, amount, recipient: BigInt(recipient) }
    const domain = domainOf(slot.chainId, slot.rollup)
    const sentAt = systemClock.now()
    for (const tx of [...claims, out]) {
      const words = encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret })).map(toHex32)
      await persist(this.#patience, tx.kind, () => this.#callSlot('cairn_sendTransaction', [words]))
    }
    return { amount, recipient, sentAt }
  }

  /** Waits until L2 itself says that the recipient has the money; answers milliseconds from the request. */
  async paid({ amount, recipient, sentAt }: Payout, l2Url: string): Promise<number> {
    const client = createPublicClient({ transport: http(l2Url, { retryCount: 0 }), cacheTime: 0 })
    await until(this.#patience, 'payment on L2', async () => ((await client.getBalance({ address: recipient })) === amount ? true : null))
    const ms = systemClock.now() - sentAt
    await this.#viewWhen('the history says so', ({ moves }) => moves.some(({ kind, state }) => kind === 'withdraw' && state === 'paid'))
    return ms
  }

  #view = () => this.#site.query<MoneyView>('money.overview')

  #viewWhen = (what: string, holds: (view: MoneyView) => boolean) =>
    until(this.#patience, what, async () => {
      const view = await this.#view()
      return holds(view) ? view : null
    })

  async #keyOf({ chainId, rollup }: MoneyView['slot']) {
    const signature = canonicalEvmSignature(await this.#wallets.evm.signTypedData(spendKeyTypedData({ chainId, rollup, keyNumber: 0 })))
    if (!signature) throw new Refusal('signature', 'the wallet gives no signature of a key')
    const { secret, identitySecret } = spendKeyFrom(signature)
    return { secret, identity: identityOf(fastHasher, identitySecret), ...derivePublicKey(secret) }
  }

  async #callSlot(method: string, params: readonly unknown[]) {
    const response = await fetch(`${this.#site.origin}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(20_000),
    })
    const { error } = (await response.json()) as { error?: { code: number; message: string } }
    if (error?.code === -32000 || error?.code === -32602) throw new Refusal(String(error.code), error.message)
    if (error) throw new Error(error.message)
  }
}
