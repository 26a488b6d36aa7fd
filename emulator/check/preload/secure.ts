import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'

const nothing = (): undefined => undefined

/** What clients ask of a TLS socket, as one has it whose handshake went well. */
const SECURE = {
  encrypted: true,
  authorized: true,
  authorizationError: null,
  alpnProtocol: false,
  servername: false,
  getCipher: () => ({ name: 'TLS_AES_256_GCM_SHA384', standardName: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3' }),
  getProtocol: () => 'TLSv1.3',
  getPeerCertificate: () => ({}),
  getPeerX509Certificate: nothing,
  getCertificate: () => ({}),
  getSession: nothing,
  getTLSTicket: nothing,
  getEphemeralKeyInfo: () => ({}),
  getFinished: nothing,
  getPeerFinished: nothing,
  isSessionReused: () => false,
  setSession: nothing,
  setServername: nothing,
  setKeyCert: nothing,
  setMaxSendFragment: () => true,
  disableRenegotiation: nothing,
  enableTrace: nothing,
  renegotiate: () => true,
} as const

/** A plain socket that clients take for one of TLS. */
export function likeSecure(socket: Socket): TLSSocket {
  return Object.assign(socket, SECURE) as unknown as TLSSocket
}

/** One whose handshake is over when it is connected. */
export function asSecure(socket: Socket): TLSSocket {
  const shakenHands = (): void => {
    queueMicrotask(() => socket.emit('secureConnect'))
  }
  if (socket.connecting) socket.once('connect', shakenHands)
  else shakenHands()
  return likeSecure(socket)
}
