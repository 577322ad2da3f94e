import { createRoot } from 'react-dom/client'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/index.css'
import '../../parts/tokens.css'
import { ask } from '../ask.ts'
import { Popup } from './popup.tsx'

/** What the button beside the address bar says about the page that is open. */
async function main(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? tab?.id)
  const [visited, settings] = await Promise.all([ask({ ask: 'seen', tab: asked }), ask({ ask: 'settings' })])
  const root = document.getElementById('root')
  if (root !== null) createRoot(root).render(<Popup visited={visited} server={settings.server} />)
}

main()
