import { byText, type Facts, groupBy, type PairSignal, pairOf, pairsOf, unique } from './facts.ts'
import type { PolicyData } from './policy.ts'

type Deed = Facts['deeds'][number]

const inOrder = (a: Deed, b: Deed) => a.time - b.time || byText(a.account, b.account) || byText(a.deed, b.deed) || byText(a.ref, b.ref)

/** Each account's first time of each deed, in order of time: doing a thing a thousand times is no thousand coincidences. */
function firstDeeds(deeds: readonly Deed[]): Deed[] {
  const groups = groupBy([...deeds].sort(inOrder), ({ account, deed }) => JSON.stringify([account, deed]))
  return [...groups.values()].flatMap(([first]) => first ?? []).sort(inOrder)
}

/** The same deeds within minutes, again and again. Moments in which a crowd did the deed, as when a quest opens, count nothing. */
export function sameTiming({ timing }: PolicyData, { deeds }: Facts): PairSignal[] {
  const meetings = [...groupBy(firstDeeds(deeds), ({ deed }) => deed).values()].flatMap((done) => meetingsOf(timing, done))
  return [...groupBy(meetings, ({ accounts }) => JSON.stringify(accounts)).values()].flatMap((found) => {
    const step = timing.steps.find(({ from }) => found.length >= from)
    const accounts = found[0]?.accounts
    if (!step || !accounts) return []
    const evidence = unique(found.flatMap(({ refs }) => refs))
    return [{ code: 'same-timing', accounts, subject: '', strength: step.strength, measure: found.length, evidence } as const]
  })
}

type Meeting = { accounts: readonly [string, string]; refs: string[] }

/** Pairs of accounts that did one deed within the time; `done` is that deed, one entry an account, in order. */
function meetingsOf(timing: PolicyData['timing'], done: readonly Deed[]): Meeting[] {
  const quiet = done.filter((_, i) => !isCrowded(timing, done, i))
  return quiet.flatMap((a, i) => {
    const found: Meeting[] = []
    for (let j = i + 1, b = quiet[j]; b && b.time - a.time <= timing.within; b = quiet[++j]) {
      found.push({ accounts: pairOf(a.account, b.account), refs: [a.ref, b.ref] })
    }
    return found
  })
}

/** Whether more than `crowd` accounts did the deed within the time of entry `at`, before or after. Looks at no more than that many. */
function isCrowded({ within, crowd }: PolicyData['timing'], done: readonly Deed[], at: number): boolean {
  const time = done[at]?.time ?? 0
  let [first, last] = [at, at]
  const near = (i: number) => Math.abs((done[i]?.time ?? Number.POSITIVE_INFINITY) - time) <= within
  while (last - first < crowd && near(first - 1)) first--
  while (last - first < crowd && near(last + 1)) last++
  return last - first >= crowd
}

/** The same deeds in the same order, several in a row. An order that many accounts follow is the order of a guide. */
export function sameSequence({ sequence }: PolicyData, { deeds }: Facts): PairSignal[] {
  const { length, crowd, strength } = sequence
  const runs = [...groupBy(firstDeeds(deeds), ({ account }) => account).values()].flatMap((done) => runsOf(length, done))
  const shared = [...groupBy(runs, ({ deeds }) => deeds).values()].flatMap((found) => {
    if (found.length > crowd) return []
    const sorted = found.sort((a, b) => byText(a.account, b.account))
    return pairsOf(sorted, crowd).map(([a, b]) => ({ accounts: pairOf(a.account, b.account), refs: [...a.refs, ...b.refs] }))
  })
  return [...groupBy(shared, ({ accounts }) => JSON.stringify(accounts)).values()].flatMap((found) => {
    const accounts = found[0]?.accounts
    const evidence = unique(found.flatMap(({ refs }) => refs))
    return accounts ? [{ code: 'same-sequence', accounts, subject: '', strength, measure: length, evidence } as const] : []
  })
}

/** Every `length` deeds in a row of one account. */
function runsOf(length: number, done: readonly Deed[]): { account: string; deeds: string; refs: string[] }[] {
  return Array.from({ length: Math.max(0, done.length - length + 1) }, (_, i) => {
    const run = done.slice(i, i + length)
    return { account: run[0]?.account ?? '', deeds: JSON.stringify(run.map(({ deed }) => deed)), refs: run.map(({ ref }) => ref) }
  })
}
