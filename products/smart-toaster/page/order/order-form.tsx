import { useState } from 'react'
import { type Bread, breads, traits, usualMass } from '../../domain/bread.ts'
import { crumbColour, cssColour } from '../../domain/colour.ts'
import { darkening, type Shade, shades } from '../../domain/shade.ts'
import type { Order } from '../kitchen/use-breakfast.ts'
import { Choices } from '../look/choice.tsx'
import './order-form.css'

const cuts = { thin: 0.75, usual: 1, thick: 1.35 } as const
type Cut = keyof typeof cuts

const titled = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** What to toast, and how dark. */
export function OrderForm({ busy, onPress }: { busy: boolean; onPress: (order: Order) => void }) {
  const [bread, setBread] = useState<Bread>('white')
  const [cut, setCut] = useState<Cut>('usual')
  const [shade, setShade] = useState<Shade>('golden')
  const slice = { bread, mass: usualMass(bread) * cuts[cut], moisture: traits[bread].moisture }
  return (
    <form
      className="sheet order"
      onSubmit={(event) => {
        event.preventDefault()
        onPress({ slice, shade })
      }}
    >
      <Choices
        legend="Bread"
        options={breads.map((value) => ({
          value,
          title: traits[value].title,
          colour: cssColour(crumbColour(value, 0)),
        }))}
        chosen={bread}
        onChoose={setBread}
        disabled={busy}
      />
      <Choices
        legend="Slice"
        options={(Object.keys(cuts) as Cut[]).map((value) => ({ value, title: titled(value) }))}
        chosen={cut}
        onChoose={setCut}
        disabled={busy}
      />
      <Choices
        legend="Colour"
        options={shades.map((value) => ({
          value,
          title: titled(value),
          colour: cssColour(crumbColour(bread, darkening[value])),
        }))}
        chosen={shade}
        onChoose={setShade}
        disabled={busy}
        width="5.25rem"
      />
      <button type="submit" data-main disabled={busy}>
        Press the lift down
      </button>
    </form>
  )
}
