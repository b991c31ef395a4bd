import { findChain } from '#chains/registry.ts'
import type { Text } from '../verdict.ts'
import type { Unit } from './fields.ts'

export const same = (text: string): Text => ({ en: text, ja: text })

/** The chain's name as people know it. */
export function chainName(id: string): Text {
  return findChain(id)?.names ?? same(id)
}

/** `9.70 USDC`, `10 USDC`, `0.000001 ETH`: exact up to 6 decimals, cut (never rounded up) after that, at least two when there is a fraction. */
export function amountText(value: bigint, unit: Unit | undefined): string {
  if (!unit) return grouped(value.toString())
  const digits = (value < 0n ? -value : value).toString().padStart(unit.decimals + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - unit.decimals))
  const fraction = digits.slice(digits.length - unit.decimals).replace(/0+$/, '')
  const shown = fraction === '' ? '' : `.${shortFraction(fraction, whole === '0').padEnd(2, '0')}`
  return `${value < 0n ? '-' : ''}${whole}${shown} ${unit.symbol}`
}

/** Six decimals; below one, as many as it takes to show something. */
function shortFraction(fraction: string, small: boolean): string {
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0
  return fraction.slice(0, small ? Math.max(6, zeros + 3) : 6)
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** `0x1f98…F984` for sentences; the page links the whole. */
export function shortHex(hex: string): string {
  const text = hex.startsWith('0x') ? hex.toLowerCase() : hex
  return text.length > 12 ? `${text.slice(0, 6)}…${text.slice(-4)}` : text
}

/** A decoded value within a sentence. */
export function valueText(value: unknown, unit?: Unit): string {
  if (typeof value === 'bigint') return amountText(value, unit)
  if (typeof value === 'number') return amountText(BigInt(Math.trunc(value)), unit)
  if (typeof value === 'string' && /^-?\d{1,78}$/.test(value)) return amountText(BigInt(value), unit)
  if (typeof value === 'string')
    return value.startsWith('0x') ? shortHex(value) : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  return String(value)
}

export const sentences = {
  confirmations: (have: bigint, need: bigint): Text => ({
    en: `${have} of ${need} confirmations`,
    ja: `承認 ${have} / ${need}`,
  }),
  waitForFinality: (): Text => ({
    en: 'Nothing to do: this step completes by itself once the block is final.',
    ja: 'このままお待ちください。ブロックが確定すると自動で完了します。',
  }),
  noWallet: (namespace: string): Text =>
    namespace === 'solana'
      ? { en: 'Link a Solana wallet to do this step.', ja: 'このステップには Solana ウォレットの連携が必要です。' }
      : { en: 'Link an EVM wallet to do this step.', ja: 'このステップには EVM ウォレットの連携が必要です。' },
  earlierStep: (): Text => ({
    en: 'Do the earlier step first: this one continues it.',
    ja: '先に前のステップを完了してください。このステップはその続きです。',
  }),
  unlinked: (service: string): Text => ({
    en: `Connect your ${service} account to do this step.`,
    ja: `このステップには ${service} アカウントの連携が必要です。`,
  }),
  chainDown: (chain: string): Text => ({
    en: `The RPC of ${chainName(chain).en} is down: we retry, nothing is lost.`,
    ja: `${chainName(chain).ja} の RPC に接続できません。自動で再試行します。記録は失われません。`,
  }),
  needsArchive: (chain: string): Text => ({
    en: `The RPC of ${chainName(chain).en} no longer has the state of so old a block: an archive node is needed. We ask again.`,
    ja: `${chainName(chain).ja} の RPC には、そのブロックの状態が残っていません。アーカイブノードが必要です。再度確認します。`,
  }),
  providersDisagree: (chain: string): Text => ({
    en: `The providers of ${chainName(chain).en} do not agree yet: we ask again.`,
    ja: `${chainName(chain).ja} のプロバイダーの回答がまだ一致していません。再度確認します。`,
  }),
  oneProvider: (chain: string): Text => ({
    en: `Only one provider of ${chainName(chain).en} answers and two must agree: we ask again.`,
    ja: `${chainName(chain).ja} で回答したプロバイダーが 1 つだけです。2 つの一致が必要なため、再度確認します。`,
  }),
  unproven: (chain: string, detail: string): Text => ({
    en: `What the node of ${chainName(chain).en} says cannot be proven from its own blocks, so it does not count (${detail}).`,
    ja: `${chainName(chain).ja} のノードの回答をブロックから証明できないため、判定に使えません(${detail})。`,
  }),
  cannotRead: (chain: string): Text => ({
    en: `${chainName(chain).en} cannot answer this question as it is asked.`,
    ja: `${chainName(chain).ja} では、この内容を確認できませんでした。`,
  }),
  relayed: (account: string): Text => ({
    en: `sent by your wallet, but done by the smart account ${shortHex(account)}, which is not linked`,
    ja: `あなたのウォレットが送信しましたが、実行したのは連携されていないスマートアカウント ${shortHex(account)} です`,
  }),
  tooMany: (shown: number): Text => ({
    en: `More than ${shown} such records name your wallets: too many to look through. Please tell the quest's team.`,
    ja: `あなたのウォレットに関する記録が ${shown} 件を超えており、すべてを確認できません。クエストの運営チームにお知らせください。`,
  }),
  stillReading: (chain: string, block: string): Text => ({
    en: `Reading the history of ${chainName(chain).en}: block ${block} reached.`,
    ja: `${chainName(chain).ja} の履歴を読み込んでいます(ブロック ${block} まで完了)。`,
  }),
}
