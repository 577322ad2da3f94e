import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseFile, CaseRunner } from '../../../../../tools/case-runner.ts'
import { discreteSerialInterval, reproductionNumber } from './reproduction.ts'

export const runner: CaseRunner = {
  ids: [
    'epidemic/epiestim-flu2009',
    'epidemic/epiestim-flu1918',
    'epidemic/epiestim-sars2003',
    'epidemic/epiestim-discrete-serial-interval',
  ],
  run: (input, file) => {
    const fields = new CaseInput(input)
    if (!fields.has('t_start')) return serialInterval(fields)
    const outbreak = outbreakOf(file)
    const { mean, deviation, quantile } = reproductionNumber(
      outbreak.numbers('incidence'),
      outbreak.numbers('serial_interval'),
      [fields.number('t_start'), fields.number('t_end')],
    )
    return { mean, std: deviation, q025: quantile(0.025), q975: quantile(0.975) }
  },
}

/** The outbreak that all windows of a file are of. */
const outbreakOf = ({ document }: CaseFile): CaseInput => new CaseInput(document.notes)

function serialInterval(fields: CaseInput) {
  const days = fields.numbers('days')
  const shares = discreteSerialInterval(fields.number('mean'), fields.number('sd'), Math.max(...days))
  return { p: days.map((day) => shares[day] ?? 0) }
}
