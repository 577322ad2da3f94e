import { CalibrationLine } from '../calibration-line.tsx'
import { Said } from '../said.tsx'
import { Stage } from '../stage.tsx'
import type { Opened } from './opened.ts'

/** What the prediction means. */
export function CalibrateStage({ document, share, replayed }: Opened) {
  const { record } = document
  return (
    <Stage
      title="Calibrate"
      does="Turns what the model says into a probability that holds."
      ms={record.timings.calibrate}
      replayed={replayed('calibrate')}
    >
      {record.predictions.every((one) => one.value === undefined) && (
        <p className="quiet">There is no prediction to calibrate.</p>
      )}
      {record.predictions.map(({ model, raw, value, calibrated }) =>
        value === undefined ? null : share && typeof raw === 'number' && typeof value === 'number' ? (
          <CalibrationLine key={model} raw={raw} value={value} />
        ) : (
          <div key={model}>
            <Said value={value} share={share} />
            {!calibrated && <p className="quiet">Not calibrated: as the model said it.</p>}
          </div>
        ),
      )}
    </Stage>
  )
}
