const PARTIES = ["partner", "undeclared", "segment", "asset", "host", "noise"];
const PARTY_WORDS = { partner: "partner", undeclared: "undeclared host", segment: "Segment", asset: "partner's code", host: "page", noise: "browser" };

/** Every exchange of an attempt; whose it is decides what is shown at first. */
function traffic(story, id) {
  const mismatches = [...(story.mismatches || []), ...(story.rows || []).flatMap((row) => row.mismatches)];
  const wanted = new Set(mismatches.map((m) => m.exchange));
  const counts = new Map(PARTIES.map((p) => [p, story.exchanges.filter((e) => e.party === p).length]));
  const shown = new Set(["partner", "undeclared", "segment"]);
  story.exchanges.filter((e) => wanted.has(e.index)).forEach((e) => shown.add(e.party));
  const rows = story.exchanges.map((e) => exchange(e, story, id, wanted.has(e.index)));
  const filter = el("div", { class: "pills" }, PARTIES.filter((p) => counts.get(p)).map((party) =>
    el("button", { class: "pill", type: "button", "aria-pressed": String(shown.has(party)), onclick: (event) => {
      const on = !shown.has(party);
      if (on) shown.add(party); else shown.delete(party);
      event.currentTarget.setAttribute("aria-pressed", String(on));
      apply();
    } }, el("b", {}, String(counts.get(party))), PARTY_WORDS[party])));
  function apply() {
    rows.forEach((row, i) => { row.hidden = !shown.has(story.exchanges[i].party); });
  }
  apply();
  const list = el("div", { class: "rows" }, rows,
    attempts(story),
    story.moreExchanges ? el("div", { class: "more" }, story.moreExchanges + " more in capture.har") : null);
  const box = el("div", {}, el("div", { class: "hint" }, filter), list);
  box.reveal = (index) => {
    const at = story.exchanges.findIndex((e) => e.index === index);
    if (at < 0) return;
    rows[at].hidden = false;
    rows[at].open = true;
    rows[at].scrollIntoView({ block: "center" });
    rows[at].querySelector("summary").focus({ preventScroll: true });
  };
  return box;
}

/** Connections that carried no request, each kind once: a browser makes many of them. */
function attempts(story) {
  if (!story.attempts.length) return null;
  const kinds = new Map();
  for (const a of story.attempts) {
    const kind = (a.host || "an unknown host") + ": " + a.trouble;
    kinds.set(kind, [...(kinds.get(kind) || []), a.at]);
  }
  return el("details", { class: "quiet" },
    el("summary", { class: "row" }, el("span", { class: "time" }, moment(story.attempts[0].at)),
      el("span", { class: "grow" }, plural(story.attempts.length, "connection") + " without a request ▸")),
    [...kinds].map(([kind, times]) => el("div", { class: "row" }, el("span", { class: "time" }, moment(times[0])),
      el("span", { class: "grow" }, kind), times.length > 1 ? el("span", { class: "tag" }, times.length + " ×") : null)));
}

function exchange(e, story, id, wanted) {
  const messages = story.messages.filter((m) => m.exchange === e.index || m.again.includes(e.index));
  const failures = story.failures.filter((f) => f.exchange === e.index);
  const status = e.answer ? String(e.answer.status) : "–";
  const bad = !e.answer || e.answer.status >= 400;
  const only = messages.length && messages.every((m) => m.sentinel);
  const details = el("details", { class: only || e.preflight ? "quiet" : null },
    el("summary", { class: "row sum" },
      el("span", { class: "time" }, moment(e.at)),
      el("span", { class: "verb mono" }, e.method),
      el("span", { class: "url", title: e.target }, (e.index + 1) + "  ", e.tls ? "" : "http://", el("b", {}, e.host), e.path),
      el("span", { class: "right" }, labels(e, messages, failures),
        el("span", { class: "bytes" }, bytes(e.request.size || (e.answer ? e.answer.size : 0))),
        el("span", { class: "took" }, e.took === undefined ? "" : e.took + " ms"),
        el("span", { class: "status" + (bad ? " bad" : "") }, status))));
  // What is inside is made when it is first wanted: there may be thousands.
  const fill = () => {
    if (details.open && details.children.length === 1) details.append(inside(e, messages, failures));
  };
  details.addEventListener("toggle", fill);
  if (wanted) { details.open = true; fill(); }
  return details;
}

function labels(e, messages, failures) {
  const types = [...new Set(messages.map((m) => m.type))];
  const tags = types.map((type) => {
    const count = messages.filter((m) => m.type === type).length;
    return el("span", { class: "tag partner" }, type + (count > 1 ? " × " + count : ""));
  });
  if (messages.some((m) => m.sentinel)) tags.push(el("span", { class: "tag" }, "sentinel"));
  if (messages.some((m) => m.late)) tags.push(el("span", { class: "tag late" }, "on leaving"));
  if (failures.length) tags.push(el("span", { class: "tag undeclared" }, "not decodable"));
  if (!e.tls) tags.push(el("span", { class: "tag undeclared" }, "not TLS"));
  if (e.party === "undeclared") tags.push(el("span", { class: "tag undeclared" }, "undeclared"));
  else if (!types.length) tags.push(el("span", { class: "tag" }, e.preflight ? "preflight" : PARTY_WORDS[e.party]));
  return tags;
}

function inside(e, messages, failures) {
  const left = messages.map((m) => el("div", { class: "block" },
    el("small", {}, el("span", { class: "tag partner" }, m.type), m.title, m.exchange !== e.index ? "sent again: counts once" : null),
    code(m.content, "json")));
  failures.forEach((f) => left.push(el("p", { class: "failed" }, f.type + " could not be read: step '" + f.step + "': " + f.reason)));
  const right = [part("request", e.request, e)];
  if (e.answer) right.push(part("answer " + e.answer.status, e.answer, e));
  else right.push(el("p", { class: "failed" }, "no answer: " + (e.trouble || "still open when it was sealed")));
  if (e.answer && e.trouble) right.push(el("p", { class: "failed" }, e.trouble));
  return el("div", { class: "inside" + (left.length ? " two" : "") },
    el("div", { class: "mono soft wide url-full" }, e.method + " " + (e.tls ? "https" : "http") + "://" + e.host + e.target),
    left.length ? el("div", {}, left) : null, el("div", {}, right), frames(e));
}

function part(title, p, e) {
  const body = p.text !== undefined ? code(p.text, p.kind)
    : p.size ? el("p", { class: "hint" }, "body in capture.har") : null;
  return el("div", { class: "block" },
    el("small", {}, title, el("span", { class: "faint" }, p.size ? bytes(p.size) + (p.kind === "bytes" ? ", binary" : "") : "no body")),
    body,
    el("details", { class: "headers" }, el("summary", {}, plural(p.headers.length, "header")),
      p.headers.map(([name, value]) => el("div", {}, el("b", {}, name + ": "), value))));
}

function frames(e) {
  if (!e.frames.length) return null;
  return el("div", { class: "wide" }, el("p", { class: "hint" }, "messages of the WebSocket"),
    el("div", { class: "rows" }, e.frames.map((f) => el("div", { class: "row" },
      el("span", { class: "time" }, moment(f.at)), el("span", { class: "tag" }, f.sent ? "sent" : "received"),
      el("span", { class: "grow mono" }, f.text || "", f.kind === "bytes" ? el("span", { class: "faint" }, " (" + bytes(f.size) + ", binary)") : null))),
      e.moreFrames ? el("div", { class: "more" }, e.moreFrames + " more in capture.har") : null));
}
