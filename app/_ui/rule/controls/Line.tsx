'use client'

import { type ControlProps, codeClass, inputClass, numberOf, textOf } from './control.ts'
import { Labelled } from './Labelled.tsx'

type Props = ControlProps & { code?: boolean; whole?: boolean; inputMode?: 'numeric' | 'url' }

/** One line of text; `whole`: a whole number. */
function Line({ label, hint, value, onChange, error, code = false, whole = false, inputMode }: Props) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {({ id, says }) => (
        <input
          id={id}
          value={textOf(value)}
          onChange={({ target }) => onChange(whole ? numberOf(target.value) : target.value === '' ? undefined : target.value)}
          aria-describedby={says}
          aria-invalid={error !== null}
          inputMode={inputMode}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={!code && !whole}
          className={`h-9 ${inputClass} ${code ? codeClass : ''}`}
        />
      )}
    </Labelled>
  )
}

export const TextLine = (props: ControlProps) => <Line {...props} />
export const CodeLine = (props: ControlProps) => <Line {...props} code />
export const UrlLine = (props: ControlProps) => <Line {...props} code inputMode="url" />
export const WholeNumber = (props: ControlProps) => <Line {...props} whole inputMode="numeric" />
/** Digits as text: more than a number holds. */
export const Digits = (props: ControlProps) => <Line {...props} code inputMode="numeric" />
