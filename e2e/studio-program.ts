import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DecideAnswer, Fault, LatestDocument, RecordDocument } from 'holon'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium, optional } from '../tools/optional.ts'
import { complaintsOf } from './browser.ts'

const root = join(import.meta.dirname, '..')
const browserPath = chromium()

/** The built studio. */
export const built = join(root, 'packages', 'studio', 'dist')

const isBuilt = existsSync(join(built, 'index.html'))

/** Tests that need the built studio. */
export const withStudio = optional('the built studio', isBuilt, 'build it with node tools/ready.mjs --pages')

/** Tests that look at the built studio in a browser. */
export const withBrowser = optional(
  'Chromium and the built studio',
  browserPath !== undefined && isBuilt,
  'install chromium, and build the studio with node tools/ready.mjs --pages',
)

const system = '/api/v1/systems/tax-filing'

/** The program as `npm start` runs it, with tax filing only, on a data folder and a port of its own. */
export class Program {
  readonly url: string
  readonly #port: number
  readonly #folder: string
  readonly #environment: Readonly<Record<string, string>>
  #process: ChildProcess | undefined
  #said = ''

  private constructor(port: number, folder: string, environment: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`
    this.#port = port
    this.#folder = folder
    this.#environment = environment
  }

  /** Starts it and waits until it answers. */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), 'holon-studio-'))
    const program = new Program(await freePort(), folder, environment)
    await program.resume()
    return program
  }

  /** Starts it again where it stopped. */
  async resume(): Promise<void> {
    const main = join(root, 'packages', 'cli', 'src', 'main.ts')
    const env = {
      ...process.env,
      HOLON_DATA: this.#folder,
      PORT: String(this.#port),
      ...this.#environment,
    }
    const child = spawn(process.execPath, ['--conditions=source', main, 'serve', 'tax-filing'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process = child
    this.#said = ''
    child.stderr.on('data', (bytes) => {
      this.#said += bytes
    })
    for (let tries = 0; tries < 300; tries++) {
      if (
        await fetch(`${this.url}/api/v1/health`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return
      if (child.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new TypeError(`The program did not start.\n${this.#said}`)
  }

  /** Stops it; its data stay. */
  async pause(): Promise<void> {
    const child = this.#process
    if (child === undefined || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  /** Stops it for good. */
  async stop(): Promise<void> {
    await this.pause()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Decides about a return of this much in wages. */
  decide(wages: number, subject: string): Promise<DecideAnswer> {
    const context = { year: 2025, status: 'single', you: { wages } }
    return this.ask('POST', `${system}/decisions/audit-risk-meter`, { context, subject })
  }

  latest(): Promise<LatestDocument> {
    return this.ask('GET', `${system}/decisions?limit=200`)
  }

  record(id: string): Promise<RecordDocument> {
    return this.ask('GET', `/api/v1/decisions/${id}`)
  }

  fault(fault: Fault): Promise<Fault> {
    return this.ask('PUT', `${system}/models/audit-risk/fault`, fault)
  }

  erase(subject: string): Promise<unknown> {
    return this.ask('DELETE', `/api/v1/people/${subject}`)
  }

  async ask<T>(method: string, address: string, body?: unknown): Promise<T> {
    if (this.#process?.exitCode !== null) throw new TypeError(`The program stopped.\n${this.#said}`)
    const answer = await fetch(this.url + address, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new TypeError(`${method} ${address}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A page of its own on the studio, which has to load nothing from elsewhere and to complain about nothing. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
  /** Goes to a page of the system and waits for its heading. */
  go(path: string): Promise<void>
}

/** Opens a page on the studio of a program. */
export async function visit(
  browser: Browser,
  program: Program,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  page.on('request', (request) => {
    if (!request.url().startsWith(program.url)) complaints.push(request.url())
  })
  const go = async (path: string): Promise<void> => {
    await page.goto(`${program.url}/systems/tax-filing${path}`)
    await page.locator('h1').waitFor()
  }
  return { context, page, complaints, go }
}
