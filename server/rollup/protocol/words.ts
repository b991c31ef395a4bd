import { CairnError, isCairnError } from '#server/shared/errors.ts'
import { bits, type CircuitName, circuits, entryWords, groupWords, trees } from './constants.gen.ts'
import { isField } from './field.ts'
import { pack, unpack } from './packing.ts'
import { malformedWord } from './tx/entry.ts'
import { decodeInboxTx, encodeInboxTx, type InboxTx } from './tx/inboxTx.ts'
import { decodeLedgerTx, encodeLedgerTx, type SignedLedgerTx } from './tx/ledgerTx.ts'
import { accountWordsOf, decodeAccounts, decodeGroup, encodeAccounts, encodeGroup, type MintGroup } from './tx/mint.ts'

export { decodeInboxTx, encodeInboxTx, type InboxTx }

/** What the words of a batch say. */
export type BatchContent = {
  /** Slot account that is credited with the fees. */
  leader: number
  oldInboxIndex: number
  opens: readonly bigint[]
  groups: readonly MintGroup[]
  ledger: readonly SignedLedgerTx[]
  inbox: readonly InboxTx[]
}

const countsLayout = [
  ['opens', 16],
  ['groups', 16],
  ['accountWords', 16],
  ['ledger', 16],
  ['inbox', 16],
  ['leader', bits.account],
] as const
const inboxLayout = [
  ['oldInboxIndex', 64],
  ['newInboxIndex', 64],
] as const

/** The padded layout of a batch. Throws `rollup.malformed` when something does not fit. */
export function encodeWords(circuit: CircuitName, content: BatchContent): bigint[] {
  const { offsets, ...capacity } = circuits[circuit]
  const accountWords = content.groups.flatMap(({ accounts }) => encodeAccounts(accounts))
  fits(0, 'opens', content.opens.length, capacity.opens)
  fits(0, 'groups', content.groups.length, capacity.groups)
  fits(0, 'account words', accountWords.length, capacity.accountWords)
  fits(0, 'entries', content.ledger.length + content.inbox.length, capacity.entries)
  fits(0, 'leader', content.leader, trees.accounts.capacity - 1)
  const words = new Array<bigint>(offsets.total).fill(0n)
  const put = (at: number, values: readonly bigint[]) => {
    for (const [i, value] of values.entries()) words[at + i] = value
  }
  put(offsets.header, [
    pack(countsLayout, {
      opens: BigInt(content.opens.length),
      groups: BigInt(content.groups.length),
      accountWords: BigInt(accountWords.length),
      ledger: BigInt(content.ledger.length),
      inbox: BigInt(content.inbox.length),
      leader: BigInt(content.leader),
    }),
    pack(inboxLayout, {
      oldInboxIndex: BigInt(content.oldInboxIndex),
      newInboxIndex: BigInt(content.oldInboxIndex) + BigInt(content.inbox.length),
    }),
  ])
  put(offsets.opens, content.opens)
  for (const [i, group] of content.groups.entries()) put(offsets.groups + groupWords * i, encodeGroup(group))
  put(offsets.accounts, accountWords)
  const entries = [...content.ledger.map(encodeLedgerTx), ...content.inbox.map(encodeInboxTx)]
  for (const [i, entry] of entries.entries()) put(offsets.entries + entryWords * i, entry)
  const wide = words.findIndex((word) => !isField(word))
  if (wide !== -1) throw malformedWord(wide, 'is not a field element', words[wide])
  return words
}

/** The inverse of `encodeWords`, strict: counts, lanes, ranges and zeros. Throws `rollup.malformed` naming the word and the reason. */
export function decodeWords(circuit: CircuitName, words: readonly bigint[]): BatchContent {
  const { offsets, ...capacity } = circuits[circuit]
  if (words.length !== offsets.total) throw malformedWord(words.length, `is not there: a ${circuit} batch has ${offsets.total} words`)
  for (const [i, word] of words.entries()) if (!isField(word)) throw malformedWord(i, 'is not a field element', word)
  const { counts, oldInboxIndex } = decodeHeader(words, capacity)
  const opens = section(words, offsets.opens, counts.opens, capacity.opens)
  const groupSection = section(words, offsets.groups, groupWords * counts.groups, groupWords * capacity.groups)
  const accountSection = section(words, offsets.accounts, counts.accountWords, capacity.accountWords)
  const entrySection = section(words, offsets.entries, entryWords * (counts.ledger + counts.inbox), entryWords * capacity.entries)

  let nextWord = 0
  const groups = chunks(groupSection, groupWords).map((group, i) => {
    const { count, ...rest } = inWord(offsets.groups + groupWords * i, () => decodeGroup(group))
    const first = nextWord
    nextWord += accountWordsOf(count)
    if (nextWord > accountSection.length)
      throw malformedWord(offsets.groups + groupWords * i, 'has more accounts than the accounts section', count)
    const lanes = accountSection
      .slice(first, nextWord)
      .flatMap((word, j) => inWord(offsets.accounts + first + j, () => decodeAccounts(word)))
    if (lanes.slice(count).some((lane) => lane !== 0))
      throw malformedWord(offsets.accounts + nextWord - 1, 'has an unused lane that is not 0')
    return { ...rest, accounts: lanes.slice(0, count) }
  })
  if (nextWord !== accountSection.length) throw malformedWord(0, 'counts account words that no group uses', accountSection.length)
  const entries = chunks(entrySection, entryWords)
  const entryAt = (i: number) => offsets.entries + entryWords * i
  const ledger = entries.slice(0, counts.ledger).map((entry, i) => inWord(entryAt(i), () => decodeLedgerTx(entry)))
  const inbox = entries.slice(counts.ledger).map((entry, i) => inWord(entryAt(counts.ledger + i), () => decodeInboxTx(entry)))
  return { leader: counts.leader, oldInboxIndex, opens, groups, ledger, inbox }
}

type Capacity = { opens: number; groups: number; accountWords: number; entries: number }

function decodeHeader(words: readonly bigint[], capacity: Capacity) {
  const raw = inWord(0, () => unpack(countsLayout, words[0] ?? 0n))
  const counts = {
    opens: fits(0, 'opens', Number(raw.opens), capacity.opens),
    groups: fits(0, 'groups', Number(raw.groups), capacity.groups),
    accountWords: fits(0, 'account words', Number(raw.accountWords), capacity.accountWords),
    ledger: fits(0, 'ledger txs', Number(raw.ledger), capacity.entries),
    inbox: fits(0, 'entries', Number(raw.ledger) + Number(raw.inbox), capacity.entries) - Number(raw.ledger),
    leader: fits(0, 'leader', Number(raw.leader), trees.accounts.capacity - 1),
  }
  const { oldInboxIndex, newInboxIndex } = inWord(1, () => unpack(inboxLayout, words[1] ?? 0n))
  if (newInboxIndex !== oldInboxIndex + BigInt(counts.inbox))
    throw malformedWord(1, 'does not end where its inbox items end', newInboxIndex)
  return { counts, oldInboxIndex: fits(1, 'inbox index', Number(oldInboxIndex), Number.MAX_SAFE_INTEGER) }
}

/** The used words of a section; the others must be 0. */
function section(words: readonly bigint[], at: number, used: number, capacity: number): bigint[] {
  for (let i = at + used; i < at + capacity; i++) if (words[i] !== 0n) throw malformedWord(i, 'is not 0 past the count', words[i])
  return words.slice(at, at + used)
}

const chunks = (words: readonly bigint[], size: number): bigint[][] =>
  Array.from({ length: words.length / size }, (_, i) => words.slice(i * size, (i + 1) * size))

function fits(word: number, name: string, found: number, most: number): number {
  if (found > most) throw malformedWord(word, `holds ${found} for ${name}, ${most} is the most`, found)
  return found
}

/** Names the batch's word in whatever was found wrong at or after word `at`; packed layouts do not know which of an entry's words they read. */
function inWord<T>(at: number, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (!isCairnError(error)) throw error
    const word = at + (typeof error.meta.word === 'number' ? error.meta.word : 0)
    throw new CairnError('rollup.malformed', `Word ${word}: ${error.message}`, { meta: { ...error.meta, word }, cause: error })
  }
}
