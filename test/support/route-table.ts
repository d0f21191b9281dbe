import { randomUUID } from 'node:crypto'

/** Who may use a route. `elsewhere`: what is told to somebody whose roles are all for another programme. */
export type Row = {
  by: readonly Caller[]
  elsewhere: number
  /** What the allowed are told when they send nothing sensible; else 400. */
  status?: number
  /** A body that is in order, for those who must not even learn that the thing exists. */
  body?: () => Record<string, unknown>
}
export type Caller = 'nobody' | 'secretary' | 'moderator' | 'producer' | 'admin'

const SIGNED_IN = ['secretary', 'moderator', 'producer', 'admin'] as const
const STAFF = ['secretary', 'moderator', 'producer'] as const
const DESKS = ['secretary', 'moderator'] as const
const EVERYBODY = ['nobody', ...SIGNED_IN] as const

const id = () => randomUUID()
const bare = () => ({ id: id() })
const open = (status = 200): Row => ({ by: EVERYBODY, elsewhere: status, status })
const reading = (by: Row['by'], elsewhere = 404): Row => ({ by, elsewhere, status: 200 })
const command = (by: Row['by'], body: Row['body'] = bare, elsewhere = 404): Row => ({ by, elsewhere, body })

const lists = ['topics', 'agencies', 'lines', 'reasons']
const houseLists = ['topics', 'agencies', 'reasons', 'places', 'messages']
const perList = (row: (list: string) => Row, path: (list: string) => string) =>
  Object.fromEntries(lists.map(list => [path(list), row(list)]))

/** The contract's table of calls. `:x` stands for the thing of a programme that is not everybody's. */
export const TABLE: Record<string, Row> = {
  'POST /api/session': { by: EVERYBODY, elsewhere: 400 },
  'GET /api/session': reading(SIGNED_IN, 200),
  'DELETE /api/session': { by: SIGNED_IN, elsewhere: 204, status: 204 },
  'PUT /api/session/password': { by: SIGNED_IN, elsewhere: 400, body: () => ({ old: 'x', new: 'short' }) },
  'GET /api/accounts': reading(['admin'], 403),
  'POST /api/accounts': command(
    ['admin'],
    () => ({ id: id(), username: 'nguoi.la', name: 'Người lạ', roles: [] }),
    403,
  ),
  'PATCH /api/accounts/:accountId': command(['admin'], () => ({ id: id(), version: 1 }), 403),
  'POST /api/accounts/:accountId/password': command(['admin'], bare, 403),
  'DELETE /api/accounts/:accountId/sessions': command(['admin'], bare, 403),
  'GET /api/programs': reading(SIGNED_IN, 200),
  'POST /api/programs': command(['admin'], () => ({ id: id(), title: 'Của người ngoài' }), 403),
  'GET /api/programs/:programId': reading(SIGNED_IN),
  'PATCH /api/programs/:programId': command(['admin', 'producer'], () => ({ id: id(), version: 1 })),
  'POST /api/programs/:programId/phase': command(['producer', 'moderator'], () => ({
    id: id(),
    phase: 'paused',
    version: 1,
  })),
  'POST /api/programs/:programId/rehearsal': command(['producer', 'admin'], () => ({ id: id(), on: true })),
  'DELETE /api/programs/:programId/rehearsal': command(['producer', 'admin']),
  'POST /api/programs/:programId/questions': command(DESKS, () => ({ id: id(), verbatim: 'Hỏi' })),
  'GET /api/programs/:programId/questions': reading(STAFF),
  'GET /api/programs/:programId/samples': reading(DESKS),
  'POST /api/programs/:programId/similar': {
    ...command(DESKS, () => ({ text: 'Đổi sổ đỏ ở đâu?' })),
  },
  'GET /api/questions': reading(DESKS, 200),
  'PATCH /api/questions/:questionId': command(DESKS, () => ({ id: id(), version: 1, note: 'x' })),
  'POST /api/questions/:questionId/moves': command(DESKS, () => ({ id: id(), version: 1, move: 'approve' })),
  'POST /api/programs/:programId/order': command(['moderator'], () => ({
    id: id(),
    questionId: id(),
    after: null,
  })),
  'PUT /api/questions/:questionId/answer': command(DESKS, () => ({
    id: id(),
    speakerIds: [],
    startedAt: '2026-11-21T02:00:00Z',
  })),
  'GET /api/questions/:questionId/history': reading(DESKS),
  'GET /api/audit': reading(['admin'], 200),
  'GET /api/backup': reading(['producer', 'admin'], 200),
  'POST /api/callers/lookup': { by: DESKS, elsewhere: 400 },
  'POST /api/programs/:programId/paper-ranges': command(['secretary'], () => ({ id: id(), count: 5 })),
  'PUT /api/programs/:programId/air': command(['moderator']),
  'PUT /api/programs/:programId/blank': command(['moderator', 'producer'], () => ({ id: id(), on: true })),
  'POST /api/programs/:programId/messages': command(['producer', 'moderator'], () => ({
    id: id(),
    text: 'Còn 30 giây',
    to: 'all',
  })),
  'POST /api/messages/:messageId/seen': command(['producer', 'moderator']),
  'POST /api/screens': open(201),
  'POST /api/programs/:programId/screens': command(['producer'], () => ({
    id: id(),
    label: 'Lạ',
    kind: 'panel',
  })),
  'PATCH /api/screens/:screenId': command(['producer'], () => ({ id: id(), label: 'Lạ' })),
  'DELETE /api/screens/:screenId': command(['producer']),
  'GET /api/programs/:programId/speakers': reading(SIGNED_IN),
  'PUT /api/programs/:programId/speakers': command(['admin', 'producer'], () => ({ id: id(), speakers: [] })),
  ...perList(
    () => reading(SIGNED_IN),
    list => `GET /api/programs/:programId/${list}`,
  ),
  ...perList(
    list => command(['admin', 'producer'], () => ({ id: id(), [list]: [] })),
    list => `PUT /api/programs/:programId/${list}`,
  ),
  ...Object.fromEntries(houseLists.map(list => [`GET /api/house/${list}`, reading(SIGNED_IN, 200)])),
  'POST /api/house/topics': command(['admin'], () => ({ id: id(), name: 'Của người ngoài' }), 403),
  'PATCH /api/house/topics/:entryId': command(['admin'], () => ({ id: id(), version: 1 }), 403),
  'POST /api/house/topics/import': command(['admin'], () => ({ id: id(), text: 'Của người ngoài' }), 403),
  'GET /health/live': open(),
  'GET /health/ready': open(),
  // They all ask from this machine: test/api/metrics.
  'GET /metrics': open(),
}

/** Rows that spell out what the router knows as one route with a name in it. */
export const SPELLED_OUT: Record<string, string> = {
  '/api/programs/:programId/:list': '/api/programs/:programId/topics',
  '/api/house/:list': '/api/house/topics',
  '/api/house/:list/:entryId': '/api/house/topics/:entryId',
  '/api/house/:list/import': '/api/house/topics/import',
}
