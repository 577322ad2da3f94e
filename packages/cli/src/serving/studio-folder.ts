import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the built studio may be: beside this package in a checkout, inside of it where it is installed. */
const places = ['../../../studio/dist/', '../../studio/']

/** The folder of the built studio; undefined when it is not there. */
export function studioFolder(): string | undefined {
  return places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((folder) => existsSync(`${folder}index.html`))
}
