import type { ZodType } from 'zod'
import { tolerance } from '../domain/taste.ts'
import type { Card, Figure } from './card.ts'
import { ToastFeatures } from './features.ts'

/** The card as a page to read. */
export function cardText(card: Card): string {
  const { learning, heldOut, model } = card
  return [
    `# Model card: ${card.name}, version ${card.version}`,
    'Says how many seconds a slice needs to darken by so much. Written by `node --conditions=source products/smart-toaster/model/train.ts`; do not edit.',
    '**Meant for.** To choose how long this toaster heats, within the bounds that its guardrails set.',
    '**Not meant for.** Keeping anybody safe: nothing of that rests on it. Other toasters: they have other elements.',
    `**Data.** ${learning.toasts} simulated toasts to learn from (${learning.examples} examples), ${heldOut.toasts} others held out (${heldOut.examples}). Slices, loaves, mains and warmth differ from toast to toast; mass, water, warmth and mains are known through sensors with noise, how fast a loaf browns is not known at all. Seed \`${card.seed}\`; the equations and their sources are in [\`domain/README.md\`](../domain/README.md).`,
    `**Model.** Linear in ${card.weights.length} features, by least squares with a small penalty; \`${model.file}\`, ${model.bytes} bytes, SHA-256 \`${model.sha256}\`.`,
    '## How good, on toasts held out',
    'Mean absolute errors with 95 % intervals over toasts: of the seconds, and of the colour that comes out when the slice is heated for the seconds the model says. A unit of colour (CIELAB) is about what an eye just tells apart.',
    table(
      ['toasts', 'number', 'seconds', 'colour', 'mean error of colour'],
      card.errors.map(({ of, toasts, seconds, colour, bias }) => [
        of,
        toasts,
        shown(seconds),
        shown(colour),
        bias.toFixed(2),
      ]),
    ),
    '## What verdicts teach',
    `${card.people} simulated people, each with a taste of their own (standard deviation 5 units), a loaf of their own and a shade they ask for. They judge every toast, with an unsure eye and now and then without looking. Off: mean distance from what they wanted; right: share within ${tolerance} units of it. What is learned of a taste is Bayes' rule over the verdicts ([\`domain/taste.ts\`](../domain/taste.ts)), not part of the model file. The seconds taken are a few less than the model says, because too dark costs more than too light.`,
    table(
      ['verdicts before', 'off', 'right'],
      card.curve.map(({ verdicts, off, right }) => [
        verdicts,
        off.toFixed(2),
        `${(right * 100).toFixed(0)} %`,
      ]),
    ),
    '## Features and weights',
    table(
      ['feature', 'what', 'seconds for one more'],
      card.weights.map(({ feature, weight }) => [feature, titleOf(feature), weight]),
    ),
    '## Limits',
    [
      '- All toasts are simulated. The physics is published, but no toaster of this kind was measured.',
      '- Rolls, frozen bread and fruit loaf were never seen; neither were slices beyond 8 to 18 mm.',
      '- Bread that was toasted before starts dry and dark: the model does not know.',
      '- People are simulated too: real ones change their taste, and judge what they eat, not what they throw away.',
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function shown({ value, lower, upper }: Figure): string {
  return `${value.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`
}

function titleOf(feature: string): string {
  const shape: Readonly<Record<string, ZodType>> = ToastFeatures.shape
  return shape[feature]?.meta()?.title ?? feature
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
