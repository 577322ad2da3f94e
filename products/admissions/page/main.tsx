import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/public-sans/index.css'
import '@fontsource-variable/fraunces/index.css'
import './look/mantine.css'
import './look/tokens.css'
import './look/base.css'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
