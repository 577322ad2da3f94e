import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/public-sans/index.css'
import '@holon/react/style.css'
import './look/tokens.css'
import './look/base.css'
import { App } from './app.tsx'
import { client, HolonProvider } from './holon.ts'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <HolonProvider client={client}>
        <App />
      </HolonProvider>
    </StrictMode>,
  )
}
