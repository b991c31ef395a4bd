/** Amounts in the slot are 96 bits. */
const limit = 1n << 96n

export type AmountError = 'empty' | 'shape' | 'zero' | 'fraction' | 'tooLarge' | 'overBalance'

/**
 * A typed amount in the token's smallest unit, or why it is none. Digits with one point or comma before the fraction; no signs, spaces, exponents or
 * group marks, so nothing can be read in two ways. `most`: what there is.
 */
export function readAmount(text: string, decimals: number, most: bigint | null): { amount: bigint } | { error: AmountError } {
  const typed = text.trim()
  if (typed === '') return { error: 'empty' }
  const [, whole, fraction = ''] = /^(\d{1,40})(?:[.,](\d{1,80}))?$/.exec(typed) ?? []
  if (whole === undefined) return { error: 'shape' }
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > decimals) return { error: 'fraction' }
  const amount = BigInt(whole) * 10n ** BigInt(decimals) + BigInt(digits.padEnd(decimals, '0') || '0')
  if (amount === 0n) return { error: 'zero' }
  if (amount >= limit) return { error: 'tooLarge' }
  if (most !== null && amount > most) return { error: 'overBalance' }
  return { amount }
}

/** An amount as a plain decimal with all its digits: what `readAmount` reads back. */
export function writeAmount(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const shown = 6

/** An amount for the eye: grouped, at most six digits after the point, rounded down; what is too small for that is said to be smaller. */
export function sayAmount(amount: bigint, decimals: number, locale: string): string {
  const places = Math.min(shown, decimals)
  const cut = amount / 10n ** BigInt(decimals - places)
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: places })
  if (cut === 0n && amount > 0n) return `< ${format.format(Number(`1e-${places}`))}`
  // A decimal string keeps every digit; a number would not.
  return format.format(writeAmount(cut, places) as `${number}`)
}
