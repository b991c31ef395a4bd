const two = (number: number) => String(number).padStart(2, '0')

/** An instant as `datetime-local` takes it, in the time zone of whoever looks; empty for what is no time. */
export function toLocal(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The instant that somebody means who writes this in their time zone; null for what is no time. */
export function fromLocal(text: string): string | null {
  const at = new Date(text)
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** The time zone as people know it, with what it is off UTC at that time: `Asia/Tokyo, GMT+9`. */
export function sayZone(locale: string, at: Date): string {
  const { timeZone } = new Intl.DateTimeFormat(locale).resolvedOptions()
  const offset = new Intl.DateTimeFormat(locale, { timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  return offset === undefined || offset.value === timeZone ? timeZone : `${timeZone}, ${offset.value}`
}
