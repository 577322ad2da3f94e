export { type BackedUp, backUp } from './backup.ts'
export { type Beside, openBeside } from './beside.ts'
export { type Data, type DataOptions, dataFiles, openData, type SystemOptions, usualFolder } from './data.ts'
export {
  type ArtefactState,
  type DurableWrites,
  libraryVersions,
  measureDurableWrites,
  verifyArtefacts,
} from './health.ts'
export { type ModelSource, modelFrom, versionsFrom } from './models.ts'
export { type EmbeddedOptions, open } from './open.ts'
export { endWithParent, startProcess } from './own-process.ts'
export { type Owner, ownerOf } from './owner.ts'
export { defineProduct, type Product, type Row, type RowReader } from './product.ts'
export { temporaryWarehouse } from './temporary-warehouse.ts'
export { currentVersion, versionModels } from './version.ts'
