// The file of a Mockoon environment that answers the read of an account and a send, each by a template.
const uuid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const response = (number, body) => ({
  uuid: uuid(number),
  body,
  latency: 0,
  statusCode: 200,
  label: '',
  headers: [{ key: 'Content-Type', value: 'application/json' }],
  bodyType: 'INLINE',
  filePath: '',
  databucketID: '',
  sendFileAsBody: false,
  rules: [],
  rulesOperator: 'OR',
  disableTemplating: false,
  fallbackTo404: false,
  default: true,
  crudKey: 'id',
  callbacks: [],
})

const route = (number, method, endpoint, body) => ({
  uuid: uuid(number),
  type: 'http',
  documentation: '',
  method,
  endpoint,
  responses: [response(number + 100, body)],
  responseMode: null,
  streamingMode: null,
  streamingInterval: 0,
})

const SENT =
  `{"messaging_product":"whatsapp","contacts":[{"input":"{{body 'to'}}","wa_id":"{{body 'to'}}"}],` +
  `"messages":[{"id":"wamid.{{faker 'string.alphanumeric' 40}}"}]}`

const routes = [
  route(1, 'get', 'v24.0/:waba', `{"id":"{{urlParam 'waba'}}","name":"Juniper Bakery"}`),
  route(2, 'post', 'v25.0/:phone/marketing_messages', SENT),
]

export const mockoonFile = {
  uuid: uuid(0),
  lastMigration: 33,
  name: 'bench',
  port: 3000,
  hostname: '127.0.0.1',
  endpointPrefix: '',
  latency: 0,
  folders: [],
  routes,
  rootChildren: routes.map(({ uuid: of }) => ({ type: 'route', uuid: of })),
  proxyMode: false,
  proxyHost: '',
  proxyRemovePrefix: false,
  tlsOptions: { enabled: false, type: 'CERT', pfxPath: '', certPath: '', keyPath: '', caPath: '', passphrase: '' },
  cors: true,
  headers: [],
  proxyReqHeaders: [],
  proxyResHeaders: [],
  data: [],
  callbacks: [],
}
