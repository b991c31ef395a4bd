import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; action?: ReactNode /** 1 where this is all that the page says. */; level?: 1 | 2 | 3 }

/** What a list says when there is nothing in it: why, and what to do. */
export function Empty({ title, children, action, level = 3 }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className="slab flex flex-col items-center gap-4 border-dashed px-6 py-14 text-center">
      <svg
        viewBox="-92 -106 184 212"
        className="h-20 text-edge"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeDasharray="6 6"
        aria-hidden="true"
      >
        <path d="M-86.6 -50L0 -100L86.6 -50V50L0 100L-86.6 50ZM-86.6 -50L0 0L86.6 -50M0 0V100" />
      </svg>
      <div className="max-w-md">
        <Heading className="text-lg font-semibold">{title}</Heading>
        <p className="mt-1 text-muted">{children}</p>
      </div>
      {action}
    </div>
  )
}
