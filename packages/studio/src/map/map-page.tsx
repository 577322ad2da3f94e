import { CloseButton, Drawer, SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../look/page.tsx'
import { LoopNotices } from '../loops/loop-notices.tsx'
import { useSystem } from '../shell/system.ts'
import { Diagram } from './diagram.tsx'
import { Legend } from './legend.tsx'
import './map-page.css'
import { PartDetails } from './part-details.tsx'
import { PartList } from './part-list.tsx'

const route = getRouteApi('/systems/$system/map')

/** The system drawn, and everything declared of the part a person chooses. */
export function MapPage() {
  const system = useSystem()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = useMediaQuery('(max-width: 900px)') ?? false
  const [view, setView] = useState<string>()
  const shown = view ?? (narrow ? 'List' : 'Diagram')
  const choose = (id: string | undefined) =>
    void navigate({ search: id === undefined ? {} : { part: id }, replace: true, resetScroll: false })
  return (
    <Page
      title="Map"
      lead="What is inside and what is outside, which parts learned what they do, and how what the system does comes back to it."
      controls={
        <SegmentedControl aria-label="Show as" value={shown} data={['Diagram', 'List']} onChange={setView} />
      }
      wide
    >
      <LoopNotices />
      <div className="map" data-view={shown} data-chosen={part !== undefined && !narrow}>
        {shown === 'Diagram' ? (
          <Diagram system={system} chosen={part} choose={choose} />
        ) : (
          <PartList system={system} chosen={part} choose={choose} />
        )}
        {!narrow && part !== undefined && (
          <aside className="map-aside" aria-label="The chosen part">
            <CloseButton aria-label="Close" className="map-close" onClick={() => choose(undefined)} />
            <PartDetails system={system} id={part} />
          </aside>
        )}
      </div>
      {shown === 'Diagram' && <Legend />}
      {narrow && (
        <Drawer
          opened={part !== undefined}
          onClose={() => choose(undefined)}
          position="bottom"
          size="80%"
          lockScroll={false}
          title="The chosen part"
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          {part !== undefined && <PartDetails system={system} id={part} />}
        </Drawer>
      )}
    </Page>
  )
}
