/** One cell's story: why it is as it is, first what matters most. */
function story(cell, matrix, around) {
  const told = cell.story >= 0 ? data("story-" + cell.story) : null;
  const scenario = matrix.scenarios.find((s) => s.id === cell.scenario);
  const plugin = matrix.plugins.find((p) => p.id === cell.plugin);
  const device = matrix.devices.find((d) => d.id === cell.device);
  const sections = told ? chapters(cell, told, scenario) : [];
  return el("article", {},
    el("header", { class: "shead" },
      el("div", { class: "crumbs" }, el("span", {}, [plugin.name, device.id, scenario.slug].join("  /  ")),
        around),
      el("h2", { tabindex: "-1" }, scenario.title),
      el("nav", { class: "tabs", "aria-label": "Parts of the story" }, sections.map((s) =>
        el("a", { href: "#", onclick: (event) => { event.preventDefault(); s.element.scrollIntoView(); } }, s.title, s.count ? el("b", {}, String(s.count)) : null)))),
    el("div", { class: "sbody" }, verdict(cell), meta(cell, told, scenario, device),
      sections.map((s) => s.element)));
}

function verdict(cell) {
  const proof = { sealed: "Proven on a sealed capture: ", twin: "Proven beside a twin: ", seen: "Seen: ", none: "" }[cell.proof] || "";
  const lines = [];
  if (cell.rows) lines.push(el("p", {}, cell.rows));
  if (cell.reason) lines.push(el("p", {}, cell.reason));
  if (cell.words) lines.push(el("p", {}, proof + cell.words));
  if (cell.presenceOnly) lines.push(el("p", {}, "Presence only: it came, but no property of it was compared."));
  if (cell.flaky) lines.push(el("p", {}, "This is attempt " + cell.attempts + "; the one before was broken."));
  return el("div", { class: "verdict " + cell.verdict }, icon(cell.verdict),
    el("div", {}, el("p", {}, el("b", {}, cell.verdict[0].toUpperCase() + cell.verdict.slice(1))), lines));
}

function meta(cell, told, scenario, device) {
  const entries = [["scenario", scenario.at.replace(/:\d+:\d+$/, "")], ["device", device.name || device.id], ["sdk", device.sdk], ["not closed", device.notClosed]];
  if (told) entries.push(["took", cell.duration], ["started", told.started.slice(0, 23).replace("T", " ") + " UTC"]);
  const list = el("dl", { class: "meta" }, entries.filter(([, v]) => v).map(([k, v]) => el("div", {}, el("dt", {}, k), el("dd", {}, v))));
  if (told) {
    const files = ["capture.har", "evidence.json", "verdict.json", "console.log"].map((name) => [name, told.folder + "/" + name]);
    list.append(el("div", {}, el("dt", {}, "files"), el("dd", {}, files.flatMap(([name, href], i) => [i ? ", " : "", name.endsWith(".har") ? har(href, cell) : el("a", { href }, name)]))));
  }
  if (device.remedy) list.append(el("div", {}, el("dt", {}, "remedy"), el("dd", {}, device.remedy)));
  return list;
}

/**
 * Everything that passed the proxy, as a file for the browser's own tools. Of a page that was opened
 * as a file, Chromium and WebKit show it instead: beside the page, not in its place.
 */
function har(href, cell, words) {
  const name = [cell.plugin, cell.device, cell.scenario.slice(cell.scenario.indexOf("/") + 1)].join("-");
  return el("a", { href, download: name + ".har", target: "_blank", rel: "noopener", title: "Download the capture" }, words || "capture.har");
}

function chapters(cell, told, scenario) {
  const all = [];
  const file = scenario.source ? yaml(scenario.source, told.marks) : null;
  const line = (number) => { file.scrollIntoView({ block: "center" }); file.show(number); file.focus({ preventScroll: true }); };
  const add = (title, count, hint, ...content) => all.push({ title, count,
    element: el("section", {}, el("h3", {}, title, hint ? el("small", {}, hint) : null), content) });
  const exchanges = traffic(told, "own");
  const show = (index) => exchanges.reveal(index);
  if (told.trouble) add("Trouble", 0, "", el("p", { class: "broken" }, told.trouble));
  if (told.rows.length) add("Rows", told.rows.length, cell.rows, rows(told, show, file && line, cell));
  if (told.mismatches.length) add("Mismatches", told.mismatches.length, "", told.mismatches.map((m) => mismatch(m, show, file && line)));
  if (told.findings.length) add("Findings", told.findings.length, "", told.findings.map((f) => el("pre", { class: "code" }, f)));
  if (file) add("Scenario", 0, scenario.at.replace(/:\d+:\d+$/, "") + ", as it was read", file);
  add("Messages", told.messages.length, told.messages.length ? "what the plugin told the partner" : "the plugin told the partner nothing", messages(told, show));
  if (told.proof.length) add("Proof", 0, "how it was shown that nothing more came", told.proof.map((window) => proof(window, show)));
  add("Steps", told.steps.length, told.left === undefined ? "" : "left after " + moment(told.left), steps(told));
  add("Traffic", told.exchanges.length + told.moreExchanges, har(told.folder + "/capture.har", cell, "download the HAR"), exchanges);
  if (told.twin) add("Twin", 0, ["the same cell with its gate open, ", har(told.folder + "/twin/capture.har", cell, "its HAR")], twin(told.twin));
  if (told.console.length) add("Console", told.console.length + told.moreConsole, "", log(told));
  if (told.screenshot) add("Screenshot", 0, "", el("a", { class: "shot", href: told.folder + "/screenshot.png" }, el("img", { src: told.screenshot, alt: "the page at the end of the cell", loading: "lazy" })));
  return all;
}

/** The facts on which a window's claims rest, one after the other. */
function proof(window, show) {
  return [window.title ? el("p", { class: "hint" }, window.title) : null,
    el("div", { class: "rows" }, window.facts.map((fact) => el("div", { class: "row" },
      el("span", { class: "time" }, fact.at === undefined ? "" : moment(fact.at)),
      el("span", { class: "grow" + (fact.short ? " broken" : "") }, fact.text),
      fact.exchange === undefined ? null : el("button", { type: "button", onclick: () => show(fact.exchange) }, el("a", {}, "exchange " + (fact.exchange + 1))))))];
}

/** What came of each row, the red ones first and open. */
function rows(told, show, line, cell) {
  const red = (row) => row.verdict === "failed" || row.verdict === "broken";
  return el("div", { class: "rows table" }, [...told.rows.filter(red), ...told.rows.filter((row) => !red(row))].map((row) => {
    const named = [icon(row.verdict, row.verdict), el("span", { class: "grow" }, el("b", {}, row.name),
      row.reason ? el("small", { class: "reason" }, row.reason) : null, row.beyond ? el("small", { class: "beyond" }, row.beyond) : null)];
    const ways = el("span", { class: "ways" }, [row.see && row.see.startsWith("https://") ? el("a", { href: row.see, target: "_blank", rel: "noopener", title: row.see }, "see " + row.see.split("/")[2]) : null,
      row.alone ? har(told.folder + "/" + row.alone + "/capture.har", cell, "alone: its HAR") : null,
      line && row.line ? el("button", { type: "button", class: "at", title: "Show the line", onclick: () => line(row.line) }, "line " + row.line) : null]);
    if (!row.mismatches.length) return el("div", { class: "row", "data-row": row.verdict }, named, ways);
    return el("details", { open: red(row), "data-row": row.verdict }, el("summary", { class: "row" }, named, ways),
      el("div", { class: "inside" }, row.mismatches.map((m) => mismatch(m, show, line))));
  }));
}

function mismatch(m, show, line) {
  const near = [m.nearest && "nearest: " + m.nearest,
    m.exchange >= 0 ? el("button", { type: "button", onclick: () => show(m.exchange) }, el("a", {}, "show exchange " + (m.exchange + 1))) : null].filter(Boolean);
  return el("div", { class: "mismatch" },
    el("header", {}, el("b", {}, m.what),
      line && m.line ? el("button", { type: "button", class: "at", title: "Show the line", onclick: () => line(m.line) }, m.at) : el("span", { class: "at" }, m.at)),
    el("div", { class: "sides" },
      el("div", {}, el("small", {}, "expected"), el("pre", {}, m.expected)),
      el("div", {}, el("small", {}, "actual"), el("pre", {}, m.actual))),
    near.length ? el("div", { class: "near" }, near.flatMap((n, i) => [i ? " · " : "", n])) : null);
}

function messages(told, show) {
  if (!told.messages.length) return null;
  return el("div", { class: "rows" }, told.messages.map((m) => {
    const details = el("details", { class: m.sentinel || m.ambient ? "quiet" : null },
      el("summary", { class: "row" }, el("span", { class: "time" }, moment(m.at)), el("span", { class: "tag partner" }, m.type),
        el("span", { class: "grow" }, m.title),
        m.lane !== m.type ? el("span", { class: "tag" }, "lane " + m.lane) : null,
        m.again.length ? el("span", { class: "tag" }, "sent " + (m.again.length + 1) + " ×") : null,
        m.ambient ? el("span", { class: "tag" }, "ambient") : null,
        m.sentinel ? el("span", { class: "tag" }, "sentinel") : null,
        m.late ? el("span", { class: "tag late" }, "on leaving") : null));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) {
        details.append(el("div", { class: "inside" }, code(m.content, "json"),
          show ? el("p", { class: "hint" }, el("button", { type: "button", onclick: () => show(m.exchange) }, el("a", {}, "show exchange " + (m.exchange + 1)))) : null));
      }
    });
    return details;
  }), told.moreMessages ? el("div", { class: "more" }, told.moreMessages + " more in capture.har") : null);
}

function steps(told) {
  const rows = told.steps.map((s) => el("div", { class: "row" + (s.kind === "sentinel" ? " quiet" : "") },
    el("span", { class: "time" }, moment(s.at)), el("span", { class: "grow" }, s.what),
    s.kind === "scenario" ? null : el("span", { class: "tag" }, s.kind),
    s.took === undefined ? el("span", { class: "failed" }, "not acknowledged") : el("span", { class: "faint mono" }, "taken in " + s.took + " ms")));
  return el("div", { class: "rows" }, rows);
}

function twin(other) {
  return [messages(other, null), el("p", { class: "hint" }), traffic(other, "twin")];
}

function log(told) {
  return el("div", { class: "rows" }, told.console.map((l) => el("div", { class: "row log " + l.level },
    el("span", { class: "time" }, moment(l.at)), el("span", { class: "grow" }, l.text, l.source ? el("span", { class: "src" }, "  " + l.source) : null))),
    told.moreConsole ? el("div", { class: "more" }, told.moreConsole + " more in console.log") : null);
}
