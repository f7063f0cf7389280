/** Search and verdict filters above the matrix. */
function tools(matrix, root) {
  const chosen = new Set();
  const find = el("input", { class: "find", type: "search", placeholder: "Find a scenario or plugin", "aria-label": "Find a scenario or plugin", oninput: apply });
  const pills = VERDICTS.map((verdict) =>
    el("button", { class: "pill", type: "button", "aria-pressed": "false", disabled: matrix.summary[verdict] === 0, "data-v": verdict, onclick: toggle },
      icon(verdict), el("b", {}, String(matrix.summary[verdict])), verdict));
  const empty = el("p", { class: "none", hidden: true }, "No cell is like that.");

  function toggle(event) {
    const pill = event.currentTarget;
    const on = pill.getAttribute("aria-pressed") !== "true";
    pill.setAttribute("aria-pressed", String(on));
    if (on) chosen.add(pill.dataset.v); else chosen.delete(pill.dataset.v);
    apply();
  }

  function apply() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Map();
    for (const row of root.querySelectorAll("tr[data-text]")) {
      const cells = [...row.querySelectorAll(".cell")];
      const fits = (cell) => !chosen.size || chosen.has(cell.dataset.verdict);
      cells.forEach((cell) => cell.classList.toggle("dim", !fits(cell)));
      const visible = cells.some(fits) && words.every((word) => row.dataset.text.includes(word));
      row.hidden = !visible;
      if (visible) shown.set(row.dataset.plugin, true);
    }
    for (const row of root.querySelectorAll("tr[data-group]")) row.hidden = !shown.has(row.dataset.group);
    empty.hidden = shown.size > 0 || matrix.scenarios.length === 0;
  }

  return { bar: el("div", { class: "tools" }, find, el("div", { class: "pills", role: "group", "aria-label": "Show only these verdicts" }, pills)), empty, find };
}
