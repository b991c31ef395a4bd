import type { AbiEvent } from 'viem'
import type { Text } from '../verdict.ts'
import { parseEvent } from './abi.ts'
import type { EventLogs } from './eventLogs.ts'
import { familyOf } from './filters.ts'
import type { Warning } from './kind.ts'
import type { Measures } from './measures.ts'

/** Events that every token of a standard logs (ERC-20, 721, 1155, 4626, WETH): their signature says nothing about the contract. */
const common = ['Transfer', 'Approval', 'ApprovalForAll', 'TransferSingle', 'TransferBatch', 'Deposit', 'Withdraw', 'Withdrawal']

/** What makes a rule about events easy to farm, wrong about who did it, or slow to read. */
export function lintEvent(params: EventLogs & Measures): Warning[] {
  const event = parseEvent(params.event)
  return [
    ...(event && !isBounded(params, event) ? [warning('no-minimum', 'where', noMinimum)] : []),
    ...(event && common.includes(event.name) ? [warning('spoofable-event', 'addresses', spoofable(event.name))] : []),
    ...(event && params.claimant === undefined && namesSomeone(event) ? [warning('no-claimant', 'claimant', noClaimant)] : []),
    ...(params.claimant === undefined && params.addresses.length > 5 ? [warning('wide', 'addresses', wide)] : []),
  ]
}

const warning = (code: string, path: string, message: Text): Warning => ({ code, path: [path], message })

/** Some amount has a lower bound, or the event has no amount. */
function isBounded({ where = [], sum, max }: EventLogs & Measures, event: AbiEvent): boolean {
  const hasAmount = event.inputs.some(({ type }) => familyOf(type) === 'int')
  return !hasAmount || sum !== undefined || max !== undefined || where.some(({ op }) => op === 'gte' || op === 'gt' || op === 'between')
}

const namesSomeone = (event: AbiEvent) => event.inputs.some(({ type }) => type === 'address')

const noMinimum: Text = { en: 'No minimum amount: dust is enough.', ja: '最小額の指定がないため、ごく少額でも達成できます。' }
const spoofable = (name: string): Text => ({
  en: `Anyone can log “${name}” on a contract of their own: only the listed addresses protect this step. Check each of them.`,
  ja: `「${name}」は誰でも自作のコントラクトで記録できます。このステップを守るのは指定したアドレスだけです。一つずつ確認してください。`,
})
const noClaimant: Text = {
  en: 'No argument names the member: whoever acts counts, whoever the event names.',
  ja: 'メンバーを示す引数の指定がありません。イベントが誰を示していても、実行した人の達成になります。',
}
const wide: Text = {
  en: 'Many contracts and no claimant argument: slow to read.',
  ja: 'コントラクトが多く、対象者の引数もないため、読み取りに時間がかかります。',
}
/** Of a window, or of another start, that is not given. */
export const unlimitedWindow: Text = {
  en: 'The window has no start: whatever was done at any time counts, and the whole history must be read.',
  ja: '期間の開始がないため、過去のすべての行動が対象になり、全履歴の読み取りが必要になります。',
}
