import type { ArmEffect } from 'holon'
import type { ReactNode } from 'react'
import { formatShare } from '../../format/number.ts'
import { formatInUnit } from '../../format/unit.ts'
import { Verdict } from '../../look/verdict.tsx'
import { EffectPlot } from './effect-plot.tsx'
import { type Kind, reachOf } from './effect-scale.ts'
import './effect-table.css'
import { formatEffect, formatP, formatReach, formatRelative } from './effect-words.ts'

/** Effects on one thing: a goal, a cost, a slice, a stretch of time. */
export interface EffectGroup {
  readonly key: string
  readonly title: ReactNode
  readonly unit: string
  readonly effects: readonly ArmEffect[]
  /** Said instead of effects. */
  readonly because?: string | undefined
}

/** Groups that belong together, under a heading of their own where there is one. */
export interface EffectSection {
  readonly key: string
  readonly title?: ReactNode
  readonly groups: readonly EffectGroup[]
}

/**
 * Effects below each other, with their intervals drawn on one scale around zero: of `relative` ones the scale is a share of
 * what the control has, so that goals in different units stand beside each other.
 */
export function EffectTable(props: {
  caption: string
  what: string
  kind: Kind
  sections: readonly EffectSection[]
}) {
  const { caption, what, kind, sections } = props
  const groups = sections.flatMap((section) => section.groups)
  const reach = reachOf(
    groups.flatMap((one) => one.effects),
    kind,
  )
  const several = groups.some(({ effects }) => effects.length > 1)
  const end = (value: number) =>
    kind === 'relative' ? formatRelative(value) : formatEffect(value, groups[0]?.unit ?? '')
  return (
    <table className="effects">
      <caption className="hidden">{caption}, with intervals at 95%</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">Control</th>
          <th scope="col">Arm</th>
          <th scope="col">Effect</th>
          <th scope="col">
            <span className="hidden">Drawn around zero</span>
            <span className="effects-ends" aria-hidden="true">
              <span>{end(-reach)}</span>
              <span>0</span>
              <span>{end(reach)}</span>
            </span>
          </th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      {sections.map(({ key, title, groups }) => (
        <tbody key={key}>
          {title !== undefined && (
            <tr className="effects-section">
              <th scope="rowgroup" colSpan={6}>
                {title}
              </th>
            </tr>
          )}
          {groups.map((group) => (
            <Rows key={group.key} {...{ group, kind, reach, several }} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface RowsProps {
  readonly group: EffectGroup
  readonly kind: Kind
  readonly reach: number
  /** Whether there are several arms, so that each row has to name its own. */
  readonly several: boolean
}

function Rows({ group, kind, reach, several }: RowsProps) {
  const { title, because, effects, unit } = group
  if (because !== undefined) {
    return (
      <tr>
        <th scope="row">{title}</th>
        <td colSpan={5} className="quiet small">
          {because}
        </td>
      </tr>
    )
  }
  return effects.map((effect, index) => (
    <tr key={effect.arm} data-on={index > 0}>
      <th scope="row">
        {index === 0 ? title : <span className="hidden">{title}</span>}
        {several && <span className="effects-arm">{effect.arm}</span>}
      </th>
      <td data-label="Control">{valueWords(effect.control, unit)}</td>
      <td data-label="Arm">
        <b>{valueWords(effect.value, unit)}</b>
      </td>
      <td data-label="Effect">
        <EffectWords effect={effect} unit={unit} />
      </td>
      <td className="effects-drawn">
        <EffectPlot effect={effect[kind]} reach={reach} verdict={effect.verdict} />
      </td>
      <td data-label="Verdict">
        <Verdict verdict={effect.verdict} />
        <Evidence effect={effect} />
      </td>
    </tr>
  ))
}

function EffectWords({ effect, unit }: { effect: ArmEffect; unit: string }) {
  const { absolute, relative, varianceReduction } = effect
  if (absolute === null) {
    const few = Math.min(effect.n, effect.controlN)
    return (
      <span className="quiet small">
        {few === 0 ? 'nothing known yet' : few < 30 ? `too few: ${few}` : 'nothing to estimate it from'}
      </span>
    )
  }
  return (
    <>
      <b>{formatEffect(absolute.estimate, unit)}</b>{' '}
      <span className="effects-reach">({formatReach(absolute.interval, unit)})</span>
      {relative !== null && (
        <span className="quiet small effects-relative">
          {formatRelative(relative.estimate)} ({formatRelative(relative.interval[0])} to{' '}
          {formatRelative(relative.interval[1])})
        </span>
      )}
      {varianceReduction !== undefined && (
        <span className="quiet small effects-relative">
          {formatInUnit(varianceReduction, '%')} of the variance taken out
        </span>
      )}
    </>
  )
}

/** How sure that is: as the flight is judged, a p-value or what to believe. */
function Evidence({ effect: { adjusted, posterior } }: { effect: ArmEffect }) {
  const chance = posterior?.chanceBetter ?? null
  return (
    <>
      {adjusted !== null && <span className="quiet small effects-p">{formatP(adjusted)}</span>}
      {chance !== null && <span className="quiet small effects-p">better with {formatShare(chance)}</span>}
    </>
  )
}

const valueWords = (value: number | null, unit: string): string =>
  value === null ? '–' : formatInUnit(value, unit)
