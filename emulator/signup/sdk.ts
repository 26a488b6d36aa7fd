/**
 * What stands at `/en_US/sdk.js`: as much of the Facebook SDK for JavaScript as a login with a configuration needs. The
 * dialog is opened where the script came from.
 * @see sources embedded-signup, fb-login
 */
export const SDK = `(function () {
  'use strict'
  if (window.FB) return
  var script = document.currentScript
  var home = script ? new URL(script.src).origin : undefined
  var settings
  var opened = 0
  var NOBODY = { authResponse: null, status: 'unknown' }

  function complain(text) {
    console.error('mmgraph sdk.js: ' + text)
  }

  function init(options) {
    var given = options || {}
    if (!given.appId) complain('FB.init: appId is missing')
    if (!/^v\\d+\\.\\d+$/.test(given.version || '')) complain('FB.init: version is missing, or is none; one is v24.0')
    settings = given
  }

  function addressOf(options, state) {
    var query = new URLSearchParams({
      app_id: settings.appId,
      client_id: settings.appId,
      display: 'popup',
      channel: location.origin,
      state: state,
      sdk: 'joey'
    })
    Object.keys(options).forEach(function (key) {
      var value = options[key]
      if (value === undefined || value === null) return
      query.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
    })
    return home + '/' + settings.version + '/dialog/oauth?' + query
  }

  function login(callback, options) {
    if (!settings) return complain('FB.login() called before FB.init().')
    if (!home) return complain('load it by a script element: its address tells where the dialog is')
    var done = typeof callback === 'function' ? callback : function () {}
    opened += 1
    var state = 'login' + opened
    var popup = window.open(addressOf(options || {}, state), '_blank', 'popup,width=620,height=800')
    if (!popup) {
      complain('the browser blocked the window: call FB.login in a click')
      return done(NOBODY)
    }
    watch(popup, state, done)
  }

  function watch(popup, state, done) {
    var timer = setInterval(function () {
      // What the window said last may still be under way.
      if (popup.closed) setTimeout(leave, 200)
    }, 200)
    var leaving
    function leave() {
      if (timer === undefined) return
      // A window that is closed says nothing more: what its step would have said is said for it.
      if (leaving) dispatchEvent(new MessageEvent('message', { data: leaving, origin: home }))
      end(NOBODY)
    }
    function end(response) {
      if (timer === undefined) return
      clearInterval(timer)
      timer = undefined
      removeEventListener('message', hear)
      done(response)
    }
    function hear(event) {
      if (event.origin !== home || event.source !== popup) return
      var said
      try {
        said = JSON.parse(event.data)
      } catch (_) {
        return
      }
      if (!said || said.state !== state) return
      if (said.mmgraph === 'step') leaving = said.cancel
      if (said.mmgraph === 'login') end(said.response)
    }
    addEventListener('message', hear)
  }

  function nobody(callback) {
    if (typeof callback === 'function') setTimeout(callback, 0, NOBODY)
  }

  window.FB = {
    init: init,
    login: login,
    logout: nobody,
    getLoginStatus: nobody,
    getAuthResponse: function () { return null },
    AppEvents: { logPageView: function () {} }
  }
  if (typeof window.fbAsyncInit === 'function') window.fbAsyncInit()
})()
`
