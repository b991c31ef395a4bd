'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { ServiceName } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** Leads to the service, where the member says yes, and back to this quest. Shown while the account is not connected. */
export function ConnectService({ slug, service }: { slug: string; service: ServiceName }) {
  const t = useTranslations('quest.form')
  const tErrors = useTranslations('errors')
  const problem = useSearchParams().get('problem')
  const { data } = useQuery({ queryKey: ['connections'], queryFn: () => api.connections.list.query() })
  const mine = data?.find((one) => one.service === service)
  const start = useMutation({
    mutationFn: () => api.connections.start.mutate({ service, quest: slug }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  if (!data) return null
  if (!mine) return <p className="mt-4 text-[0.9375rem] text-faint">{t('notOffered')}</p>
  if (mine.handle !== null)
    return <p className="mt-4 text-[0.9375rem] text-muted">{t('connectedAs', { name: mine.name, handle: mine.handle })}</p>
  // The address says what went wrong on the way back, in the shape of an API error.
  const failed = start.error ?? (problem === null ? null : { data: { code: problem } })
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      {failed && <Notice tone="bad">{sayError(failed, tErrors)}</Notice>}
      <Button look="quiet" disabled={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
        {t('connect', { name: mine.name })}
      </Button>
    </div>
  )
}
