import type { Card, Figure, Share } from './card.ts'

/** What the words of the data stand for, by its description. */
const words: Readonly<Record<string, string>> = {
  fall1: 'fall forward, clockwise',
  fall2: 'fall backward, clockwise',
  fall3: 'fall sideways, right to left',
  fall4: 'fall forward, counterclockwise',
  fall5: 'fall backward, counterclockwise',
  fall6: 'fall sideways, left to right',
  bed: 'lying down and getting up',
  chair: 'sitting down and getting up',
  clap: 'hitting the sensor',
  cloth: 'putting on clothes',
  eat: 'eating',
  hair: 'brushing the hair',
  shoe: 'tying a shoe',
  stair: 'climbing stairs',
  teeth: 'brushing teeth',
  walk: 'walking',
  wash: 'washing',
  write: 'writing',
  zip: 'zipping fast',
}

/** The card as a page to read. */
export function cardText(card: Card): string {
  const { data, training, model, figures, stream, chosenInside, fromStakes } = card
  return [
    `# Model card: ${card.name}, version ${card.version}`,
    'Says the probability that five seconds around a strong movement of the wrist are a fall. Written by `node --conditions=source products/fall-detection/model/train.ts`; do not edit.',
    '**Meant for.** To decide whether the wearer of a watch is asked if they fell. Always with the question: it calls nobody by itself.',
    '**Not meant for.** Medical judgements, insurance, supervision of people who did not agree to it. It is no certified medical device.',
    `**Data.** HIFD (github.com/nhoyh/HR_IMU_falldetection_dataset; Y. H. Nho, J. G. Lim, D. S. Kwon, IEEE Access 2020), ${data.trials} trials of ${data.people} volunteers of 21 to 32 years, ${data.falls} of them falls on purpose; left wrist, 50 readings a second, acceleration without gravity up to 16 g an axis, and turning. Its makers publish 349 trials of 21 persons; the file here lacks the persons 1, 6 and 8. No licence is stated; the data are not distributed with this project. SHA-256 \`${data.sha256}\`.`,
    `**Model.** ${training.method} on ${card.weights.length} features (penalty ${training.l2} on weights of standardised features), calibrated by Platt's sigmoid on predictions for persons not seen; \`${model.file}\`, ${model.bytes} bytes, SHA-256 \`${model.sha256}\`. The same data give the same bytes.`,
    '## How good',
    `Every person was left out once. Features, weights, calibration and threshold came from the others alone; the threshold is the lowest that left ${percent(card.wantedSpecificity)} of the others' everyday trials alone, by models that had not seen them either. A trial counts as an alarm when any of its moments does; a fall counts as found only by its impact. Intervals are Wilson's, 95 %.`,
    table(
      ['operating point', 'falls found (sensitivity)', 'everyday trials left alone (specificity)'],
      [
        ['threshold chosen on the others', shown(chosenInside.sensitivity), shown(chosenInside.specificity)],
        [
          `threshold ${card.askFrom} that follows from the stakes of the product`,
          shown(fromStakes.sensitivity),
          shown(fromStakes.specificity),
        ],
        [
          'the plain rule of the product, without any model',
          shown(card.plainRule.sensitivity),
          shown(card.plainRule.specificity),
        ],
        [
          'the product, where either of the last two asks',
          shown(card.product.sensitivity),
          shown(card.product.specificity),
        ],
      ],
    ),
    table(
      ['figure', 'value', 'interval'],
      [
        ['area under the ROC curve, moments', ...cells(figures.auc)],
        ['area under the ROC curve, trials', ...cells(figures.trialAuc)],
        ['calibration error of moments, 10 bins', ...cells(figures.calibrationError)],
      ],
    ),
    `**As a stream.** Everything of a person that was no fall, played without a break: ${stream.moments} moments in ${stream.hours.toFixed(2)} hours, ${stream.alarms} alarms (${(stream.alarms / stream.hours).toFixed(1)} an hour); the product would have asked ${stream.asked} times (${(stream.asked / stream.hours).toFixed(1)} an hour). These hours are dense: one trial in twelve is hitting the sensor, and nobody sits still for long. They are no measure of a day.`,
    '## Person by person',
    table(
      ['person', 'falls found', 'everyday trials left alone'],
      card.people.map(({ subject, sensitivity, specificity }) => [
        subject,
        shown(sensitivity),
        shown(specificity),
      ]),
    ),
    '## Women and men',
    "Nobody's sex is a feature. As its makers tell it of the persons.",
    table(
      ['persons', 'falls found', 'everyday trials left alone'],
      card.sexes.map(({ sex, sensitivity, specificity }) => [sex, shown(sensitivity), shown(specificity)]),
    ),
    '## What was mistaken',
    table(
      ['trial', 'person', 'mistake', 'estimate'],
      card.mistaken.map(({ scenario, subject, fall, probability }) => [
        named(scenario),
        subject,
        fall ? 'missed fall' : 'false alarm',
        percent(probability),
      ]),
    ),
    'The falls missed came down in more than one knock of like strength, one of them softly (4 g), with the arm loose for half a second before: at the wrist, busy hands look like that. Most false alarms are one blow on the sensor itself, made to deceive: an impact after a fast turn and before rest.',
    table(
      ['what they did', 'right', 'of'],
      card.scenarios.map(({ scenario, fall, right, of }) => [
        `${named(scenario)}${fall ? ' (a fall)' : ''}`,
        right,
        of,
      ]),
    ),
    '## Compared',
    'Moments of persons left out, uncalibrated. The recipe was chosen on the same people that it is measured on, from among these and some sets of features: figures are a little too good for that. So are those of the product and its plain rule: stakes and rule were set when they were known.',
    table(
      ['way', 'features', 'AUC', 'log loss'],
      card.comparison.map(({ name, features, auc, logLoss }) => [name, features, auc, logLoss]),
    ),
    'Estimate and truth of moments, persons left out:',
    table(
      ['moments', 'mean estimate', 'falls'],
      card.reliability.map(({ n, meanProbability, meanOutcome }) => [
        n,
        percent(meanProbability),
        percent(meanOutcome),
      ]),
    ),
    '## What it reads',
    'Five seconds around a movement that is stronger than all else in them, by physical quantities. Weight: log-odds added by one standard deviation.',
    table(
      ['feature', 'weight'],
      card.weights.map(({ title, weight }) => [title, weight]),
    ),
    table(
      ['left out', 'because'],
      [
        [
          'length of a trial, place of the impact in it',
          'falls are shorter recordings, all cut around the impact: a mark of how the data were made',
        ],
        [
          'what was before the last second, but for how much of all movement is in the impact',
          'volunteers stood still before they let themselves fall; people fall while they walk',
        ],
        [
          'how perfectly still somebody lies',
          'volunteers lay like stones; below 0.1 g and 20 degrees a second rest is rest here',
        ],
        ['acceleration beyond 8 g', 'many phones and watches read no further'],
        ['heart rate', 'zeros and full scale in most of the file'],
      ],
    ),
    '## Limits',
    [
      'Young people fell on purpose. How older people fall, slide from a chair or sink against a wall is not in the data; expect to miss more of it.',
      'The estimate is right for a world in which one strong movement in eight is a fall. In life it is far too high, and only its order and the threshold mean something.',
      'Eighteen persons: the interval of the pooled figures treats trials as independent and is a little too narrow.',
      'The watch sat on one wrist in one way. Axes do not matter to any feature, but whether turning and acceleration share them does: a sensor that swaps them spoils the speed.',
      'A phone in a hand or a pocket is another instrument than the one that was learned from.',
    ]
      .map((limit) => `- ${limit}`)
      .join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

const named = (scenario: string) => words[scenario] ?? scenario

function shown({ hits, of, interval }: Share): string {
  return `${hits} of ${of} (${percent(hits / of)}; ${percent(interval.lower)} to ${percent(interval.upper)})`
}

function cells({ value, interval }: Figure): readonly [number, string] {
  return [value, `${interval.lower} to ${interval.upper}`]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
