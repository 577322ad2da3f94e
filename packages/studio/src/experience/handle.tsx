import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'

const half = 6

/** A square to take hold of: a slider for keyboard, mouse and touch. */
export function Handle(props: {
  name: string
  /** Its value in words. */
  says: string
  /** What is shown beside it while it is held; its value in words, if nothing else. */
  shows: string | undefined
  value: number
  least: number
  most: number
  step: number
  x: number
  y: number
  /** Where its line ends. */
  edge: number
  /** Whether its line ends below what is drawn. */
  beyond: boolean
  hollow: boolean
  /** Whether its line is higher at the other end or lower: its value stands on the other side. */
  rises: boolean
  colour: string
  active: boolean
  setActive: (on: boolean) => void
  hold: (on: boolean) => void
  move: (to: number) => void
  /** To which height it was dragged, in pixels from the top of the chart. */
  drag: (height: number) => void
  letGo: () => void
}) {
  const { x, y, edge, value, step, hollow, colour, active } = props
  const place = useUnscrolled()
  const release = () => {
    props.hold(false)
    props.letGo()
  }
  return (
    <g
      ref={place}
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={props.name}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={Math.min(props.least, value)}
      aria-valuemax={Math.max(props.most, value)}
      aria-valuetext={props.says}
      data-active={active}
      onKeyDown={(event) => {
        const to = pressed(event, value, step)
        if (to === undefined) return
        event.preventDefault()
        props.move(to)
      }}
      onFocus={() => props.setActive(true)}
      onBlur={() => {
        props.setActive(false)
        props.letGo()
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
        props.hold(true)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) props.drag(heightOf(event))
      }}
      onPointerUp={release}
      onPointerCancel={release}
    >
      {Math.abs(x - edge) > 14 && <line className="handle-lead" x1={edge} x2={x} y1={y} y2={y} />}
      <rect className="handle-reach" x={x - 12} y={y - 12} width={24} height={24} />
      <rect
        className="handle-square"
        x={x - half}
        y={y - half}
        width={2 * half}
        height={2 * half}
        rx={2}
        style={hollow ? { stroke: colour } : { fill: colour }}
        data-hollow={hollow}
      />
      {props.beyond && <path className="handle-beyond" d={`M${x - 4} ${y + 9}h8l-4 5z`} />}
      {active && (
        <text
          className="handle-value"
          x={hollow ? edge + 8 : edge - 8}
          y={y + (props.rises === hollow ? 20 : -10)}
          textAnchor={hollow ? 'start' : 'end'}
        >
          {props.shows ?? props.says}
        </text>
      )}
    </g>
  )
}

/** An element on which a finger does not scroll the page. `touch-action` would say so, but not inside SVG. */
function useUnscrolled() {
  const place = useRef<SVGGElement>(null)
  useEffect(() => {
    const element = place.current
    const stay = (event: TouchEvent) => event.preventDefault()
    element?.addEventListener('touchstart', stay, { passive: false })
    return () => element?.removeEventListener('touchstart', stay)
  }, [])
  return place
}

/** The value after a key: arrows by a step, page keys by ten. */
function pressed({ key }: KeyboardEvent, value: number, step: number): number | undefined {
  const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[key]
  return by === undefined ? undefined : value + by * step
}

/** Where the pointer is, from the top of the chart. */
const heightOf = (event: PointerEvent<SVGGElement>): number =>
  event.clientY - (event.currentTarget.ownerSVGElement?.getBoundingClientRect().top ?? 0)
