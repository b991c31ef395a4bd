'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signOut } from '#app/_client/signIn.ts'
import { Button } from '#app/_ui/base/Button.tsx'

export function SignOut() {
  const t = useTranslations('me')
  const router = useRouter()
  const [leaving, setLeaving] = useState(false)
  const leave = async () => {
    setLeaving(true)
    await signOut().finally(() => {
      setLeaving(false)
      router.refresh()
    })
  }
  return (
    <Button look="quiet" onClick={leave} disabled={leaving}>
      {t('signOut')}
    </Button>
  )
}
