import type { ReactNode } from 'react'

type Tone = 'plain' | 'accent' | 'good' | 'bad'

const tones: Record<Tone, string> = {
  plain: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-text',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
}

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex h-6 items-center gap-1.5 rounded-md px-2 text-[0.8125rem] font-medium whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  )
}
