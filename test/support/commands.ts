import 'reflect-metadata'
import { RequestMethod } from '@nestjs/common'
import { ModulesContainer } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { z } from 'zod'

/** What a route or an event of the running application takes, by the very schemas that check it. */
export type Taken = { body?: z.ZodType; query?: z.ZodType }
export type HttpCommand = Taken & { method: string; path: string }
export type SocketCommand = { event: string; body: z.ZodType }

const QUERY = 4
const BODY = 3

/** The arguments of a handler that a schema checks: `{'3:0': {index, schema}}`, by kind and place. */
function takenBy(controller: object, name: string): Taken {
  const described: Record<string, { schema?: z.ZodType }> =
    Reflect.getMetadata('__routeArguments__', controller, name) ?? {}
  const taken: Taken = {}
  for (const [key, { schema }] of Object.entries(described)) {
    const kind = Number(key.split(':')[0])
    if (schema && kind === BODY) taken.body = schema
    if (schema && kind === QUERY) taken.query = schema
  }
  return taken
}

const handlersOf = (controller: { prototype: object }) =>
  Object.getOwnPropertyNames(controller.prototype).map(name => ({
    name,
    handler: (controller.prototype as Record<string, object>)[name]!,
  }))

const paths = (target: object): string[] => [Reflect.getMetadata('path', target) ?? ''].flat()

/** Every route of every controller, with what it takes. */
export function httpCommandsOf(app: NestFastifyApplication): HttpCommand[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(module => [
    ...module.controllers.values(),
  ])
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as { prototype: object }
    return handlersOf(controller)
      .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata('method', handler))
      .flatMap(({ name, handler }) =>
        paths(handler).map(path => ({
          method: RequestMethod[Reflect.getMetadata('method', handler) as number]!,
          path: `/${paths(controller)[0]}/${path}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''),
          ...takenBy(controller, name),
        })),
      )
  })
}

/** Every event that a gateway subscribes to, with what it takes. */
export function socketCommandsOf(app: NestFastifyApplication): SocketCommand[] {
  const providers = [...app.get(ModulesContainer).values()].flatMap(module => [...module.providers.values()])
  return providers.flatMap(({ metatype }) => {
    if (!metatype || !Reflect.getMetadata('websockets:is_gateway', metatype)) return []
    const gateway = metatype as { prototype: object }
    return handlersOf(gateway).flatMap(({ name, handler }) => {
      const event: string | undefined = Reflect.getMetadata('message', handler)
      const { body } = takenBy(gateway, name)
      return event && body ? [{ event, body }] : []
    })
  })
}
