import type { ComponentType } from 'react'
import type { Control } from '#server/verify/kinds/form.ts'
import { ChainChoice } from './ChainChoice.tsx'
import { Choice, Flag, Toggle } from './Choices.tsx'
import type { ControlProps } from './control.ts'
import { Filters } from './Filters.tsx'
import { JsonText } from './JsonText.tsx'
import { CodeLine, Digits, TextLine, UrlLine, WholeNumber } from './Line.tsx'
import { Addresses, Numbers } from './Lines.tsx'
import { ListChoice } from './ListChoice.tsx'
import { Moment } from './Moment.tsx'
import { Choices, QuizQuestions } from './Questions.tsx'
import { Comparison, Measured, SolanaToken, Token, Words } from './Records.tsx'
import { Gap, Seconds } from './Seconds.tsx'
import { SurveyQuestions } from './Survey.tsx'
import { Units } from './Units.tsx'

/** Each control once, for all kinds. A new one does not compile until it is drawn. */
export const controls = {
  evmAddress: CodeLine,
  evmAddresses: Addresses,
  solanaAddress: CodeLine,
  solanaAddresses: Addresses,
  event: CodeLine,
  function: CodeLine,
  filters: Filters,
  argument: CodeLine,
  units: Units,
  words: Words,
  measured: Measured,
  gap: Gap,
  comparison: Comparison,
  moment: Moment,
  amount: Digits,
  integer: WholeNumber,
  integers: Numbers,
  seconds: Seconds,
  text: TextLine,
  bytes: CodeLine,
  choice: Choice,
  toggle: Toggle,
  flag: Flag,
  token: Token,
  solanaToken: SolanaToken,
  chain: ChainChoice,
  url: UrlLine,
  json: JsonText,
  questions: QuizQuestions,
  survey: SurveyQuestions,
  choices: Choices,
  list: ListChoice,
} as const satisfies Record<Control, ComponentType<ControlProps>>
