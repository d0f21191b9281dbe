/** Every address of the HTTP side, so that nobody spells one by hand. */
const program = (programId: string) => `/api/programs/${programId}`
const question = (questionId: string) => `/api/questions/${questionId}`

export const paths = {
  session: '/api/session',
  password: '/api/session/password',
  programs: '/api/programs',
  program,
  phase: (programId: string) => `${program(programId)}/phase`,
  rehearsal: (programId: string) => `${program(programId)}/rehearsal`,
  air: (programId: string) => `${program(programId)}/air`,
  blank: (programId: string) => `${program(programId)}/blank`,
  list: (programId: string, list: string) => `${program(programId)}/${list}`,
  questions: (programId: string) => `${program(programId)}/questions`,
  order: (programId: string) => `${program(programId)}/order`,
  paperRanges: (programId: string) => `${program(programId)}/paper-ranges`,
  programScreens: (programId: string) => `${program(programId)}/screens`,
  similar: (programId: string) => `${program(programId)}/similar`,
  messages: (programId: string) => `${program(programId)}/messages`,
  messageSeen: (messageId: string) => `/api/messages/${messageId}/seen`,
  callerLookup: '/api/callers/lookup',
  audit: '/api/audit',
  archive: '/api/questions',
  question,
  moves: (questionId: string) => `${question(questionId)}/moves`,
  answer: (questionId: string) => `${question(questionId)}/answer`,
  history: (questionId: string) => `${question(questionId)}/history`,
  screens: '/api/screens',
  screen: (screenId: string) => `/api/screens/${screenId}`,
  house: (list: string) => `/api/house/${list}`,
  live: '/health/live',
  ready: '/health/ready',
} as const
