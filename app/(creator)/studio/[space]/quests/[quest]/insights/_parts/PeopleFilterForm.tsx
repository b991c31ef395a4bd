import { useLocale, useTranslations } from 'next-intl'
import type { InsightQuest } from '#app/_data/studio/insights.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { Choice, DateField } from '#app/_ui/insights/filterFields.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { say } from '#app/_ui/say.ts'
import type { PeopleFilter } from './peopleQuery.ts'
import { participantStates, stepStates } from './peopleStates.ts'

type Props = { path: string; filter: PeopleFilter; steps: InsightQuest['steps'] }

const walletShape = /^(?:0x[0-9a-fA-F]{2,40}|[1-9A-HJ-NP-Za-km-z]{4,44})$/

/** Which participants: a form that the browser sends by itself, so every view has an address. */
export function PeopleFilterForm({ path, filter, steps }: Props) {
  const t = useTranslations('insights.people')
  const locale = useLocale()
  const { wallet } = filter
  return (
    <search className="slab mb-6 p-5" aria-label={t('title')}>
      <form
        key={JSON.stringify(filter)}
        action={localePath(isLocale(locale) ? locale : 'en', path)}
        className="grid grid-cols-2 items-start gap-3 lg:grid-cols-5"
      >
        <Choice name="state" label={t('state')} value={filter.state}>
          <option value="">{t('anyState')}</option>
          {participantStates.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </Choice>
        <DateField name="day" label={t('day')} value={filter.day} />
        <Choice name="step" label={t('step')} value={filter.step}>
          <option value="">{t('anyStep')}</option>
          {steps.map((step) => (
            <option key={step.id} value={step.id}>
              {say(step.title, locale)}
            </option>
          ))}
        </Choice>
        <Choice name="verdict" label={t('verdict')} value={filter.verdict ?? 'pass'}>
          {stepStates.map((verdict) => (
            <option key={verdict} value={verdict}>
              {t(`verdicts.${verdict}`)}
            </option>
          ))}
        </Choice>
        <Field
          label={t('wallet')}
          hint={t('walletHint')}
          error={wallet === undefined || walletShape.test(wallet) ? null : t('walletWrong')}
          name="wallet"
          defaultValue={wallet}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
          className="col-span-2 text-sm lg:col-span-1 [&>label]:text-sm [&>label]:font-normal [&>label]:text-muted"
        />
        <div className="col-span-full flex flex-wrap items-center gap-3">
          <Button type="submit" look="quiet">
            {t('go')}
          </Button>
          {Object.keys(filter).length > 0 && (
            <ButtonLink href={path} look="plain">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  )
}
