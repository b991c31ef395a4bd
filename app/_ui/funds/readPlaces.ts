/** How many completions somebody typed; null unless it is a whole number from 1 to `most`. */
export function readPlaces(text: string, most: number): number | null {
  const typed = text.trim()
  if (!/^[1-9]\d{0,9}$/.test(typed)) return null
  const places = Number(typed)
  return places <= most ? places : null
}
