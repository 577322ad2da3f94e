import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { BrokenModel } from '../break/broken.ts'
import { describeFault } from '../break/broken.ts'

/** A reminder on every page that a model is broken on purpose. */
export function BrokenMark({ system, models }: { system: string; models: readonly BrokenModel[] }) {
  return (
    <Link to="/systems/$system/break" params={{ system }} className="broken-mark small">
      <IconAlertTriangleFilled size={15} aria-hidden="true" />
      {models.map((model) => `${model.name} ${describeFault(model.fault)}`).join(', ')}
    </Link>
  )
}
