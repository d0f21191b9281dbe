/** The part of the XML parser that is used here; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    on(
      hook: 'openTag',
      heard: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this
    on(hook: 'closeTag', heard: (name: string) => void): this
    on(hook: 'text', heard: (text: string, decode: Decode) => void): this
    on(hook: 'cdata', heard: (text: string) => void): this
    /** `<!DOCTYPE …` and what else begins with an exclamation mark. */
    on(hook: 'attention', heard: () => void): this
    on(hook: 'error', heard: (fault: Error) => void): this
    write(xml: string): this
    end(): void
  }
}
