import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rateDifference, rateRatio } from 'holon/stats'
import { CaseInput } from '../../../tools/case-input.ts'
import { type CaseRunner, skip } from '../../../tools/case-runner.ts'

/** Counts over the files of the Adult census data, which are not part of the cases. */
export const runner: CaseRunner = {
  ids: ['fairness/adult-counts'],
  run(input) {
    const names = new CaseInput(input).texts('files')
    const files = names.map(fileNamed)
    const missing = names.filter((_, i) => files[i] === undefined)
    if (missing.length > 0)
      return skip(`${missing.join(' and ')} are not below the folder that HOLON_DATASETS names`)
    return counts(
      files.flatMap((file, i) => (file === undefined ? [] : [{ name: names[i] ?? '', rows: rowsOf(file) }])),
    )
  },
}

type Row = readonly string[]

function counts(files: readonly { readonly name: string; readonly rows: readonly Row[] }[]) {
  const all = files.flatMap(({ rows }) => rows)
  const known = all.filter(isKnown)
  const sizes = files.map(({ name, rows }) => ({ part: name.replace(/^.*\./, ''), rows }))
  const train = sizes.find(({ part }) => part === 'data')?.rows ?? []
  const test = sizes.find(({ part }) => part === 'test')?.rows ?? []
  const groups = bySex(all)
  return {
    train: train.length,
    test: test.length,
    all: all.length,
    known_all: known.length,
    known_train: train.filter(isKnown).length,
    known_test: test.filter(isKnown).length,
    over_50k: all.filter(isOver).length / all.length,
    over_50k_known: known.filter(isOver).length / known.length,
    statistical_parity_difference: -rateDifference(groups, 'selectionRate'),
    disparate_impact: rateRatio(groups, 'selectionRate'),
  }
}

const isKnown = (row: Row): boolean => !row.includes('?')
const isOver = (row: Row): boolean => row.at(-1)?.startsWith('>50K') === true

/** The label as what was selected: so many of each sex earn more. Women earn more than men less often. */
function bySex(rows: readonly Row[]) {
  const group = (sex: string) => {
    const members = rows.filter((row) => row.includes(sex))
    const tp = members.filter(isOver).length
    return { tp, fp: 0, fn: 0, tn: members.length - tp }
  }
  return { Female: group('Female'), Male: group('Male') }
}

/** Lines of the files that hold a person: the test file begins with a remark, some copies with a header. */
const rowsOf = (file: string): readonly Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .filter((row) => /^[<>]=?50K\.?$/.test(row.at(-1) ?? ''))

function fileNamed(name: string): string | undefined {
  const root = join(import.meta.dirname, '../../..')
  const folder = process.env.HOLON_DATASETS ?? join(root, '..', 'shared', 'data')
  const [found] = globSync(`**/${name}`, { cwd: folder })
  return found === undefined ? undefined : join(folder, found)
}
