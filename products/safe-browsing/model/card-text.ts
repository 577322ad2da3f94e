import { assumedRate } from '../domain/base-rate.ts'
import { type Card, type Met, precision, thresholds } from './card.ts'

/** The card as a page to read. */
export function cardText(card: Card): string {
  const { data, training, model, uci } = card
  const { counts } = data
  const limits = thresholds()
  const [shipped] = card.figures
  const all = card.met[0] as Met
  return [
    `# Model card: ${card.name}, version ${card.version}`,
    `Says how likely an address is one of phishing, from its letters alone. Written by \`${training.command}\`; do not edit.`,
    '**Meant for.** Telling a person, before a page is shown, what in its address speaks for a trick. Always after the lists of known good and known bad sites, and inside the rules of the product.',
    '**Not meant for.** Taking pages down, blaming owners of sites, filtering for others than the person who asked. An address without signs is not thereby safe.',
    `**Data.** Ebbu2017 (Sahingoz, Buber, Demir and Diri 2019, doi.org/10.1016/j.eswa.2018.09.029): ${counts.legitimate} benign and ${counts.phishing} phishing addresses of 2017. Left out: ${counts.duplicates} that differ from another at most by scheme, \`www.\` or a last slash, ${counts.beyondCap} beyond ten of one site, ${counts.unreadable} no browser would open. Used: ${data.used}, ${data.phishing} of them phishing, of ${counts.sites} sites. No licence is stated: the data are not distributed with this project, and no address of them is. SHA-256 \`${data.sha256}\`.`,
    `**Model.** ${training.recipe}, calibrated by Platt's sigmoid on predictions for sites not seen; \`${model.file}\`, ${model.trees} trees, ${model.bytes} bytes, SHA-256 \`${model.sha256}\`. The same data give the same bytes (seed ${training.settings.seed}).`,
    '## How good, with the shortcuts and without',
    `${card.protocol}. ± is the standard error over ten folds. "Same marks": AUC among pairs of addresses alike in scheme, \`www.\`, last slash, number of folders, query, kind of file and ending; lengths and titles still differ there, which is what marks alone still gain from.`,
    table(
      ['reads', 'AUC', 'AUC, same marks', 'calibration error', 'accuracy', 'log loss'],
      card.figures.map((one) => [
        one.reads,
        `${one.auc} ± ${one.aucError}`,
        one.aucWithin,
        `${one.calibrationError} ± ${one.calibrationErrorError}`,
        one.accuracy,
        one.logLoss,
      ]),
    ),
    `A model that reads nothing but how the addresses were collected already reaches ${card.figures[2]?.auc}: benign ones are results of a search engine (long titles in the path, often https and www, hardly a query, hardly a script), phishing ones were reported from hacked sites. None of that holds for what a person opens: logins, shops and web mail have queries and scripts, and since 2017 phishing has https as well. The shipped model reads none of it and scores ${shipped?.auc}; the difference is what the shortcuts were worth on this data and nowhere else.`,
    table(
      ['mark, mean', 'benign', 'phishing'],
      card.marks.map(({ mark, legitimate, phishing }) => [mark, legitimate, phishing]),
    ),
    'Two more shortcuts are taken out with the rows: the same page many times, and sites with hundreds of pages, which would be in training and test at once. A third is harmless for the features used and left: `&amp;` from pages the addresses were copied from is read as `&`.',
    '## How the recipe was chosen',
    `The simplest within one standard error of the best, over ${card.comparison.length} recipes. Chosen anew inside each of ten folds, the result is AUC ${card.nested.auc} (chosen: ${Object.entries(
      card.nested.chosen,
    )
      .map(([name, times]) => `${name} ${times} times`)
      .join(', ')}).`,
    table(
      ['recipe', 'AUC', 'log loss', 'excess of log loss', 'its standard error'],
      card.comparison.map(({ name, auc, logLoss, excess }) => [
        name,
        auc,
        logLoss,
        excess.mean,
        excess.standardError,
      ]),
    ),
    `The trainer against others: on the UCI table "Phishing Websites" (${uci.rows} rows of it are here; doi.org/10.24432/C51W2X) ten-fold cross-validated accuracy is ${uci.accuracy} ± ${uci.accuracyError}, AUC ${uci.auc}. Published accuracies of tree ensembles on it are about 0.97 (compared by Vaitkevicius and Marcinkevicius 2020, doi.org/10.15388/20-INFOR404).`,
    '## What people would meet',
    `Out of fold, by the model alone, at the values of [\`worth.ts\`](../worth.ts) and ${percent(assumedRate)} phishing among the addresses no list knows: a note above a chance of ${percent(limits.note)}, a page in the way above ${percent(limits.warning)}. Of stops by the model ${percent(precision(all))} would be right.`,
    table(
      ['addresses', 'count', 'phishing noted', 'phishing stopped', 'benign noted', 'benign stopped'],
      card.met.map(({ addresses, count, phishing, benign }) => [
        addresses,
        count,
        percent(phishing.noted),
        percent(phishing.stopped),
        percent(benign.noted),
        percent(benign.stopped, 2),
      ]),
    ),
    'Estimate and truth, out of fold, where about half are phishing as in the data:',
    table(
      ['addresses', 'mean estimate', 'phishing'],
      card.reliability.map(({ n, meanProbability, meanOutcome }) => [
        n,
        percent(meanProbability),
        percent(meanOutcome),
      ]),
    ),
    '## What it reads',
    table(
      ['feature', 'in words'],
      card.features.map(({ name, title }) => [name, title]),
    ),
    'Left out, because they say how an address was collected, or would burden people for where they live: scheme, `www.`, length, number of folders, queries, kinds of files, hyphens and titles in the path, endings of countries, `.edu` and `.gov`.',
    '## Limits',
    [
      'The letters of an address are weak evidence: without the path the model is barely better than chance (see "signs of the host alone"). A new site with an ordinary name and an ordinary path cannot be told from an honest one. Lists and reviewers are for that.',
      'The phishing is of 2017, mostly pages put into hacked sites. Much of today’s is on services where anybody can put pages, and all of it has https.',
      'Brands and words are those of the lists in `domain/`: English, and some of German, French, Spanish, Italian and Portuguese.',
      'Benign logins are missing from the data, as search engines do not list them; words such as "login" weigh more here than they should. The rules of the product keep such a word alone from stopping anybody.',
      'The share of phishing among what people open is an assumption, not a measurement.',
    ]
      .map((limit) => `- ${limit}`)
      .join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
