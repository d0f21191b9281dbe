import { Ground1763800000000 } from './1763800000000-ground.js'
import { Similar1764000000000 } from './1764000000000-similar.js'

/** In their order, named one by one. */
export const MIGRATIONS = [Ground1763800000000, Similar1764000000000]
