import { currentVersion } from '@holon/embedded'
import type { WorldDocument } from 'holon'
import { everyScenario, type World } from 'holon/world'

/** What can be simulated in a world: its settings, scenarios and versions. */
export function worldDocument(world: World): WorldDocument {
  const { system, about, start, people, days, settings, scenarios = {}, versions = {} } = world
  const general = Object.entries(everyScenario).filter(([name]) => !Object.hasOwn(scenarios, name))
  return {
    ...{ system: system.name, about, start, people, days, settings },
    scenarios: [
      ...Object.entries(scenarios).map(([name, one]) => ({ name, about: one.about, own: true })),
      ...general.map(([name, one]) => ({ name, about: one.about, own: false })),
    ],
    versions: [
      { name: currentVersion, about: 'The one that is served.' },
      ...Object.entries(versions).map(([name, one]) => ({ name, about: one.about })),
    ],
  }
}
