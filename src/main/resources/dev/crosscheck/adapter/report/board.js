const VERDICTS = ["passed", "failed", "broken", "skipped", "waived", "unsupported"];

const MOST_VERSIONS = 4;

/** The upper part of the page: what the run was and what came of it. */
function head(matrix) {
  const run = matrix.run;
  const red = ["failed", "broken"].filter((v) => matrix.summary[v] > 0);
  const done = matrix.cells.length;
  const judged = done - matrix.summary.skipped - matrix.summary.broken;
  let headline = red.map((v) => matrix.summary[v] + " " + v).join(", ") + " of " + plural(done, "cell");
  if (!red.length) headline = judged ? plural(judged, "cell") + " judged, none failed" : "Nothing was judged";
  if (done < run.planned && !run.interrupted) headline = "Running: " + done + " of " + plural(run.planned, "cell");
  if (run.interrupted) headline = "Interrupted: " + headline;
  document.title = "Crosscheck: " + headline;
  const facts = [
    new Date(run.startedAt).toISOString().slice(0, 16).replace("T", " ") + " UTC",
    run.duration, "version " + run.version, run.mode,
    run.commit && run.commit.slice(0, 10) + (run.dirty ? " with changes" : ""), run.ci,
  ].filter(Boolean);
  return el("header", {},
    el("div", { class: "top" },
      el("div", { class: "brand" }, "Crosscheck"),
      el("div", { class: "facts" }, facts.map((fact) => el("span", {}, fact)))),
    el("h1", { class: "headline" }, headline),
    bar(matrix),
    suite(matrix),
    notes(matrix),
    devices(matrix),
    deviceMode(matrix));
}

function bar(matrix) {
  const parts = VERDICTS.filter((v) => matrix.summary[v] > 0).map((v) => [v, matrix.summary[v]]);
  if (matrix.run.planned > matrix.cells.length) parts.push(["pending", matrix.run.planned - matrix.cells.length]);
  const row = el("div", { class: "bar", "aria-hidden": "true" });
  for (const [verdict, count] of parts) {
    const part = el("i", { class: verdict });
    part.style.flexGrow = count;
    row.append(part);
  }
  return row;
}

function suite(matrix) {
  const { full, rule, missing } = matrix.suite;
  if (full) return el("p", { class: "suite" }, el("b", {}, "A full suite"), ": " + rule);
  const title = el("b", {}, "Not yet a full suite");
  if (missing.length === 1) return el("p", { class: "suite" }, title, ": " + missing[0]);
  return el("details", { class: "suite notes" }, el("summary", {}, title, ": " + plural(missing.length, "thing") + " missing"),
    el("ul", {}, missing.map((line) => el("li", {}, line))));
}

function notes(matrix) {
  if (!matrix.findings.length) return null;
  return el("details", { class: "notes" },
    el("summary", {}, plural(matrix.findings.length, "warning") + " about the files"),
    matrix.findings.map((finding) => el("pre", {}, finding)));
}

/** What each device turned out to be, and what it cannot do. */
function devices(matrix) {
  const known = matrix.devices.filter((device) => Object.keys(described(device)).length);
  if (!known.length) return null;
  return el("details", { class: "notes" },
    el("summary", {}, "What the devices are"),
    known.map((device) => [
      el("h2", {}, device.id, el("small", {}, " ", device.name)),
      el("dl", {}, Object.entries(described(device)).map(([name, value]) => [el("dt", {}, spoken(name)), el("dd", {}, value)])),
    ]));
}

function described(device) {
  return device.notClosed ? { ...device.details, "not closed": device.notClosed } : device.details;
}

/** What speaks for running each plugin on the device, where Segment would ask why. */
function deviceMode(matrix) {
  const known = matrix.plugins.filter((plugin) => plugin.deviceMode.length);
  if (!known.length) return null;
  return el("details", { class: "notes" },
    el("summary", {}, "Why on the device"),
    known.map((plugin) => [
      el("h2", {}, plugin.name),
      el("dl", {}, plugin.deviceMode.map((sign) => [el("dt", {}, sign.kind), el("dd", {}, sign.words, el("small", {}, " ", sign.devices))])),
    ]));
}

/** `userAgent` as people write it: `user agent`; `WebDriverAgent` is a name. */
function spoken(name) {
  return /^[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());
}

/** The matrix: a row for each scenario, a column for each device. */
function board(matrix) {
  const cells = new Map(matrix.cells.map((c) => [c.plugin + "\n" + c.device + "\n" + c.scenario, c]));
  const body = el("tbody");
  for (const plugin of matrix.plugins) {
    const has = new Set(matrix.cells.filter((c) => c.plugin === plugin.id).map((c) => c.scenario));
    const scenarios = matrix.scenarios.filter((s) => s.id.startsWith(plugin.id + "/") || has.has(s.id));
    body.append(group(plugin, scenarios.length, matrix.devices.length));
    for (const scenario of scenarios) {
      const row = el("tr", { "data-plugin": plugin.id, "data-text": [scenario.title, scenario.id, plugin.name, ...scenario.rows].join(" ").toLowerCase() },
        el("th", { scope: "row" }, scenario.title, "\u2002 ", el("small", {}, shared(scenario.id) ? scenario.id : scenario.slug), reasons(plugin, scenario, matrix)));
      for (const device of matrix.devices) {
        const cell = cells.get(plugin.id + "\n" + device.id + "\n" + scenario.id);
        row.append(el("td", { class: device.reason ? "gone" : null, "data-device": device.id }, cell ? link(cell) : pending()));
      }
      body.append(row);
    }
  }
  return el("div", { class: "scroll" },
    el("table", { class: "matrix" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, el("small", {}, "scenario")), matrix.devices.map(column))), body));
}

/** Why cells of a row are red, each reason once. */
function reasons(plugin, scenario, matrix) {
  const red = matrix.cells.filter((c) => c.plugin === plugin.id && c.scenario === scenario.id && c.reason && (c.verdict === "failed" || c.verdict === "broken"));
  const alike = new Map();
  red.forEach((c) => alike.set(c.verdict + why(c), [...(alike.get(c.verdict + why(c)) || []), c]));
  return [...alike.values()].map((all) => el("p", { class: all[0].verdict, "data-devices": all.map((c) => c.device).join(" ") }, why(all[0])));
}

/** What a cell's rows come to, and why it is not green. */
function why(cell) {
  return [cell.rows, cell.reason].filter(Boolean).join(": ");
}

function group(plugin, count, width) {
  const versions = Object.entries(plugin.versions).map(([name, version]) => name + " " + version);
  const hash = plugin.sha256 ? ["sha256 " + plugin.sha256.slice(0, 12)] : [];
  const few = versions.length <= MOST_VERSIONS;
  const facts = [plural(count, "scenario"), ...(few ? versions : [plural(versions.length, "package")]), ...hash];
  return el("tr", { class: "group", "data-group": plugin.id },
    el("th", { scope: "rowgroup", colspan: width + 1 }, el("b", {}, plugin.name),
      few ? el("span", {}, facts.join(" · "))
        : el("details", { class: "versions" }, el("summary", {}, el("span", {}, facts.join(" · "))), el("span", {}, versions.join(" · ")))));
}

/** That not all is seen of what a device sends; why, for whoever points at it or focuses it. */
function notClosed(device) {
  if (!device.notClosed) return null;
  const id = "unclosed-" + device.id;
  return el("span", { class: "unclosed", role: "note", tabindex: 0, "aria-describedby": id },
    el("span", { class: "tag" }, "not closed"), el("span", { class: "because", id, role: "tooltip" }, device.notClosed));
}

function column(device) {
  const what = device.reason
    ? el("small", { class: "why" }, "not here: " + device.reason)
    : [el("small", {}, device.name), el("small", {}, device.sdk)];
  return el("th", { scope: "col", title: device.remedy || null, "data-device": device.id }, el("b", {}, device.id), what, notClosed(device));
}

function link(cell) {
  const red = cell.verdict === "failed" || cell.verdict === "broken";
  const signs = [cell.presenceOnly && "¹", cell.flaky && "↻"].filter(Boolean);
  return el("a", { class: "cell" + (red ? " red" : ""), href: address(cell), "data-at": address(cell), "data-verdict": cell.verdict,
      title: [cell.verdict, why(cell).slice(0, 200)].filter(Boolean).join(": ") },
    icon(cell.verdict), el("span", { class: "word" }, cell.verdict, signs.map((sign) => el("span", { class: "sign" }, sign))),
    cell.attempts ? el("small", {}, cell.duration) : null);
}

function pending() {
  return el("span", { class: "cell", "data-verdict": "pending" }, icon("pending", "still to come"));
}

function legend(matrix) {
  const lines = [];
  if (matrix.cells.some((c) => c.presenceOnly)) lines.push("¹ it came, but no property of it was compared");
  if (matrix.cells.some((c) => c.flaky)) lines.push("↻ at the second attempt; the first was broken");
  const reasons = new Set(matrix.devices.map((device) => device.notClosed).filter(Boolean));
  for (const reason of reasons) {
    const open = matrix.devices.filter((device) => device.notClosed === reason).map((device) => device.id);
    lines.push("not closed: " + open.join(", ") + "; " + reason);
  }
  lines.push("/ finds · arrows move · Enter opens · Esc closes");
  return el("div", { class: "legend" }, lines.map((line) => el("span", {}, line)));
}
