import type { Desk } from './desk.js'

/** One reading of /metrics: each figure by its name and labels as they are written there. */
export class Figures {
  private constructor(
    readonly text: string,
    private readonly values: ReadonlyMap<string, number>,
  ) {}

  static async read(desk: Desk, headers: Record<string, string> = {}): Promise<Figures> {
    const { status, body } = await desk.ask('GET', '/metrics', undefined, headers)
    if (status !== 200) throw new Error(`metrics were refused: ${status}`)
    const lines = (body as string).split('\n').filter(line => line !== '' && !line.startsWith('#'))
    const parted = lines.map(line => [line.slice(0, line.lastIndexOf(' ')), line.split(' ').at(-1)] as const)
    return new Figures(body, new Map(parted.map(([name, value]) => [name, Number(value)])))
  }

  /** `name{label="word"}`; 0 where nothing was counted yet. */
  of(name: string): number {
    return this.values.get(name) ?? 0
  }

  /** Names of all figures of the product, without what a histogram adds. */
  get families(): string[] {
    return [...this.text.matchAll(/^# TYPE (doithoai_\w+)/gm)].map(([, name]) => name!)
  }
}
