import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** The API of a running program, for `npx vite` in this folder. */
const program = process.env.HOLON_URL ?? 'http://127.0.0.1:4321'

export default defineConfig({
  base: '/products/fall-detection/',
  plugins: [react()],
  assetsInclude: ['**/*.onnx'],
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    // The reader of ONNX files tries to load modules of Node by `eval`, which the content security policy reports.
    alias: { '@protobufjs/inquire': join(import.meta.dirname, 'inquire.cjs') },
  },
  server: { proxy: { '/api': program } },
  build: {
    manifest: true,
    // Nothing is inlined: the content security policy of the server admits no scripts but its own files.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
