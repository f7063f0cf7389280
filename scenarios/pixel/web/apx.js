/*
 * AdPixel's own script, as it stands on AdPixel's CDN: it does what has been queued and then what
 * comes. apx('init', id), apx('match', {em}), apx('track', event, data, {eventId}).
 */
(function (window, document) {
  'use strict';

  var ENDPOINT = 'https://px.adpixel.example/tr';
  var COOKIE = '_apx';
  var YEAR = 365 * 24 * 60 * 60;
  var FIRST_WAIT_MS = 250;
  var LONGEST_WAIT_MS = 8000;

  var pixelId;
  var matched = {};
  var pending = []; // images that are not loaded yet, so that none is collected on its way

  function visitor() {
    var found = document.cookie.match(new RegExp('(?:^|; )' + COOKIE + '=([^;]*)'));
    var id = found ? found[1] : 'apx.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e9);
    document.cookie = COOKIE + '=' + id + '; path=/; max-age=' + YEAR + '; SameSite=Lax; Secure';
    return id;
  }

  function hit(event, data, options) {
    var query = new URLSearchParams({
      id: pixelId,
      ev: event,
      eid: options.eventId,
      dl: location.href,
      fp: visitor(),
      ts: String(Date.now()),
    });
    Object.keys(matched).forEach(function (key) {
      query.set('ud[' + key + ']', matched[key]);
    });
    Object.keys(data).forEach(function (key) {
      var value = data[key];
      query.set('cd[' + key + ']', typeof value === 'object' ? JSON.stringify(value) : String(value));
    });
    send(ENDPOINT + '?' + query, FIRST_WAIT_MS);
  }

  /** Once more after a while, and then after twice that, where there is no network or no answer. */
  function send(url, wait) {
    var image = new Image(1, 1);
    image.onload = image.onerror = function (event) {
      pending.splice(pending.indexOf(image), 1);
      if (event.type === 'error' && wait <= LONGEST_WAIT_MS) {
        setTimeout(send, wait, url, wait * 2);
      }
    };
    pending.push(image);
    image.src = url;
  }

  var commands = {
    init: function (id) {
      pixelId = id;
    },
    match: function (user) {
      matched = user;
    },
    track: function (event, data, options) {
      hit(event, data || {}, options || {});
    },
  };

  function perform(call) {
    commands[call[0]].apply(null, Array.prototype.slice.call(call, 1));
  }

  var queue = (window.apx && window.apx.queue) || [];
  window.apx = function () {
    perform(arguments);
  };
  window.apx.loaded = true;
  queue.forEach(perform);
})(window, document);
