import { useFormatter, useTranslations } from 'next-intl'

/** Numbers of charts in the reader's language. */
export function useChartWords() {
  const t = useTranslations('charts')
  const format = useFormatter()
  const number = (value: number) => format.number(value)
  const seconds = (ms: number) => format.number(ms / 1000, { maximumFractionDigits: 1 })
  return {
    t,
    number,
    seconds,
    compact: (value: number) => format.number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    /** On an axis of seconds; milliseconds in. */
    secondsTick: (ms: number) => t('seconds', { value: seconds(ms) }),
    batch: (value: number) => t('batchNumber', { number: number(value) }),
    day: (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  }
}
