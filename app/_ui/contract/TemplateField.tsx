'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useState } from 'react'
import { type ControlProps, codeClass, inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import { controls } from '#app/_ui/rule/controls/index.ts'
import { Labelled } from '#app/_ui/rule/controls/Labelled.tsx'
import { asNumber, NamedValues } from '#app/_ui/rule/controls/Records.tsx'
import { baseUnits, type CountedIn, wholeUnits } from './unitOf.ts'

type Props = ControlProps & { unit: CountedIn | null }

/** A field of a template: amounts in whole units of what is counted, tokens by the three facts that templates know; all else as in rules. */
export function TemplateField({ unit, ...props }: Props) {
  const t = useTranslations('rule')
  const tPicker = useTranslations('contract.picker')
  const { control } = props.field
  if (control === 'amount' && unit) return <Amount {...props} unit={unit} />
  const facts = [
    { name: 'symbol', words: t('symbol') },
    { name: 'decimals', words: t('decimals'), read: asNumber },
  ]
  if (control === 'token')
    return (
      <NamedValues
        hint={tPicker('tokenHint')}
        {...props}
        parts={[{ name: 'address', words: t('contract'), code: true, wide: true }, ...facts]}
      />
    )
  if (control === 'units') return <NamedValues {...props} parts={facts} />
  const Control: ComponentType<ControlProps> = controls[control]
  return <Control {...props} />
}

/** Kept in base units, typed in whole ones. What is no number goes on as it is, and the server names it. */
function Amount({ label, hint, value, onChange, error, unit }: ControlProps & { unit: CountedIn }) {
  const t = useTranslations('contract.picker')
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = error === null ? null : t('amountWrong', unit)
  const shown = typed ?? wholeUnits(value, unit.decimals) ?? textOf(value)
  return (
    <Labelled label={label} hint={hint} error={wrong}>
      {({ id, says }) => (
        <div className="flex items-center gap-2">
          <input
            id={id}
            value={shown}
            onChange={({ target }) => {
              setTyped(target.value)
              onChange(target.value.trim() === '' ? undefined : (baseUnits(target.value, unit.decimals) ?? target.value))
            }}
            onBlur={() => setTyped(null)}
            aria-describedby={says}
            aria-invalid={error !== null}
            inputMode="decimal"
            autoComplete="off"
            className={`h-9 ${inputClass} ${codeClass}`}
          />
          <span className="shrink-0 text-sm text-muted">{unit.symbol}</span>
        </div>
      )}
    </Labelled>
  )
}
