import type { Model } from 'holon'

/** What answers for a model: an ONNX file by its path or URL, a model made by code, or a function that makes one. */
export type ModelSource = string | URL | Model | (() => Model | Promise<Model>)
