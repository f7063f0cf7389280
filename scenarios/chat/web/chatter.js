/*
 * Chatter's own script, as it stands on Chatter's CDN. Chatter.boot({appId, label}) asks whether
 * the chat is on; Chatter.send(message) goes over the socket, or waits until there is one.
 */
(function (window, document) {
  'use strict';

  var API = 'https://api.chatter.example/v1';
  var WIDGET = 'https://cdn.chatter.example';
  var TRY_AGAIN_MS = 300;
  var SLOWEST_MS = 10000;
  var WAITING = 'chatter_waiting';

  var settings;
  var socket;
  var off = false;
  var frame;
  var frameReady = false;
  var waiting = []; // for the socket
  var replies = []; // for the frame

  function visitor() {
    var id = localStorage.getItem('chatter_visitor') || crypto.randomUUID();
    localStorage.setItem('chatter_visitor', id);
    return id;
  }

  function send(message) {
    if (off) {
      return;
    }
    if (socket && socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(message));
    } else {
      waiting.push(message);
    }
  }

  function connect(url, pause) {
    var opened = false;
    socket = new WebSocket(url);
    socket.onopen = function () {
      opened = true;
      send({ type: 'hello', app: settings.appId, visitor: visitor() });
      waiting.splice(0).forEach(send);
    };
    socket.onmessage = function (event) {
      var said = JSON.parse(event.data);
      if (said.type === 'reply') {
        replies.push(said.text);
        showReplies();
      }
    };
    socket.onclose = function () {
      var next = opened ? TRY_AGAIN_MS : Math.min(pause * 2, SLOWEST_MS);
      setTimeout(connect, next, url, next);
    };
  }

  function showReplies() {
    if (frameReady) {
      replies.splice(0).forEach(function (text) {
        frame.contentWindow.postMessage({ chatter: 'reply', text: text }, WIDGET);
      });
    }
  }

  function fromFrame(event) {
    if (event.source !== frame.contentWindow || event.origin !== WIDGET) {
      return;
    }
    if (event.data.chatter === 'ready') {
      frameReady = true;
      showReplies();
    } else if (event.data.chatter === 'message') {
      send({ type: 'message', text: event.data.text });
    }
  }

  function show() {
    var launcher = document.createElement('button');
    launcher.id = 'chatter-launcher';
    launcher.type = 'button';
    launcher.textContent = settings.label;
    launcher.style.cssText = 'position:fixed;right:16px;bottom:16px;z-index:2147483647';
    launcher.onclick = function () {
      if (!frame) {
        open();
      } else {
        frame.style.display = frame.style.display === 'none' ? 'block' : 'none';
      }
    };
    document.body.append(launcher);
  }

  function open() {
    frame = document.createElement('iframe');
    frame.id = 'chatter-frame';
    frame.title = settings.label;
    frame.src = WIDGET + '/frame.html?page=' + encodeURIComponent(location.origin);
    frame.style.cssText =
      'position:fixed;right:16px;bottom:64px;width:280px;height:320px;border:0;background:#fff';
    addEventListener('message', fromFrame);
    document.body.append(frame);
  }

  function start(answer) {
    if (!answer.enabled) {
      off = true;
      waiting = [];
      return;
    }
    show();
    connect(answer.socket, TRY_AGAIN_MS);
  }

  function boot(pause) {
    var query = new URLSearchParams({ app: settings.appId });
    fetch(API + '/boot?' + query)
      .then(function (response) {
        if (!response.ok) {
          throw new Error('boot was answered with ' + response.status);
        }
        return response.json();
      })
      .then(start)
      .catch(function () {
        setTimeout(boot, pause, Math.min(pause * 2, SLOWEST_MS));
      });
  }

  /** What still waits where a page goes is taken up by the next. */
  function takeUp() {
    waiting = JSON.parse(sessionStorage.getItem(WAITING) || '[]').concat(waiting);
    sessionStorage.removeItem(WAITING);
    addEventListener('pagehide', function () {
      if (waiting.length > 0) {
        sessionStorage.setItem(WAITING, JSON.stringify(waiting.splice(0)));
      }
    });
  }

  window.Chatter = {
    boot: function (options) {
      settings = options;
      takeUp();
      boot(TRY_AGAIN_MS);
    },
    send: send,
  };
})(window, document);
