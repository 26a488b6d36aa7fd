import { type Browser, chromium as driver, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { need } from '../kit.ts'
import { chromium, FLAGS } from './chromium.ts'
import { type Heard, serve, signupPage } from './partner.ts'

if (!chromium) console.warn('skipped: no Chromium on this machine; CHROMIUM=/path/to/it names one')

let browser: Browser
beforeAll(async () => {
  if (chromium) browser = await driver.launch({ executablePath: chromium, args: FLAGS })
}, 60_000)
afterAll(() => browser?.close())

interface Open {
  readonly config?: string
  readonly extras?: object
}

/** An emulator, the page of a partner in a browser, and the dialog that its button opened. */
async function open({ config = 'config', extras }: Open = {}) {
  const emulator = createEmulator({ worlds: ['ready-to-sign-up'] })
  const { url: home, close } = await listen(emulator, 0, '127.0.0.1')
  onTestFinished(close)
  const world = need(emulator.worlds.list()[0]).world
  const { app, [config]: configId } = world.names
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(
    await serve(signupPage({ home, appId: need(app), configId: need(configId), ...(extras && { extras }) })),
  )
  await page.waitForSelector('body[data-ready=unknown]')
  const [dialog] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button').click()])
  await dialog.waitForLoadState()
  const heard = async (): Promise<Heard> => {
    await page.waitForFunction('heard.responses.length > 0')
    return page.evaluate('heard') as Promise<Heard>
  }
  return { world, home, page, dialog, heard }
}

const go = async (dialog: Page, button = 'Continue') => {
  await dialog.getByRole('button', { name: button, exact: true }).click()
}
const isAt = async (dialog: Page, step: string) => dialog.locator('.place code', { hasText: step }).waitFor()

/** The code that stands in the mailbox, as the page shows it. */
const codeOf = async (dialog: Page) => (await dialog.locator('.note code').textContent()) ?? ''

/** Through all steps, with a new account and a new number. */
async function walk(dialog: Page): Promise<void> {
  await isAt(dialog, 'BUSINESS_ACCOUNT_SELECTION')
  await go(dialog)
  await isAt(dialog, 'WABA_PHONE_PROFILE_PICKER')
  await dialog.getByLabel('A new account').check()
  await dialog.getByLabel('A new number').check()
  await go(dialog)
  await isAt(dialog, 'WHATSAPP_BUSINESS_PROFILE_SETUP')
  await dialog.getByLabel('Display name').fill('Juniper <b>Cakes</b>')
  await go(dialog)
  await isAt(dialog, 'PHONE_NUMBER_SETUP')
  await dialog.getByLabel('Phone number').fill('+1 416-555-0123')
  await go(dialog)
  await isAt(dialog, 'PHONE_NUMBER_VERIFICATION')
  await dialog.getByLabel('Code', { exact: true }).fill(await codeOf(dialog))
  await go(dialog)
  await isAt(dialog, 'PERMISSIONS')
}

describe.skipIf(!chromium)('a signup page in a browser', { timeout: 30_000 }, () => {
  test('a client goes through all steps: the page is told the ids, and gets a code that is exchanged', async () => {
    const { world, home, dialog, heard } = await open()
    await walk(dialog)
    expect(await dialog.getByText('Juniper <b>Cakes</b>').count()).toBe(1)
    await dialog.getByLabel('I accept the terms').check()
    const closed = dialog.waitForEvent('close')
    await go(dialog, 'Finish')
    const { messages, responses } = await heard()
    await closed
    const account = need(world.list('WhatsAppBusinessAccount').at(-1))
    const phone = need(world.list('WhatsAppBusinessAccountToNumberCurrentStatus').at(-1))
    const data = { phone_number_id: phone.id, waba_id: account.id, business_id: account.ownerId }
    expect(messages).toEqual([{ data, type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH' }])
    expect(responses).toEqual([{ authResponse: { code: expect.any(String) }, status: 'connected' }])
    expect(phone).toMatchObject({ verified_name: 'Juniper <b>Cakes</b>', code_verification_status: 'VERIFIED' })
    expect(world.need('Business', account.ownerId).termsSignedAt).toBe(world.now)
    const client = {
      client_id: need(world.names.app),
      client_secret: need(world.get('Application', world.names.app)).secret,
    }
    const query = new URLSearchParams({ ...client, code: need(responses[0]?.authResponse ?? undefined).code })
    const exchanged = await fetch(`${home}/v24.0/oauth/access_token?${query}`)
    expect(await exchanged.json()).toEqual({ access_token: expect.any(String), token_type: 'bearer' })
  })

  test('with the keyboard alone', async () => {
    const { dialog, heard } = await open({ config: 'config_by_page', extras: { version: 'v3' } })
    const { keyboard } = dialog
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    expect(await dialog.getByLabel('Lantern Books').isChecked()).toBe(true)
    await keyboard.press('Enter')
    await isAt(dialog, 'WABA_PHONE_PROFILE_PICKER')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    expect(await dialog.getByLabel('No number for now').isChecked()).toBe(true)
    await keyboard.press('Enter')
    await isAt(dialog, 'WHATSAPP_BUSINESS_PROFILE_SETUP')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await isAt(dialog, 'PERMISSIONS')
    await keyboard.press('Tab')
    expect(await dialog.locator(':focus').textContent()).toBe('Finish')
    // The window closes before the key comes up again.
    await keyboard.press('Enter').catch(() => undefined)
    expect((await heard()).messages).toMatchObject([{ event: 'FINISH_ONLY_WABA' }])
  })

  test('a client cancels at a step: the page is told which, and nobody logged in', async () => {
    const { world, dialog, heard } = await open()
    const before = world.list('WhatsAppBusinessAccount').length
    await go(dialog)
    await isAt(dialog, 'WABA_PHONE_PROFILE_PICKER')
    await go(dialog, 'Cancel')
    expect(await heard()).toEqual({
      messages: [{ data: { current_step: 'WABA_PHONE_PROFILE_PICKER' }, type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL' }],
      responses: [{ authResponse: null, status: 'unknown' }],
    })
    expect(world.list('WhatsAppBusinessAccount')).toHaveLength(before)
  })

  test('a client closes the window: it is the same', async () => {
    const { dialog, heard } = await open()
    await go(dialog)
    await isAt(dialog, 'WABA_PHONE_PROFILE_PICKER')
    await dialog.evaluate('window.close()')
    expect(await heard()).toMatchObject({
      messages: [{ data: { current_step: 'WABA_PHONE_PROFILE_PICKER' }, event: 'CANCEL' }],
      responses: [{ authResponse: null, status: 'unknown' }],
    })
  })

  test('a client meets an error and reports it', async () => {
    const { dialog, heard } = await open()
    await dialog.getByText('Meet an error, and report it').click()
    await dialog.getByLabel('What the flow says').selectOption({ index: 1 })
    await go(dialog, 'Report it and leave')
    expect(await heard()).toMatchObject({
      messages: [
        { data: { error_message: expect.stringContaining('contact support'), error_code: expect.any(String) } },
      ],
      responses: [{ authResponse: null, status: 'unknown' }],
    })
  })

  test('a wrong answer is said, the answers stay, and there is a way back', async () => {
    const { dialog } = await open()
    await dialog.getByLabel('A new business').check()
    await go(dialog)
    expect(await dialog.getByRole('alert').textContent()).toBe('The new business needs a name.')
    await dialog.getByLabel('Name of the new business').fill('Fen & Fern')
    await go(dialog)
    await isAt(dialog, 'WABA_PHONE_PROFILE_PICKER')
    await go(dialog, 'Back')
    expect(await dialog.getByLabel('Name of the new business').inputValue()).toBe('Fen & Fern')
  })

  test('a page that asks for what its version does not have sees why', async () => {
    const { page, dialog } = await open({
      config: 'config_by_page',
      extras: { version: 'v3', featureType: 'only_waba_sharing' },
    })
    expect(await dialog.getByRole('alert').textContent()).toMatch(/v3 has no 'only_waba_sharing'/)
    await dialog.close()
    await page.waitForFunction('heard.responses.length > 0')
    expect(await page.evaluate('heard')).toEqual({
      messages: [],
      responses: [{ authResponse: null, status: 'unknown' }],
    })
  })

  test('no step is wider than a phone', async () => {
    const { dialog } = await open()
    await dialog.setViewportSize({ width: 390, height: 844 })
    const tooWide = () => dialog.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(await tooWide()).toBe(false)
    await walk(dialog)
    expect(await tooWide()).toBe(false)
  })
})
