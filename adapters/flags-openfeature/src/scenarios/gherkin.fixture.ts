import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator, type Pickle } from '@cucumber/messages'

/** One scenario as it is run: a row of its examples filled in, the steps of its background first. */
export interface Scenario {
  readonly name: string
  readonly tags: readonly string[]
  readonly steps: readonly Step[]
}

interface Step {
  readonly text: string
  /** Rows of the table below it. */
  readonly table: readonly (readonly string[])[]
}

/** The scenarios of every feature file in a folder; undefined where the folder is not there. */
export function scenariosIn(folder: string): readonly (readonly [feature: string, Scenario[]])[] | undefined {
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.feature'))
    return files.toSorted().map((name) => [name, scenariosOf(readFileSync(join(folder, name), 'utf8'))])
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function scenariosOf(text: string): Scenario[] {
  const newId = IdGenerator.uuid()
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text)
  return compile(document, '', newId).map(scenarioOf)
}

function scenarioOf({ name, tags, steps }: Pickle): Scenario {
  return {
    name,
    tags: tags.map((tag) => tag.name),
    steps: steps.map(({ text, argument }) => ({
      text,
      table: argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [],
    })),
  }
}
