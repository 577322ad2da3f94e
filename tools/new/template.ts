import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A thing that cannot be made as asked; `message` says why and what to do. */
export class NewError extends Error {
  readonly code = 'new-refused'
}

/** Fills a template into a new folder: `{{word}}` becomes its value, `x.tmpl` the file `x`, renamed where `names` says so. */
export function fill(
  template: string,
  folder: string,
  words: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>> = {},
): readonly string[] {
  if (existsSync(folder)) throw new NewError(`${folder} is there already. Choose another name.`)
  return globSync('**/*.tmpl', { cwd: template }).map((path) => {
    const plain = path.replace(/\.tmpl$/, '')
    const file = join(folder, names[plain] ?? plain)
    const text = readFileSync(join(template, path), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, word: string) => {
      const value = words[word]
      if (value === undefined)
        throw new NewError(`The template ${path} names {{${word}}}, which nothing fills.`)
      return value
    })
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  })
}

/** `smart-toaster` becomes `smartToaster`. */
export function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `smartToaster` becomes `SmartToaster`. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
