import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { inboxKinds } from '#server/rollup/protocol/tx/inboxTx.ts'
import { ledgerKinds } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { stateNames, type TxFilters, txsHref } from './txFilters.ts'

/** Two choices and a button: a form that the browser sends by itself. */
export function FilterForm({ filters }: { filters: TxFilters }) {
  const t = useTranslations('tx')
  const states = useTranslations('state')
  const locale = useLocale()
  return (
    <search className="page mb-6 flex flex-wrap items-end gap-x-3 gap-y-4">
      <form
        // The choices are the browser's own: another view begins with others.
        key={`${filters.kind} ${filters.state}`}
        action={localePath(isLocale(locale) ? locale : 'en', '/explorer/txs')}
        className="flex w-full flex-wrap items-end gap-3 sm:w-auto"
      >
        <Choice name="kind" label={t('filter.kind')} chosen={filters.kind}>
          <option value="">{t('filter.anyKind')}</option>
          <option value="mint">{t('kind.mint')}</option>
          <option value="openAccount">{t('kind.openAccount')}</option>
          <optgroup label={t('filter.ledger')}>
            <option value="ledger">{t('filter.allLedger')}</option>
            {ledgerKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('filter.inbox')}>
            <option value="inbox">{t('filter.allInbox')}</option>
            {inboxKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </optgroup>
        </Choice>
        <Choice name="state" label={t('filter.state')} chosen={filters.state}>
          <option value="">{t('filter.anyState')}</option>
          {stateNames.map((state) => (
            <option key={state} value={state}>
              {state === 'refused' ? states('refusedShort') : state === 'proposed' ? t('filter.proposed') : states(state)}
            </option>
          ))}
        </Choice>
        {filters.batch !== null && <input type="hidden" name="batch" value={filters.batch} />}
        <Button type="submit" look="quiet" className="h-10.5">
          {t('filter.go')}
        </Button>
      </form>
      {filters.batch !== null && (
        <SiteLink
          href={txsHref(filters, { batch: null })}
          aria-label={`${t('filter.inBatch', { number: String(filters.batch) })}. ${t('filter.leaveBatch')}`}
          className="inline-flex h-10.5 items-center gap-2 rounded-full border border-ink bg-ink px-4 text-sm font-medium text-paper"
        >
          {t('filter.inBatch', { number: String(filters.batch) })}
          <Icon name="cross" className="size-4" />
        </SiteLink>
      )}
    </search>
  )
}

function Choice({ name, label, chosen, children }: { name: string; label: string; chosen: string | null; children: ReactNode }) {
  return (
    <label className="grid flex-1 gap-1.5 text-sm text-muted sm:flex-none">
      {label}
      <select
        name={name}
        defaultValue={chosen ?? ''}
        className="h-10.5 w-full min-w-36 rounded-[0.625rem] border border-edge bg-surface px-3 text-[0.9375rem] text-ink sm:w-56"
      >
        {children}
      </select>
    </label>
  )
}
