import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { camel, capital, fill, NewError } from './template.ts'

const templates = join(import.meta.dirname, '..', 'templates')
const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Ports that have a twin in memory and a conformance suite. */
const ports: Readonly<
  Record<string, { readonly Type: string; readonly memory: string; readonly suite: string }>
> = {
  log: { Type: 'DecisionLog', memory: 'memoryLog', suite: 'decisionLogSuite' },
  registry: { Type: 'Registry', memory: 'memoryRegistry', suite: 'registrySuite' },
  vault: { Type: 'Vault', memory: 'memoryVault', suite: 'vaultSuite' },
  warehouse: { Type: 'Warehouse', memory: 'memoryWarehouse', suite: 'warehouseSuite' },
}

/** Makes `adapters/<port>-<technology>`; answers its folder. @throws NewError */
export function makeAdapter(root: string, folder: string): string {
  const [port = '', ...rest] = folder.split('-')
  const technology = rest.join('-')
  const about = ports[port]
  if (about === undefined || !name.test(technology)) {
    throw new NewError(
      `An adapter is called <port>-<technology>, and the ports are ${Object.keys(ports).join(', ')}.`,
    )
  }
  const made = camel(`${technology}-${port}`)
  const words = { ...about, folder, port, technology, function: made, Options: `${capital(made)}Options` }
  const Title = `${capital(about.Type === 'DecisionLog' ? 'decision log' : port)} in ${technology}`
  const names = { 'src/port.ts': `src/${port}.ts`, 'src/port.test.ts': `src/${port}.test.ts` }
  fill(join(templates, 'adapter'), join(root, 'adapters', folder), { ...words, Title }, names)
  format(root, `adapters/${folder}`)
  return `adapters/${folder}`
}

/** Makes `products/<name>`; answers its folder. @throws NewError */
export function makeProduct(root: string, product: string): string {
  if (!name.test(product))
    throw new NewError('A product is called by lower-case words with dashes: smart-toaster.')
  const words = { name: product, system: camel(product), Title: capital(product.replaceAll('-', ' ')) }
  fill(join(templates, 'product'), join(root, 'products', product), words)
  format(root, `products/${product}`)
  return `products/${product}`
}

/** Where a line breaks depends on how long the name is. */
function format(root: string, folder: string): void {
  const biome = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'biome')
  execFileSync(biome, ['check', '--write', folder], { cwd: root, stdio: 'pipe' })
}
