import type { Card, Figure } from './card.ts'

/** The card as a page to read. */
export function cardText(card: Card): string {
  const { data, figures, training, model } = card
  const changed = percent(data.changed / data.returns)
  return [
    `# Model card: ${card.name}, version ${card.version}`,
    `Says ${card.says}. Written by \`${training.command}\`; do not edit.`,
    `**Meant for.** ${card.intendedUse}`,
    `**Not meant for.** ${card.notFor}`,
    `**Data.** ${data.returns} returns, ${data.changed} of them changed by an examination (${changed}). Source: ${data.source}; ${data.nature}. Licence: ${data.licence}. SHA-256 \`${data.sha256}\`.`,
    `**Model.** ${training.method}; \`${model.file}\`, ${model.trees} trees, ${model.bytes} bytes, SHA-256 \`${model.sha256}\`. The same data give the same bytes (seed ${training.settings.seed}).`,
    '## How good',
    `${card.protocol}. Intervals hold 95 %.`,
    table(
      ['figure', 'value', 'interval'],
      [
        ['area under the ROC curve', shown(figures.auc), interval(figures.auc)],
        ['log loss', shown(figures.logLoss), interval(figures.logLoss)],
        ['Brier score', shown(figures.brier), interval(figures.brier)],
        ['calibration error, 10 bins', shown(figures.calibrationError), interval(figures.calibrationError)],
        ['accuracy at one half', shown(figures.accuracy), ''],
      ],
    ),
    'Compared on the same folds, before calibration; the simplest within one standard error of the best is used:',
    table(
      ['way', 'AUC', 'log loss', 'excess of log loss', 'its standard error'],
      card.comparison.map(({ name, auc, logLoss, excess }) => [
        name,
        auc,
        logLoss,
        excess.mean,
        excess.standardError,
      ]),
    ),
    'Estimate and truth, out of fold:',
    table(
      ['returns', 'mean estimate', 'changed'],
      card.reliability.map(({ n, meanProbability, meanOutcome }) => [
        n,
        percent(meanProbability),
        percent(meanOutcome),
      ]),
    ),
    '## What it reads, and what not',
    table(['feature', 'from'], condensed(card.features)),
    table(
      ['left out', 'because'],
      card.leftOut.map(({ column, because }) => [column, because]),
    ),
    '## Errors by group',
    'None of these groups is a feature. False alarm: an examination would change nothing, the meter says high. False comfort: it would, the meter says low. Out of fold.',
    table(
      ['by', 'group', 'returns', 'changed', 'mean estimate', 'false alarms', 'false comfort'],
      card.groups.map(({ by, group, returns, changed, meanEstimate, falseAlarms, falseComfort }) => [
        by,
        group,
        returns,
        `${changed} (${percent(changed / returns)})`,
        percent(meanEstimate),
        percent(falseAlarms),
        percent(falseComfort),
      ]),
    ),
    'The rates differ because the shares of changed returns do: where few returns are changed, few are called high, and more of those changed are missed.',
    '## Limits',
    card.limits.map((limit) => `- ${limit}`).join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function shown({ value, standardError }: Figure): string {
  return standardError === undefined ? String(value) : `${value} (standard error over folds ${standardError})`
}

function interval({ interval }: Figure): string {
  return interval === undefined ? '' : `${interval.lower} to ${interval.upper}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** One line for all columns of a one-hot feature. */
function condensed(features: Card['features']): (readonly string[])[] {
  const seen = new Map<string, { from: string; values: string[] }>()
  for (const { name, from } of features) {
    const [field = name, value] = name.split('=')
    const known = seen.get(field) ?? { from, values: [] }
    if (value !== undefined) known.values.push(value)
    seen.set(field, known)
  }
  return [...seen].map(([field, { from, values }]) => [
    values.length === 0 ? field : `${field}: ${values.join(', ')}`,
    from,
  ])
}
