import type { Text } from '../verdict.ts'
import { chainName } from './wording.ts'

/** `2027-01-15 08:00 UTC`, from unix seconds. */
export function timeText(seconds: number): string {
  const ms = seconds * 1000
  if (!(Math.abs(ms) <= 8.64e15)) return String(seconds)
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Sentences about the state of a chain, at one block or over many. */
export const stateSentences = {
  notYet: (chain: string, block: string): Text => ({
    en: `${chainName(chain).en} is not there yet: its block ${block} is the newest that counts. This step completes by itself.`,
    ja: `${chainName(chain).ja} はまだその時点に達していません(確定済みの最新ブロック: ${block})。到達すると自動で判定します。`,
  }),
  holdUntil: (until: string): Text => ({
    en: `Held so far. Keep it until ${until}: this step then completes by itself.`,
    ja: `ここまで保有が続いています。${until} まで保有を続けると、自動で完了します。`,
  }),
  windowNeedsEnd: (): Text => ({
    en: 'This step asks to hold until its end, but it has none: its author must set one.',
    ja: 'このステップは終了時点までの保有が条件ですが、終了時点が設定されていません。作成者による設定が必要です。',
  }),
  transfersDoNotShow: (): Text => ({
    en: 'This token’s balances change without transfers (it rebases or takes fees): what was held in between cannot be shown by its transfers.',
    ja: 'このトークンの残高は送金記録なしに変わるため(リベースや手数料など)、期間中の保有を送金記録から確認できません。',
  }),
  heldAtLeast: (least: string, sampled: number | undefined): Text =>
    sampled === undefined
      ? { en: `never held less than ${least}`, ja: `期間中つねに ${least} 以上を保有していました` }
      : {
          en: `held at least ${least} at all ${sampled} sampled blocks`,
          ja: `抽出した ${sampled} ブロックのすべてで ${least} 以上を保有していました`,
        },
  heldOnly: (had: string, needed: string, block: string): Text => ({
    en: `held only ${had} at block ${block}, ${needed} needed`,
    ja: `ブロック ${block} の時点の保有量は ${had} でした(必要: ${needed})`,
  }),
  noToken: (chain: string): Text => ({
    en: `There is no such token on ${chainName(chain).en}: it cannot answer who holds it.`,
    ja: `${chainName(chain).ja} にはこのトークンがないか、保有量を確認できませんでした。`,
  }),
  refuses: (): Text => ({ en: 'the contract refuses this call', ja: 'コントラクトがこの呼び出しを拒否しました' }),
  noAnswer: (chain: string): Text => ({
    en: `There is no contract at this address on ${chainName(chain).en}, or its answer is of another form than the rule says.`,
    ja: `${chainName(chain).ja} のこのアドレスにコントラクトがないか、回答の形式がルールと異なります。`,
  }),
  tooMany: (looked: number, what: Text): Text => ({
    en: `Only the first ${looked} ${what.en} are looked at, and they are not enough.`,
    ja: `確認の対象は最初の ${looked} 件の${what.ja}までで、その中では条件を満たしていません。`,
  }),
}
