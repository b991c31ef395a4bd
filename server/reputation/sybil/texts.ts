import { shortHex } from '#server/verify/kinds/wording.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { SignalCode } from './facts.ts'
import type { PolicyData } from './policy.ts'

/** What was seen, in numbers: how many accounts, what they share, and the largest `measure` between two of them. */
export type Seen = { accounts: number; subject: string; measure: number }

type Texts = Record<SignalCode, (seen: Seen, policy: PolicyData) => Text>

const texts = {
  'shared-wallet': ({ accounts, subject }) => ({
    en: `The wallet ${shortWallet(subject)} has been linked to ${accounts} of these accounts.`,
    ja: `ウォレット ${shortWallet(subject)} は、このうち ${accounts} 個のアカウントに連携されたことがあります。`,
  }),
  'moved-account': ({ accounts }) => ({
    en: `${accounts} of these accounts were moved into one another.`,
    ja: `このうち ${accounts} 個のアカウントの間で移行が行われました。`,
  }),
  'shared-funding': ({ accounts, subject, measure }) => ({
    en: `${accounts} accounts got their first funds from ${shortWallet(subject)}, within ${durationText(measure).en}.`,
    ja: `${accounts} 個のアカウントが、${durationText(measure).ja}以内に ${shortWallet(subject)} から最初の資金を受け取りました。`,
  }),
  'dust-fan-out': ({ accounts, subject }, { fanOut }) => ({
    en: `${shortWallet(subject)} gave ${accounts} accounts little more than fees, within ${durationText(fanOut.within).en}.`,
    ja: `${shortWallet(subject)} が、${durationText(fanOut.within).ja}以内に ${accounts} 個のアカウントへ手数料程度の少額を配りました。`,
  }),
  transfers: ({ accounts, measure }) => ({
    en: `${accounts} accounts sent funds back and forth, up to ${times(measure)} each way between two of them.`,
    ja: `${accounts} 個のアカウントが互いに送金し合っています(2 個の間で最大 ${measure} 往復)。`,
  }),
  'same-timing': ({ accounts, measure }, { timing }) => ({
    en: `${accounts} accounts did up to ${measure} of the same things within ${durationText(timing.within).en} of each other.`,
    ja: `${accounts} 個のアカウントが、最大 ${measure} 件の同じ行動を互いに ${durationText(timing.within).ja}以内に行いました。`,
  }),
  'same-sequence': ({ accounts, measure }) => ({
    en: `${accounts} accounts did ${measure} or more of the same things in the same order.`,
    ja: `${accounts} 個のアカウントが、${measure} 件以上の同じ行動を同じ順番で行いました。`,
  }),
} as const satisfies Texts

/** A sentence that the members of a cluster and its reviewers read. */
export const signalText = (policy: PolicyData, code: SignalCode, seen: Seen): Text => texts[code](seen, policy)

/** The address of a CAIP-10 id, short. */
const shortWallet = (wallet: string) => shortHex(wallet.split(':').at(-1) ?? wallet)

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** Rounded up, so that "within" is true. */
function durationText(seconds: number): Text {
  const of = (count: number, en: string, ja: string) => ({ en: `${count} ${en}${count === 1 ? '' : 's'}`, ja: `${count} ${ja}` })
  if (seconds <= 3_600) return of(Math.max(1, Math.ceil(seconds / 60)), 'minute', '分')
  if (seconds <= 86_400) return of(Math.ceil(seconds / 3_600), 'hour', '時間')
  return of(Math.ceil(seconds / 86_400), 'day', '日')
}
