import { Ground1763800000000 } from './1763800000000-ground.js'
import { Messages1764200000000 } from './1764200000000-messages.js'

/** In their order, named one by one. */
export const MIGRATIONS = [Ground1763800000000, Messages1764200000000]
