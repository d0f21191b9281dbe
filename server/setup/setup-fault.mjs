/** Something a person can put right: shown as a sentence, without a stack. */
export class SetupFault extends Error {
  name = 'SetupFault'
}
