import { type Card, type Figure, recipes } from './card.ts'

/** The card as a page to read. */
export function cardText(card: Card): string {
  const { data, figures, uncertainty, law, model, everything, training } = card
  return [
    `# Model card: ${card.name}, version ${card.version}`,
    'Says how good a chance of admission a file has, as applicants with such files judged it themselves. Written by `node --conditions=source products/admissions/model/train.ts`; do not edit.',
    '**Meant for.** A note beside a file that a person reads and decides on; for saying which files two people should read.',
    '**Not meant for.** Deciding on anybody. Ranking applicants. Files unlike those of the data: the product then shows no score.',
    `**Data.** ${data.applications} applications to master's programmes with the chance of admission that each applicant stated (mean ${percent(data.meanStated)}); Acharya, Armaan and Antony 2019, CC0. SHA-256 \`${data.sha256}\`.`,
    `**Model.** Logistic regression of the stated chance on ${Object.keys(training.weights).length} facts, penalty ${training.l2}, Platt's sigmoid on estimates out of fold. \`${model.file}\`, ${model.bytes} bytes, SHA-256 \`${model.sha256}\`. The same data give the same bytes. For comparison in the simulated world: \`${everything.file}\` (${recipes.everything}), SHA-256 \`${everything.sha256}\`.`,
    '## How good',
    'Ten-fold cross-validation. Intervals hold 95 %.',
    table(
      ['figure', 'value', 'interval'],
      [
        ['area under the ROC curve, stated chance of 75 % or more', ...cells(figures.auc)],
        ['mean distance of estimate and stated chance', ...cells(figures.meanError)],
        ['calibration error, ten groups of equal size', figures.calibrationError, ''],
        ['variance explained', figures.explained, ''],
      ],
    ),
    `A stated chance is within ${(100 * uncertainty.within).toFixed(1)} points of the estimate nine times of ten: the range that readers are shown (a conformal bound; half of the data bounded ${percent(uncertainty.covered)} of the other half). ${percent(card.nearLine)} of files are so near the line that two people read them.`,
    'Estimate and stated chance, out of fold:',
    table(
      ['files', 'mean estimate', 'mean stated chance'],
      card.reliability.map(({ n, estimate, stated }) => [n, percent(estimate), percent(stated)]),
    ),
    '## What it reads, and what not',
    'It reads what others vouch for: the grade average, the letters, and whether there was research. Tests and the statement can be trained for or written by others; the rank of a school says most about who could go there. They are in the file, readers see them, the score does without. What that costs, on the same folds:',
    table(
      [
        'recipe',
        'facts',
        'AUC',
        'mean error',
        'explained',
        'squared error beyond the best',
        'its standard error',
      ],
      card.comparison.map(({ name, features, auc, meanError, explained, excess }) => [
        name,
        features,
        auc,
        meanError,
        explained,
        excess.mean,
        excess.standardError,
      ]),
    ),
    'The served recipe is worse than the best by more than its standard error. That is a choice, not an oversight: the simulated world shows what the better recipe costs once applicants know what is scored.',
    'Nothing about sex, age, origin, family or money is in the file at all.',
    '## Errors by group',
    'The data say nothing of sex or origin. Stated minus estimated: above 0, the score takes a group for weaker than it takes itself.',
    table(
      [
        'group',
        'files',
        'stated',
        'estimated',
        'stated minus estimated',
        'interval',
        'strong below the line',
        'others above',
      ],
      card.groups.map((one) => [
        one.group,
        one.n,
        percent(one.meanStated),
        percent(one.meanEstimate),
        ...cells(one.bias),
        percent(one.strongBelow),
        percent(one.othersAbove),
      ]),
    ),
    `Where data do say it: ${law.n} law students (LSAC 1998, SHA-256 \`${law.sha256}\`), scored the same way from grade average and entry test alone, cross-validated, for passing the bar; the line denies a fifth. No group is a feature, and still:`,
    table(
      [
        'by',
        'group',
        'students',
        'passed',
        'mean estimate',
        'above the line',
        'passed, but below',
        'failed, but above',
      ],
      law.groups.map((one) => [
        one.by,
        one.group,
        one.n,
        percent(one.passed),
        percent(one.meanEstimate),
        percent(one.above),
        percent(one.deniedWrongly),
        percent(one.admittedWrongly),
      ]),
    ),
    'Leaving a ground out of the features does not make a score blind to it. This is why no line of a score decides here.',
    '## Limits',
    [
      'The label is no outcome: it is what applicants thought of their own chances. Whoever thinks less of themselves for the same facts lowers the estimate for all like them.',
      'Applicants of one country to programmes of another, of one year. Nothing is known of drift.',
      'Outcomes come back only for those who were admitted and came. Goals over them say nothing of the others; the share of files read without a score is there to keep that measurable.',
      'Folds that compared the recipes also measured the chosen one.',
    ]
      .map((limit) => `- ${limit}`)
      .join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

const cells = ({ value, interval }: Figure): readonly [number, string] => [
  value,
  `${interval.lower} to ${interval.upper}`,
]

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (of: readonly (string | number)[]) => `| ${of.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
