'use client'

import { useContext } from 'react'
import { RuleFacts } from '../facts.ts'
import { Select } from './Choices.tsx'
import type { ControlProps } from './control.ts'

/** A chain that is read here, by its name. */
export function ChainChoice({ namespace, ...props }: ControlProps & { namespace?: string | undefined }) {
  const { chains } = useContext(RuleFacts)
  const options = chains
    .filter(({ id }) => namespace === undefined || id.startsWith(`${namespace}:`))
    .map(({ id, name }) => ({ value: id, words: name }))
  return <Select {...props} options={options} />
}
