import { join } from 'node:path'
import { makeAdapter, makeProduct } from './new/make.ts'
import { NewError } from './new/template.ts'

/** `npm run new -- adapter <port>-<technology>` and `npm run new -- product <name>`. Exit code 2 on misuse. */
function main([kind, name]: readonly string[]): number {
  const root = join(import.meta.dirname, '..')
  const make = kind === 'adapter' ? makeAdapter : kind === 'product' ? makeProduct : undefined
  if (make === undefined || name === undefined) {
    console.error('npm run new -- adapter <port>-<technology>\nnpm run new -- product <name>')
    return 2
  }
  try {
    const folder = make(root, name)
    console.log(`${folder} is made. Now: npm install, then npx vitest run ${folder}`)
    return 0
  } catch (error) {
    if (!(error instanceof NewError)) throw error
    console.error(error.message)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
