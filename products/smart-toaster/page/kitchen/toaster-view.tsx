import type { CSSProperties } from 'react'
import { crumbColour, cssColour } from '../../domain/colour.ts'
import { burntFrom } from '../../domain/shade.ts'
import type { Look } from '../../hardware/toaster.ts'
import './toaster-view.css'

const slicePath =
  'M-92 -52 C-118 -92 -88 -122 -52 -118 C-20 -128 20 -128 52 -118 C88 -122 118 -92 92 -52 L92 78 Q92 96 74 96 L-74 96 Q-92 96 -92 78 Z'
/** Holes of the crumb: place and size. */
const holes: readonly (readonly [number, number, number])[] = [
  [-58, -70, 5],
  [-20, -92, 4],
  [34, -84, 6],
  [66, -54, 4],
  [-70, -18, 4],
  [-34, -36, 6],
  [6, -48, 4],
  [44, -14, 5],
  [-8, 0, 5],
  [-52, 30, 6],
  [-16, 46, 4],
  [24, 36, 6],
  [66, 30, 4],
  [-66, 66, 4],
  [2, 74, 5],
  [48, 70, 5],
]
const wires = [-66, -33, 0, 33, 66]
/** Wire is seen to glow from here to there, C. */
const glow = { from: 420, to: 760 } as const

/** The toaster with a window in its side: bread, wires, lift, and smoke if it comes to that. */
export function ToasterView({ look }: { look: Look }) {
  const heat = Math.min(1, Math.max(0, (look.element - glow.from) / (glow.to - glow.from)))
  const bread = look.bread?.bread
  const colour = bread === undefined ? 'none' : cssColour(crumbColour(bread, look.darkening))
  const crust =
    bread === undefined ? 'none' : cssColour(crumbColour(bread, Math.max(26, look.darkening + 10)))
  return (
    <svg
      className="toaster"
      viewBox="0 0 520 430"
      role="img"
      aria-label={inWords(look)}
      style={{ '--heat': heat } as CSSProperties}
      data-down={look.down}
    >
      <defs>
        <linearGradient id="steel" x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor="var(--steel-1)" />
          <stop offset="0.12" stopColor="var(--steel-2)" />
          <stop offset="1" stopColor="var(--steel-3)" />
        </linearGradient>
        <mask id="window">
          <rect width="520" height="430" fill="#fff" />
          <rect x="112" y="172" width="276" height="182" rx="20" fill="#000" />
        </mask>
      </defs>
      <ellipse className="toaster-floor" cx="260" cy="404" rx="216" ry="12" />
      <rect className="toaster-inside" x="104" y="164" width="292" height="198" rx="22" />
      <Wires className="toaster-wires-back" />
      <g className="toaster-lift">
        {bread !== undefined && (
          <g transform="translate(250 266)">
            <path d={slicePath} fill={crust} />
            <path d={slicePath} fill={colour} transform="scale(0.93)" />
            {holes.map(([x, y, size]) => (
              <ellipse
                key={`${x} ${y}`}
                cx={x}
                cy={y}
                rx={size}
                ry={size * 0.7}
                fill={crust}
                opacity="0.35"
              />
            ))}
          </g>
        )}
      </g>
      <g mask="url(#window)">
        <rect x="46" y="132" width="408" height="262" rx="52" fill="url(#steel)" className="toaster-case" />
        <rect x="112" y="130" width="276" height="12" rx="6" className="toaster-slot" />
        <rect x="76" y="388" width="52" height="16" rx="6" className="toaster-foot" />
        <rect x="372" y="388" width="52" height="16" rx="6" className="toaster-foot" />
      </g>
      <Wires className="toaster-wires" />
      <rect className="toaster-rim" x="112" y="172" width="276" height="182" rx="20" />
      <rect className="toaster-rail" x="468" y="176" width="8" height="160" rx="4" />
      <g className="toaster-lift">
        <rect className="toaster-lever" x="452" y="282" width="46" height="24" rx="10" />
      </g>
      {look.smoke > 0.25 && (
        <g className="toaster-smoke">
          <circle cx="210" cy="116" r="22" />
          <circle cx="262" cy="92" r="30" />
          <circle cx="318" cy="118" r="20" />
        </g>
      )}
    </svg>
  )
}

function Wires({ className }: { className: string }) {
  return (
    <g className={className}>
      {wires.map((y) => (
        <path key={y} d={`M120 ${264 + y} H380`} />
      ))}
    </g>
  )
}

function inWords({ bread, down, heating, darkening, surface, fuseOpen }: Look): string {
  if (bread === undefined) return 'The toaster, empty.'
  const where = down ? (heating ? 'in the toaster, heated' : 'in the toaster') : 'up, out of the heat'
  const dark =
    darkening < 4 ? 'fresh' : darkening < burntFrom ? `browned by ${Math.round(darkening)} units` : 'burnt'
  return `A slice of ${bread.bread} bread ${where}, ${dark}, ${Math.round(surface)} °C.${fuseOpen ? ' The fuse is open.' : ''}`
}
