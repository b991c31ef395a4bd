import { containsBytes } from './filters.ts'

/** Whether an address stands anywhere in topics or data: as its 20 bytes on whole bytes, or written out as text, whatever the case of its letters. */
export function mentions({ topics, data }: { topics: readonly string[]; data: string }, wallet: string): boolean {
  return [...topics, data].some((hex) => containsBytes(hex, wallet)) || containsText(data, wallet.slice(2))
}

/** ASCII within bytes: the letters a to f are 61 to 66, A to F are 41 to 46. */
function containsText(data: string, text: string): boolean {
  // Text of an address takes 40 bytes, which the data of most logs cannot hold.
  if (data.length < 2 + 2 * text.length) return false
  const written = data.slice(2).replace(/../g, (byte) => (/^4[1-6]$/.test(byte) ? `6${byte[1]}` : byte))
  const wanted = [...text.toLowerCase()].map((letter) => letter.charCodeAt(0).toString(16)).join('')
  return containsBytes(`0x${written}`, `0x${wanted}`)
}
