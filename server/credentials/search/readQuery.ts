import { evmWalletId, parseWalletId, solanaWalletId, type WalletId } from '#server/auth/walletId.ts'

/** What a person typed into the search box, read as everything that it could mean. */
export type SearchQuery = {
  /** What is left of the text: composed, without controls, single spaces. Empty = nothing is asked for. */
  text: string
  /** Words of ASCII letters and digits, in lower case: each begins some word of a title. */
  words: string[]
  /** Other runs of letters, in lower case: each stands somewhere in a title. */
  runs: string[]
  /** How a handle begins. */
  handle: string | null
  wallet: WalletId | null
  /** 32 bytes, 0x and lower case: of a tx of the slot, an L2 transaction, or a batch's root. */
  hash: string | null
  /** A whole number below 2^31, and what it can stand for. */
  number: { value: number; of: 'any' | 'credential' | 'batch' } | null
}

/** Longer texts are cut: nothing that is searched for has a longer name. */
export const longestQuery = 120
const mostWords = 8

const numbered: readonly [RegExp, 'credential' | 'batch'][] = [
  [/^(?:batch|バッチ) ?#?(\d{1,10})$/i, 'batch'],
  [/^(?:cube|credential|クレデンシャル) ?#?(\d{1,10})$/i, 'credential'],
]

/** Reads a search. Any text is one; what cannot be meant is left out. */
export function readQuery(typed: string): SearchQuery {
  const text = clean(typed)
  const all = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const kept = [...new Set(all)].slice(0, mostWords)
  return {
    text,
    words: kept.filter(isAscii),
    runs: kept.filter((word) => !isAscii(word)),
    handle: /^@?[a-z0-9-]{1,30}$/i.test(text) ? text.replace('@', '').toLowerCase() : null,
    wallet: walletIn(text),
    hash: /^0x[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : null,
    number: numberIn(text),
  }
}

/** Compatibility forms (full-width letters and digits, say) are one thing to whoever types them. */
function clean(typed: string): string {
  const composed = typed
    .slice(0, longestQuery * 4)
    .toWellFormed()
    .normalize('NFKC')
  const plain = composed.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, ' ').trim()
  return [...plain].slice(0, longestQuery).join('').trim()
}

const isAscii = (word: string) => /^[a-z0-9]+$/.test(word)

/** By its id, or by the bare address as its chain writes it. An EVM address in mixed case must have the right checksum. */
const walletIn = (text: string): WalletId | null => parseWalletId(text) ?? evmWalletId(text) ?? solanaWalletId(text)

function numberIn(text: string): SearchQuery['number'] {
  const bare = /^#?(\d{1,10})$/.exec(text)?.[1]
  if (bare !== undefined) return whole(bare, 'any')
  for (const [pattern, of] of numbered) {
    const digits = pattern.exec(text)?.[1]
    if (digits !== undefined) return whole(digits, of)
  }
  return null
}

const whole = (digits: string, of: 'any' | 'credential' | 'batch') => (Number(digits) < 2 ** 31 ? { value: Number(digits), of } : null)
