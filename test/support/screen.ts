import { LiveClient } from './live-client.js'

/** A browser on a monitor: it asks for a code, is paired, joins. */
export class Screen {
  live!: LiveClient

  private constructor(
    readonly address: string,
    readonly id: string,
    readonly secret: string,
    readonly code: string,
  ) {}

  static async ask(address: string): Promise<Screen> {
    const response = await fetch(`${address}/api/screens`, { method: 'POST' })
    const { screenId, secret, code } = (await response.json()) as Record<string, string>
    return new Screen(address, screenId!, secret!, code!)
  }

  /** Connects with its own secret; the address may be another instance's. */
  async connect(address = this.address): Promise<LiveClient> {
    this.live = await LiveClient.connect(address, { auth: { screenId: this.id, secret: this.secret } })
    return this.live
  }

  async join(address = this.address): Promise<LiveClient> {
    await this.connect(address)
    await this.live.join()
    return this.live
  }

  leave(): void {
    this.live?.close()
  }
}
