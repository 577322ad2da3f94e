import type { ExperienceDocument } from 'holon'

// `--force-0` (least forceful) to `--force-4`, in designer.css.
const shadeCount = 5

/** A shade for every experience: the more forceful, the darker; evenly spread over the shades. */
export function shadesOf(experiences: readonly Pick<ExperienceDocument, 'name' | 'forcefulness'>[]) {
  const order = [...experiences].sort((a, b) => a.forcefulness - b.forcefulness).map(({ name }) => name)
  const last = Math.max(1, order.length - 1)
  return Object.fromEntries(
    order.map((name, rank) => [name, `var(--force-${Math.round((rank / last) * (shadeCount - 1))})`]),
  ) as Readonly<Record<string, string>>
}

/** Whether dark letters stand better on a shade. */
export const isLight = (shade: string | undefined): boolean => /force-[01]\b/.test(shade ?? '')
