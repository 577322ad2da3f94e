import { ActionIcon, NumberInput } from '@mantine/core'
import { IconPlusMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldProps } from './field.ts'

/** An amount of dollars, or a count. */
export function NumberField({ asked: { question }, answers, given, problem, onAnswer }: FieldProps) {
  const { id, text, help, kind, range, default: usual, optional } = question
  const money = kind === 'money'
  const signed = (range?.(answers)[0] ?? 0) < 0
  // What is being typed is not always a number yet: a lone minus sign, for one.
  const [typed, setTyped] = useState<number | string>(typeof given === 'number' ? given : '')
  const type = (value: number | string) => {
    setTyped(value)
    onAnswer(typeof value === 'number' ? value : undefined)
  }
  const flip = signed && (
    <ActionIcon aria-label="Switch between gain and loss" onClick={() => type(flipped(typed))}>
      <IconPlusMinus size={20} aria-hidden />
    </ActionIcon>
  )
  return (
    <NumberInput
      id={id}
      className={money ? 'number-money' : 'number-count'}
      label={text}
      description={help}
      error={problem}
      value={typed}
      onChange={type}
      allowNegative={signed}
      allowDecimal={money}
      decimalScale={money ? 2 : 0}
      thousandSeparator={money ? ',' : ''}
      {...(money && { leftSection: <span aria-hidden>$</span> })}
      {...(flip !== false && { rightSection: flip, rightSectionWidth: 48 })}
      placeholder={usual === 0 ? '0' : ''}
      clampBehavior="none"
      hideControls
      required={usual === undefined && optional !== true}
      withAsterisk={false}
      autoComplete="off"
      inputMode={money ? 'decimal' : 'numeric'}
    />
  )
}

function flipped(typed: number | string): number | string {
  if (typeof typed === 'number') return typed === 0 ? 0 : -typed
  return typed === '-' ? '' : '-'
}
