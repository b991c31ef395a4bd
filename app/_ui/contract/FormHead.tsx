'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What is filled in below. It takes the focus, for what was chosen to come here is gone. */
export function FormHead({ title, lead }: { title: ReactNode; lead: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="font-semibold break-words outline-none">
        {title}
      </h3>
      <div className="mt-0.5 mb-4 text-[0.9375rem] break-words text-muted">{lead}</div>
    </>
  )
}
