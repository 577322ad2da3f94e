import { invalid } from './invalid.ts'

/** Room for a million tree nodes. What a stranger's file may grow to when it is decoded is bounded by this. */
const mostBytes = 64 * 2 ** 20

/** Reads the bytes of a model: themselves, from a file, or from an address. In a browser, a text is an address. */
export async function bytesOf(source: string | URL | Uint8Array): Promise<Uint8Array> {
  const bytes = source instanceof Uint8Array ? source : await read(source)
  if (bytes.byteLength > mostBytes) throw tooLarge(bytes.byteLength)
  return bytes
}

/** The last part of a path or address without its ending: a name for a model that has none. */
export function nameOf(source: string | URL | Uint8Array): string | undefined {
  if (source instanceof Uint8Array) return undefined
  const path = source instanceof URL ? source.pathname : source
  return (
    path
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.onnx$/, '') || undefined
  )
}

async function read(source: string | URL): Promise<Uint8Array> {
  const remote = /^https?:/.test(String(source)) || typeof process === 'undefined'
  return remote ? download(source) : readFile(source)
}

async function download(address: string | URL): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw invalid(`${address} answered ${response.status}`, 'Check the address of the model.')
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > mostBytes) throw tooLarge(announced)
  return new Uint8Array(await response.arrayBuffer())
}

async function readFile(source: string | URL): Promise<Uint8Array> {
  const file = await import('node:fs/promises')
  const path = String(source).startsWith('file:') ? new URL(source) : source
  try {
    const { size } = await file.stat(path)
    if (size > mostBytes) throw tooLarge(size)
    return new Uint8Array(await file.readFile(path))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw invalid(
        `there is no file ${path}`,
        'Check the path, or make the file with the pipeline that trains it.',
        cause,
      )
    }
    throw cause
  }
}

function tooLarge(bytes: number) {
  return invalid(`the model has ${bytes} bytes, more than ${mostBytes}`, 'Run it on a model server.')
}
