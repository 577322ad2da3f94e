import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** The API of a running program, for `npx vite` in this folder. */
const program = process.env.HOLON_URL ?? 'http://127.0.0.1:4321'

export default defineConfig({
  base: '/products/admissions/',
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': program } },
  build: {
    manifest: true,
    // Nothing is inlined: the content security policy of the server admits no scripts but its own files.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
