/*
 * Reel's own script, as it stands on Reel's CDN. Reel.start({projectKey}) asks whether this visit is
 * to be recorded, until it is told; Reel.user(id, traits), Reel.event(name, properties) and
 * Reel.forget() before the answer wait for it, on the next page if need be. A recording is sent in
 * chunks, one after the other: each holds what happened in the last second, and says that time went on
 * even where nothing did. A chunk is JSON, and gzip where the browser has that at hand; what is left
 * over when the page goes has no time for it. An event's id is its own for good, so that Reel takes it
 * once, however often it comes.
 */
(function (window, document) {
  'use strict';

  var CONFIG = 'https://config.reel.example/v1/visit';
  var CHUNKS = 'https://in.reel.example/v1/chunks';
  var SESSION = 'reel_session';
  var WAITING = 'reel_waiting';
  var EVERY_MS = 1000;
  var MASK = '*';

  var projectKey;
  var session;
  var recording = false;
  var off = false;
  var waiting = []; // calls by name with what they are given, for the answer
  var page = Math.random().toString(36).slice(2, 8);
  var events = []; // for the next chunk
  var count = 0;
  var chunks = []; // made and not yet answered well, the oldest first
  var made = 0;
  var sending = false;

  function newSession() {
    session = crypto.randomUUID();
    sessionStorage.setItem(SESSION, session);
  }

  function record(type, about) {
    var event = { id: session + '.' + page + '.' + count++, time: Date.now(), session: session, type: type };
    events.push(Object.assign(event, about));
  }

  /** How a person would find it: by its tag and its id. */
  function named(element) {
    return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '');
  }

  function children(node) {
    return Array.prototype.filter
      .call(node.children, function (child) {
        return child.tagName !== 'SCRIPT';
      })
      .map(function (child) {
        return { name: named(child), children: children(child) };
      });
  }

  function cut(last, about) {
    record(last, about);
    chunks.push({ number: made++, text: JSON.stringify({ project: projectKey, page: page, events: events }) });
    events = [];
  }

  function packed(text) {
    if (typeof CompressionStream === 'undefined') {
      return Promise.resolve({ codec: 'none', body: text });
    }
    var stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return new Response(stream).arrayBuffer().then(function (bytes) {
      return { codec: 'gzip', body: bytes };
    });
  }

  function address(chunk, codec) {
    return CHUNKS + '?' + new URLSearchParams({ page: page, chunk: chunk.number, codec: codec });
  }

  /** The oldest, again and again until it is answered well: a recording has no gaps. */
  function sendNext() {
    if (sending || chunks.length === 0) {
      return;
    }
    sending = true;
    var chunk = chunks[0];
    packed(chunk.text)
      .then(function (packet) {
        return fetch(address(chunk, packet.codec), { method: 'POST', body: packet.body });
      })
      .then(function (response) {
        return response.ok;
      })
      .catch(function () {
        return false;
      })
      .then(function (taken) {
        sending = false;
        if (taken) {
          chunks.shift();
          sendNext();
        }
      });
  }

  function pulse() {
    cut('pulse', { scroll: window.scrollY });
    sendNext();
  }

  /** Not only what is new: a request that is on its way may be lost with its page. */
  function sendLast() {
    cut('left');
    chunks.splice(0).forEach(function (chunk) {
      navigator.sendBeacon(address(chunk, 'none'), chunk.text);
    });
  }

  function watch() {
    addEventListener('click', function (event) {
      record('click', { target: named(event.target) });
    }, true);
    addEventListener('input', function (event) {
      record('input', { target: named(event.target), value: MASK.repeat(event.target.value.length) });
    }, true);
    new MutationObserver(function (changes) {
      record('mutation', { targets: changes.map(function (change) {
        return named(change.target);
      }) });
    }).observe(document.body, { childList: true, subtree: true });
    addEventListener('pagehide', sendLast);
    setInterval(pulse, EVERY_MS);
  }

  function begin(answer) {
    if (!answer.record) {
      off = true;
      waiting = [];
      return;
    }
    session = sessionStorage.getItem(SESSION);
    if (!session) {
      newSession();
    }
    recording = true;
    record('snapshot', { url: location.href, children: children(document.body) });
    watch();
    waiting.splice(0).forEach(function (call) {
      calls[call.name].apply(null, call.given);
    });
    pulse();
  }

  /** Whether to record; until it is known, every second again. */
  function ask() {
    fetch(CONFIG + '?' + new URLSearchParams({ project: projectKey }))
      .then(function (response) {
        if (!response.ok) {
          throw new Error('Reel answers ' + response.status);
        }
        return response.json();
      })
      .then(begin, function () {
        setTimeout(ask, EVERY_MS);
      });
  }

  var calls = {
    user: function (id, traits) {
      record('user', { userId: id, traits: traits });
    },
    event: function (name, properties) {
      record('event', { name: name, properties: properties });
    },
    forget: newSession,
  };

  function whenRecording(name) {
    return function () {
      if (recording) {
        calls[name].apply(null, arguments);
      } else if (!off) {
        waiting.push({ name: name, given: Array.prototype.slice.call(arguments) });
      }
    };
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

  window.Reel = {
    start: function (options) {
      projectKey = options.projectKey;
      takeUp();
      ask();
    },
    user: whenRecording('user'),
    event: whenRecording('event'),
    forget: whenRecording('forget'),
  };
})(window, document);
