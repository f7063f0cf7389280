/** What narrows the matrix: words, plugins, devices, verdicts. `changed` hears when a reader did. */
function tools(matrix, root, changed) {
  const filters = { plugin: new Set(), device: new Set(), verdict: new Set() };
  const find = el("input", { class: "find", type: "search", placeholder: "Find a scenario", "aria-label": "Find a scenario, one of its rows, or a plugin", oninput: choose });
  const menus = [
    matrix.plugins.length > 1 ? menu("Plugins", matrix.plugins.map((p) => [p.id, p.name]), filters.plugin, choose) : null,
    matrix.devices.length > 1 ? menu("Devices", matrix.devices.map((d) => [d.id, d.id]), filters.device, choose) : null,
  ].filter(Boolean);
  const pills = VERDICTS.map((verdict) =>
    el("button", { class: "pill", type: "button", "data-v": verdict, title: verdict, onclick: () => {
      if (!filters.verdict.delete(verdict)) filters.verdict.add(verdict);
      choose();
    } }, icon(verdict), el("b", {}), el("span", {}, verdict)));
  const clear = el("button", { class: "pill clear", type: "button", title: "Show all", "aria-label": "Show all", onclick: () => { take(""); changed(); find.focus(); } }, icon("close"));
  const empty = el("p", { class: "none" }, "No cell is like that.");
  const fits = (name, value) => !filters[name].size || filters[name].has(value);

  function choose() {
    apply();
    changed();
  }

  function apply() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
    const groups = new Set();
    const columns = matrix.devices.filter((device) => fits("device", device.id));
    for (const place of root.querySelectorAll("[data-device]")) place.hidden = !fits("device", place.dataset.device);
    for (const reason of root.querySelectorAll("[data-devices]")) reason.hidden = !reason.dataset.devices.split(" ").some((id) => fits("device", id));
    for (const row of root.querySelectorAll("tr[data-text]")) {
      const cells = [...row.querySelectorAll("td:not([hidden]) .cell")];
      const wanted = fits("plugin", row.dataset.plugin) && words.every((word) => row.dataset.text.includes(word));
      for (const cell of cells) {
        cell.classList.toggle("dim", !fits("verdict", cell.dataset.verdict));
        if (wanted && cell.dataset.verdict in counts) counts[cell.dataset.verdict]++;
      }
      row.hidden = !wanted || !cells.some((cell) => fits("verdict", cell.dataset.verdict));
      if (!row.hidden) groups.add(row.dataset.plugin);
    }
    for (const row of root.querySelectorAll("tr[data-group]")) {
      row.hidden = !groups.has(row.dataset.group);
      row.cells[0].colSpan = columns.length + 1;
    }
    root.querySelector("table.matrix").classList.toggle("many", columns.length > 5);
    empty.hidden = groups.size > 0 || matrix.scenarios.length === 0;
    clear.hidden = !text();
    menus.forEach((each) => each.update());
    for (const pill of pills) {
      const verdict = pill.dataset.v;
      pill.querySelector("b").textContent = counts[verdict];
      pill.setAttribute("aria-pressed", String(filters.verdict.has(verdict)));
      pill.disabled = !counts[verdict] && !filters.verdict.has(verdict);
    }
  }

  /** What is filtered, as the address has it. */
  function text() {
    return filterText(filters, find.value.trim());
  }

  /** Filters as an address says. */
  function take(query) {
    if (query === text()) return apply();
    const wanted = new URLSearchParams(query);
    for (const [name, chosen] of Object.entries(filters)) {
      chosen.clear();
      (wanted.get(name) || "").split(",").filter(Boolean).forEach((id) => chosen.add(id));
    }
    find.value = wanted.get("find") || "";
    apply();
  }

  return { bar: el("div", { class: "tools" }, find, menus, el("div", { class: "pills", role: "group", "aria-label": "Show only these verdicts" }, pills, clear)), empty, find, text, take };
}
