/** A wallet as the page shows it. Its name and icon come from an extension that anyone may have written: both are cleaned here. */
export type AnnouncedWallet = {
  id: string
  name: string
  /** A data URL of an image, or null. */
  icon: string | null
  namespace: 'eip155' | 'solana'
}

const maxName = 32
const maxIcon = 128 * 1024

/** Control, bidi and zero-width characters out, spaces folded, cut to 32; a nameless wallet says so by its kind. */
export function cleanName(name: unknown, fallback: string): string {
  if (typeof name !== 'string') return fallback
  const clean = name
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean === '' ? fallback : [...clean].slice(0, maxName).join('')
}

const imageType = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i

/**
 * Only images inside data URLs: a remote icon would tell its server who looks. The page shows it in an `img` element, where SVG runs no script
 * and loads nothing.
 */
export function cleanIcon(icon: unknown): string | null {
  if (typeof icon !== 'string' || icon.length > maxIcon) return null
  const trimmed = icon.trim()
  return imageType.test(trimmed) ? trimmed : null
}
