'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'

type Props = {
  /** ISO 8601. */
  at: string
  /** The server's clock while rendering, so that the first paint is the same on both sides. Milliseconds. */
  now: number
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** Beyond this a date says more than a distance. */
const farMs = 45 * 86_400_000

/** "12 seconds ago" or "in 3 days", in the reader's language. */
export function sayAgo(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of units) {
    if (Math.abs(ms) >= size) return format.format(Math.trunc(ms / size), unit)
  }
  return format.format(0, 'second')
}

/** A time that stays true while the page is open; the exact instant is in its title. */
export function Ago({ at, now }: Props) {
  const locale = useLocale()
  const [clock, setClock] = useState(now)
  const distance = Date.parse(at) - clock
  const pace = Math.abs(distance) < 90_000 ? 1000 : 30_000
  useEffect(() => {
    setClock(Date.now())
    const timer = setInterval(() => setClock(Date.now()), pace)
    return () => clearInterval(timer)
  }, [pace])
  return (
    <time dateTime={at} title={at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')} className="whitespace-nowrap">
      {Math.abs(distance) > farMs
        ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(at))
        : sayAgo(distance, locale)}
    </time>
  )
}
