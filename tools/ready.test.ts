import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const tools = import.meta.dirname
let root: string

const lock = {
  name: 'trial',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'trial' } },
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'holon-ready-'))
  await cp(join(tools, 'ready'), join(root, 'tools', 'ready'), { recursive: true })
  await cp(join(tools, 'ready.mjs'), join(root, 'tools', 'ready.mjs'))
  await write('package.json', JSON.stringify({ name: 'trial' }))
  await write('package-lock.json', JSON.stringify(lock))
})

afterAll(() => rm(root, { recursive: true, force: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

async function ready(...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(root, 'tools', 'ready.mjs'), ...words], { cwd: root })
  return stdout
}

describe('ready', () => {
  test('installs once, says so in a line, and again only when the lock file changes', async () => {
    expect(await ready()).toMatch(/^Installing packages \(once\)\.\nPackages installed in [\d.]+ s\.\n$/)
    expect(await ready()).toBe('')
    await write('package-lock.json', JSON.stringify({ ...lock, version: '1.0.0' }))
    expect(await ready()).toContain('package-lock.json has changed')
    expect(await ready()).toBe('')
  })

  test('builds a page when something it is made of has changed', async () => {
    await symlink(join(tools, '..', 'node_modules', 'vite'), join(root, 'node_modules', 'vite'))
    await write('packages/paint/package.json', JSON.stringify({ name: 'paint' }))
    await write('packages/paint/src/index.ts', `export const colour: string = 'red'`)
    await write('products/wall/package.json', JSON.stringify({ name: 'wall', dependencies: { paint: '1' } }))
    await write('products/wall/page/vite.config.ts', 'export default { logLevel: "silent" }')
    await write('products/wall/page/index.html', '<script type="module" src="./main.ts"></script>')
    await write(
      'products/wall/page/main.ts',
      `import { colour } from '../../../packages/paint/src/index.ts'; alert(colour)`,
    )
    const built = join(root, 'products/wall/page/dist/index.html')

    expect(await ready('--pages')).toMatch(/^Building products\/wall\/page\.\nPages built in [\d.]+ s\.\n$/)
    const first = await stat(built)
    expect(await ready('--pages')).toBe('')
    await write('products/wall/page/main.test.ts', 'a test is no part of the page')
    expect(await ready('--pages')).toBe('')
    await write('packages/paint/src/index.ts', `export const colour: string = 'blue'`)
    expect(await ready('--pages')).toContain('Building products/wall/page.')
    expect((await stat(built)).mtimeMs).toBeGreaterThan(first.mtimeMs)
    await rm(join(root, 'products/wall/page/dist'), { recursive: true })
    expect(await ready('--pages')).toContain('Building products/wall/page.')
  })

  test('shows what a failing build printed, fails, and tries again next time', async () => {
    await write('products/wall/page/main.ts', `import './nowhere.ts'`)
    await expect(ready('--pages')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/products\/wall\/page could not be built:[\s\S]*nowhere\.ts/),
    })
    await write('products/wall/page/main.ts', 'alert(1)')
    expect(await ready('--pages')).toContain('Pages built')
  })

  test('takes over the lock of a process that is gone', async () => {
    const child = execFile(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.on('close', resolve))
    await write('.cache/ready.lock', String(child.pid))
    await write('products/wall/page/main.ts', 'alert(2)')
    expect(await ready('--pages')).toContain('Pages built')
    await expect(readFile(join(root, '.cache/ready.lock'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('waits for another process at work, then finds the work done', async () => {
    await write('products/wall/page/main.ts', 'alert(3)')
    const both = await Promise.all([ready('--pages'), ready('--pages')])
    expect(both.filter((text) => text.includes('Pages built'))).toHaveLength(1)
  })
})
