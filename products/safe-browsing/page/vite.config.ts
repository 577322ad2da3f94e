import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defaultClientConditions, defineConfig, type InlineConfig, type Plugin } from 'vite'

/** The API of a running program, for `npx vite` in this folder. */
const program = process.env.HOLON_URL ?? 'http://127.0.0.1:4321'
const resolve = { conditions: ['source', ...defaultClientConditions] }

const models = ['**/*.onnx']

const extensionFolder = join(import.meta.dirname, '..', 'extension')

/** The browser extension: its pages and its worker, everything in files of its own. */
const extension: InlineConfig = {
  configFile: false,
  root: extensionFolder,
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  assetsInclude: models,
  resolve,
  build: {
    outDir: join(import.meta.dirname, 'dist', 'extension'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      input: {
        warning: join(extensionFolder, 'warning.html'),
        popup: join(extensionFolder, 'popup.html'),
        worker: join(extensionFolder, 'worker', 'worker.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
}

/** Builds the extension once the page is built, into a folder of it. */
function alsoExtension(): Plugin {
  return {
    name: 'also-extension',
    apply: 'build',
    closeBundle: async () => {
      await build(extension)
    },
  }
}

export default defineConfig({
  base: '/products/safe-browsing/',
  plugins: [react(), alsoExtension()],
  assetsInclude: models,
  resolve,
  server: { proxy: { '/api': program } },
  build: {
    manifest: true,
    // Nothing is inlined: the content security policy of the server admits no scripts but its own files.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
