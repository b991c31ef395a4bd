'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const steps = ['code', 'proxies', 'source', 'bytecode'] as const
/** The server does all of it in one go: these are about the times at which each part begins. */
const paceMs = 1800

/** What is being done while a contract is read, so that waiting is no guessing. */
export function Looking({ withAbi }: { withAbi: boolean }) {
  const t = useTranslations('contract.import.looking')
  const all = withAbi ? (['code', 'proxies', 'compare'] as const) : steps
  const [at, setAt] = useState(0)
  const last = all.length - 1
  useEffect(() => {
    const timer = setInterval(() => setAt((step) => Math.min(step + 1, last)), paceMs)
    return () => clearInterval(timer)
  }, [last])
  return (
    <p className="flex items-center gap-2.5 text-muted">
      <span className="size-2 animate-breathe rounded-full bg-accent" aria-hidden="true" />
      {t(all[at] ?? 'code')}
    </p>
  )
}
