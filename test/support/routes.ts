import type { NestFastifyApplication } from '@nestjs/platform-fastify'

export type Route = { method: string; path: string }

const LINE = /^((?:│ {3}| {4})*)[├└]── (\S*) \(([A-Z, ]+)\)$/

/** Every route that the running application answers, as its own router tells it. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const fastify = app.getHttpAdapter().getInstance()
  const stack: string[] = []
  const routes: Route[] = []
  for (const line of fastify.printRoutes({ commonPrefix: false }).split('\n').filter(Boolean)) {
    const [, indent, segment, methods] = LINE.exec(line) ?? []
    if (indent === undefined || segment === undefined || methods === undefined)
      throw new Error(`a route that cannot be read: ${line}`)
    stack.length = indent.length / 4
    const path = `${stack.join('')}${segment}`
    stack.push(segment)
    for (const method of methods.split(', ')) routes.push({ method, path })
  }
  for (const { method, path } of routes)
    if (!fastify.hasRoute({ method: method as 'GET', url: path }))
      throw new Error(`a route that was read wrongly: ${method} ${path}`)
  return routes
}
