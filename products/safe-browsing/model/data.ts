import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { HolonError } from 'holon'
import { type Address, addressOf } from '../domain/address.ts'

/** An address of the data, taken apart, with what is known of it. */
export interface Example {
  /** As it stands in the data: how it was collected shows here. */
  readonly text: string
  readonly address: Address
  readonly label: 0 | 1
}

/** What a file held, and what became of it. */
export interface Counts {
  readonly legitimate: number
  readonly phishing: number
  readonly unreadable: number
  /** Those that differ from another only by scheme, `www.` or a slash at the end. */
  readonly duplicates: number
  readonly beyondCap: number
  readonly sites: number
}

/** The data the model learns from. */
export interface PhishingData {
  readonly examples: readonly Example[]
  readonly counts: Counts
  /** SHA-256 (hex) of both files, one after the other. */
  readonly sha256: string
}

/** More addresses than these of one site are left out: some sites are in the data hundreds of times. */
const capPerSite = 10

const files = { legitimate: 'ebbu2017-legitimate.json', phishing: 'ebbu2017-phishing.json' } as const

/** A file below the folder of data: `HOLON_DATASETS`, or beside the repository. Undefined when it is not there. */
export function phishingFile(name: string): string | undefined {
  const folder = process.env.HOLON_DATASETS ?? new URL('../../../../shared/data', import.meta.url).pathname
  const file = `${folder}/phishing/${name}`
  return existsSync(file) ? file : undefined
}

/**
 * Reads both files, leaves out what occurs twice and what is beyond the cap of a site. Undefined when they are not there.
 *
 * @throws HolonError `data-invalid` for a file that is no list of texts
 */
export function readPhishingData(): PhishingData | undefined {
  const [legitimate, phishing] = [phishingFile(files.legitimate), phishingFile(files.phishing)]
  if (legitimate === undefined || phishing === undefined) return undefined
  const hash = createHash('sha256')
  const read = (file: string) => {
    const bytes = readFileSync(file)
    hash.update(bytes)
    return textsOf(file, bytes.toString())
  }
  const rows = [
    ...read(legitimate).map((text) => ({ text, label: 0 as const })),
    ...read(phishing).map((text) => ({ text, label: 1 as const })),
  ]
  const { examples, ...left } = selected(rows)
  const count = (label: 0 | 1) => rows.filter((row) => row.label === label).length
  return {
    examples,
    counts: { legitimate: count(0), phishing: count(1), ...left },
    sha256: hash.digest('hex'),
  }
}

/** An address of a data file, which may have been taken from a page and still have its `&amp;`. */
export function addressInData(text: string): Address | undefined {
  return addressOf(text.replaceAll('&amp;', '&'))
}

function selected(rows: readonly { readonly text: string; readonly label: 0 | 1 }[]) {
  const seen = new Set<string>()
  const perSite = new Map<string, number>()
  const examples: Example[] = []
  let [unreadable, duplicates, beyondCap] = [0, 0, 0]
  for (const { text, label } of rows) {
    const address = addressInData(text)
    if (address === undefined) {
      unreadable++
      continue
    }
    const { host, path, query, site } = address
    const key = `${host.replace(/^www\./, '')}${path.replace(/\/$/, '')}?${query}`
    const known = perSite.get(site) ?? 0
    if (seen.has(key)) duplicates++
    else if (known >= capPerSite) beyondCap++
    else examples.push({ text, address, label })
    if (!seen.has(key)) perSite.set(site, known + 1)
    seen.add(key)
  }
  return { examples, unreadable, duplicates, beyondCap, sites: perSite.size }
}

function textsOf(file: string, json: string): readonly string[] {
  const values: unknown = JSON.parse(json)
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return values
  throw new HolonError('data-invalid', `${file} is no list of texts`, 'Give a JSON array of addresses.')
}
