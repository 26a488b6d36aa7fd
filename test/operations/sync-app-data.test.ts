import { expect } from 'vitest'
import { syncAppData } from '../../contracts/operations/sync-app-data.ts'
import type { PhoneNumber } from '../../emulator/world/number.ts'
import { type Kit, need, type Receiver } from '../kit.ts'
import { hear, numberIn, refusal, valuesOf, withNumber } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'

const DAY = 86_400

const contacts = [
  { phone_number: '14165550100', full_name: 'Ada Juniper', first_name: 'Ada' },
  { phone_number: '14165550101', full_name: 'Supplier' },
]

const inApp = (businessApp: object = {}) => withNumber({ is_on_biz_app: true, businessApp })

/** Asks, and lets the webhooks be posted. */
async function sync(kit: Kit, sync_type = 'history') {
  const body = { messaging_product: 'whatsapp', sync_type }
  const response = await kit.graph('POST', '/{phone}/smb_app_data', { body })
  await kit.advance('0ms')
  return response
}

/** The chunks of chats that a receiver was told of. */
interface Chunk {
  readonly metadata: object
  readonly threads: readonly { readonly id: string; readonly messages: readonly Record<string, unknown>[] }[]
}

const chunksOf = (receiver: Receiver): Chunk[] =>
  (valuesOf(receiver) as { history?: Chunk[] }[]).flatMap(({ history }) => history ?? [])

proves(
  syncAppData,
  {
    'tells the contacts of the app, with entry.id the account and without a time': async () => {
      const kit = inApp({ contacts })
      const receiver = await hear(kit, ['smb_app_state_sync'])
      const { body } = await sync(kit, 'smb_app_state_sync')
      expect(body).toEqual({ messaging_product: 'whatsapp', request_id: expect.stringMatching(/^\d+$/) })
      const metadata = { timestamp: String(kit.now / 1000) }
      expect(valuesOf(receiver)).toEqual([
        {
          messaging_product: 'whatsapp',
          metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
          state_sync: contacts.map((contact) => ({ type: 'contact', contact, action: 'add', metadata })),
        },
      ])
      expect(receiver.posts[0]?.json.entry[0]).not.toHaveProperty('time')
      expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.waba)
    },
    'tells the chats by phases, in threads, the oldest first, and none that are older than 180 days': async () => {
      const history = [
        { with: '14165550100', ago: '2h', by: 'business' as const, text: { body: 'Rye is out.' }, status: 'DELIVERED' },
        { with: '14165550100', ago: '3h', text: { body: 'Rye?' } },
        { with: '14165550101', ago: '4h', text: { body: 'Flour comes at six.' } },
        { with: '14165550101', ago: '30d', text: { body: 'Flour comes at five.' } },
        { with: '14165550101', ago: '100d', text: { body: 'Hello' } },
        { with: '14165550101', ago: '181d', text: { body: 'Too old' } },
      ]
      const kit = inApp({ history })
      const receiver = await hear(kit, ['history'])
      expect((await sync(kit)).status).toBe(200)
      const chunks = chunksOf(receiver)
      expect(chunks.map(({ metadata }) => metadata)).toEqual([
        { phase: 0, chunk_order: 1, progress: 60 },
        { phase: 1, chunk_order: 1, progress: 80 },
        { phase: 2, chunk_order: 1, progress: 100 },
      ])
      const [first] = chunks
      expect(first?.threads.map(({ id, messages }) => [id, messages.length])).toEqual([
        ['14165550101', 1],
        ['14165550100', 2],
      ])
      expect(first?.threads[1]?.messages).toEqual([
        {
          from: '14165550100',
          id: expect.stringMatching(/^wamid\./),
          timestamp: String(kit.now / 1000 - 3 * 3600),
          type: 'text',
          text: { body: 'Rye?' },
          history_context: { status: 'READ' },
        },
        expect.objectContaining({ from: '14165550190', history_context: { status: 'DELIVERED' } }),
      ])
    },
    'tells of files of the last 14 days apart, and they can be read': async () => {
      const image = { caption: 'Our new oven' }
      const history = [
        { with: '14165550100', ago: '3d', image },
        { with: '14165550100', ago: '15d', image },
      ]
      const kit = inApp({ history })
      const receiver = await hear(kit, ['history'])
      await sync(kit)
      const [chunk] = chunksOf(receiver)
      const placeholders = need(chunk?.threads[0]).messages
      expect(placeholders.map(({ type }) => type)).toEqual(['media_placeholder', 'media_placeholder'])
      const files = (
        valuesOf(receiver) as { messages?: { id: string; timestamp: string; image: { id: string } }[] }[]
      ).flatMap(({ messages }) => messages ?? [])
      expect(files).toEqual([
        expect.objectContaining({
          id: placeholders[1]?.id,
          timestamp: String(kit.now / 1000 - 3 * DAY),
          image: expect.objectContaining({ caption: 'Our new oven', mime_type: 'image/jpeg' }),
        }),
      ])
      expect((await kit.graph('GET', `/${files[0]?.image.id}`)).body).toMatchObject({ mime_type: 'image/jpeg' })
    },
    'tells 2593109 where the owner does not share the chats, though the reply is the same': async () => {
      const kit = inApp({ sharesHistory: false, history: [{ with: '14165550100', ago: '1h', text: { body: 'Rye?' } }] })
      const receiver = await hear(kit, ['history'])
      expect((await sync(kit)).status).toBe(200)
      expect(valuesOf(receiver)).toEqual([
        expect.objectContaining({ history: [{ errors: [expect.objectContaining({ code: 2593109 })] }] }),
      ])
    },
    'tells nothing of an app that has nothing': async () => {
      const kit = inApp()
      const receiver = await hear(kit, ['history', 'smb_app_state_sync'])
      expect([(await sync(kit)).status, (await sync(kit, 'smb_app_state_sync')).status]).toEqual([200, 200])
      expect(receiver.posts).toEqual([])
    },
    'works once more when the client left and onboarded anew': async () => {
      const kit = inApp({ contacts })
      await sync(kit)
      await kit.advance('3d')
      expectError(await sync(kit), 'sync_limit_exceeded')
      await kit.happens('coexistence_ends', { phone: 'phone' })
      const again = { account: 'waba', partner: 'partner', phone_number: '+1 416-555-0190' }
      expect(await refusal(kit, 'client_onboards_with_business_app', { ...again, partner: 'client' })).toMatch(
        /no partner/,
      )
      expect((await kit.happens('client_onboards_with_business_app', again)).body.result).toEqual({
        phone: kit.names.phone,
      })
      expect((await sync(kit)).status).toBe(200)
    },
  },
  {
    sync_limit_exceeded: async () => {
      const kit = inApp()
      await sync(kit)
      expect((await sync(kit, 'smb_app_state_sync')).status).toBe(200)
      const refused = await sync(kit)
      expect(refused.body.error).toMatchObject({
        code: 2593107,
        message: '(#2593107) Synchronization request limit exceeded',
      })
      return refused
    },
    sync_number_not_in_app: async () => {
      for (const row of [{ is_on_biz_app: false }, { status: 'DISCONNECTED' }, { businessApp: undefined }]) {
        const kit = inApp({ contacts })
        kit.world().put({ ...numberIn(kit), ...row } as PhoneNumber)
        expectError(await sync(kit), 'sync_number_not_in_app')
      }
      return sync(withNumber())
    },
    sync_window_closed: async () => {
      const kit = inApp()
      await kit.advance('24h')
      expect((await sync(kit)).status).toBe(200)
      await kit.advance('1s')
      return sync(kit, 'smb_app_state_sync')
    },
  },
)
