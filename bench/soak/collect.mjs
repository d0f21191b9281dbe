import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Goes into the server with `--import`: what nobody needs any longer is thrown away at fixed times, so that what is left
 * of the memory can be compared from minute to minute.
 */
setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc')
setInterval(collect, 20_000).unref()
