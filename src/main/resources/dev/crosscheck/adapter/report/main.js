(function () {
  const matrix = data("matrix");
  const root = el("main", { class: "board" });
  const aside = el("aside", { class: "story", hidden: true, "aria-label": "A cell's story" });
  const layout = el("div", { class: "layout" }, root, aside);
  const bar = tools(matrix, root, narrowed);
  root.append(head(matrix), bar.bar, board(matrix), bar.empty, legend(matrix));
  document.getElementById("app").append(layout);
  const byAddress = new Map(matrix.cells.map((cell) => [address(cell), cell]));
  const links = () => [...root.querySelectorAll("tr:not([hidden]) > td:not([hidden]) > a.cell:not(.dim)")];
  const here = () => addressParts(location.hash)[0];
  let opener = null;

  /** A cell's address keeps what the matrix is narrowed to. */
  function full(cell) {
    return address(cell) + bar.text();
  }

  function relink() {
    const filters = bar.text();
    root.querySelectorAll("a.cell").forEach((a) => a.setAttribute("href", a.dataset.at + filters));
    const turns = aside.querySelector(".turns");
    if (turns) turns.replaceWith(around());
  }

  /** A reader changed the filters: the address follows, without a step in the history. */
  function narrowed() {
    const cell = byAddress.has(here()) ? here() : "";
    const filters = bar.text();
    history.replaceState(null, "", location.pathname + location.search + (cell || (filters ? "#" : "")) + filters);
    relink();
  }

  function close() {
    const filters = bar.text();
    history.pushState(null, "", location.pathname + location.search + (filters ? "#" + filters : ""));
    show();
  }

  function neighbour(by) {
    const all = links().map((a) => a.dataset.at);
    const index = all.indexOf(here());
    return index < 0 ? undefined : byAddress.get(all[index + by]);
  }

  /** The ways from the open cell to its neighbours and out of it. */
  function around() {
    const turn = (to, label, sign) => to ? el("a", { href: full(to), "aria-label": label, title: label }, sign) : null;
    return el("nav", { class: "turns" }, turn(neighbour(-1), "Previous cell (k)", "‹"), turn(neighbour(1), "Next cell (j)", "›"),
      el("button", { type: "button", "aria-label": "Close", title: "Close (Esc)", onclick: close }, icon("close")));
  }

  /** Shows what the address says. */
  function show() {
    const [at, query] = addressParts(location.hash);
    const cell = byAddress.get(at);
    bar.take(query);
    root.querySelectorAll(".cell.open").forEach((a) => a.classList.remove("open"));
    aside.hidden = !cell;
    layout.classList.toggle("split", Boolean(cell));
    aside.replaceChildren();
    relink();
    if (!cell) {
      if (opener) opener.focus({ preventScroll: true });
      return;
    }
    opener = [...root.querySelectorAll("a.cell")].find((a) => a.dataset.at === at);
    if (opener) { opener.classList.add("open"); opener.scrollIntoView({ block: "nearest" }); }
    aside.append(story(cell, matrix, around()));
    aside.scrollTop = 0;
    aside.querySelectorAll(".yaml .marked").forEach((line, i) => { if (!i) line.parentElement.show(Number(line.dataset.line)); });
    aside.querySelector("h2").focus({ preventScroll: true });
  }

  /** Arrow keys move in the matrix as the eye does. */
  function move(from, key) {
    const td = from.closest("td");
    const column = td.cellIndex;
    let row = td.parentElement;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      let next = td;
      do {
        next = key === "ArrowLeft" ? next.previousElementSibling : next.nextElementSibling;
      } while (next && next.hidden);
      return next && next.querySelector("a.cell");
    }
    do {
      row = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
    } while (row && (row.hidden || !row.cells[column] || !row.cells[column].querySelector("a.cell")));
    return row && row.cells[column].querySelector("a.cell");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search]");
    if (event.key === "Escape") {
      if (typing && typing.value) { typing.value = ""; typing.dispatchEvent(new Event("input")); }
      else if (event.target.matches(".unclosed")) event.target.blur();
      else if (!aside.hidden) close();
    } else if (typing) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      bar.find.focus();
    } else if ((event.key === "j" || event.key === "k") && !aside.hidden) {
      const to = neighbour(event.key === "j" ? 1 : -1);
      if (to) location.hash = full(to);
    } else if (event.key.startsWith("Arrow") && event.target.matches("a.cell")) {
      const to = move(event.target, event.key);
      if (to) { event.preventDefault(); to.focus(); }
    }
  });
  window.addEventListener("hashchange", show);
  window.addEventListener("popstate", show);
  show();
})();
