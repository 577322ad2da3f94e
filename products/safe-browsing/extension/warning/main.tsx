import { createRoot } from 'react-dom/client'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/index.css'
import '@holon/react/style.css'
import '../../parts/tokens.css'
import { addressOf } from '../../domain/address.ts'
import { ask } from '../ask.ts'
import { Warning } from './warning.tsx'

const tab = Number(new URLSearchParams(location.search).get('tab'))
const root = document.getElementById('root')

/** Draws the warning, or leads on where there turns out to be no reason for one. */
async function main(): Promise<void> {
  const [visited, settings] = await Promise.all([ask({ ask: 'visited', tab }), ask({ ask: 'settings' })])
  const address = visited && addressOf(visited.address)
  if (root === null || visited === undefined || address === undefined) return
  if (visited.experience !== 'warning') return location.replace(visited.address)
  createRoot(root).render(<Warning {...{ address, visited, settings, tab }} />)
}

main()
