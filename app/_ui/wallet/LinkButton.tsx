'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { Me } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

const load = () => import('./LinkDialog.tsx')
const LinkDialog = dynamic(load, { ssr: false })

/** Opens the dialog that links a second wallet; its code is fetched on intent. */
export function LinkButton({ me, words, className = '' }: { me: NonNullable<Me>; words: string; className?: string }) {
  const [linking, setLinking] = useState(false)
  return (
    <>
      <Button className={className} onClick={() => setLinking(true)} onPointerEnter={load} onFocus={load}>
        <Icon name="link" className="size-4.5" /> {words}
      </Button>
      {linking && <LinkDialog me={me} onClose={() => setLinking(false)} />}
    </>
  )
}
