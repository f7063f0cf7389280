(function () {
  const matrix = data("matrix");
  const root = el("main", { class: "board" });
  const aside = el("aside", { class: "story", hidden: true, "aria-label": "A cell's story" });
  const layout = el("div", { class: "layout" }, root, aside);
  const bar = tools(matrix, root);
  root.append(head(matrix), bar.bar, board(matrix), bar.empty, legend(matrix));
  document.getElementById("app").append(layout);
  const byAddress = new Map(matrix.cells.map((cell) => [address(cell), cell]));
  const links = () => [...root.querySelectorAll("a.cell")].filter((a) => !a.closest("tr").hidden && !a.classList.contains("dim"));
  let opener = null;

  function close() {
    history.pushState(null, "", location.pathname + location.search);
    show();
  }

  function neighbour(at, by) {
    const all = links().map((a) => a.getAttribute("href"));
    const index = all.indexOf(at);
    return index < 0 ? undefined : byAddress.get(all[index + by]);
  }

  function show() {
    const cell = byAddress.get(location.hash);
    root.querySelectorAll(".cell.open").forEach((a) => a.classList.remove("open"));
    aside.hidden = !cell;
    layout.classList.toggle("split", Boolean(cell));
    aside.replaceChildren();
    if (!cell) {
      if (opener) opener.focus({ preventScroll: true });
      return;
    }
    opener = root.querySelector('a.cell[href="' + CSS.escape(location.hash).replace(/\\#/g, "#") + '"]') || [...root.querySelectorAll("a.cell")].find((a) => a.getAttribute("href") === location.hash);
    if (opener) { opener.classList.add("open"); opener.scrollIntoView({ block: "nearest" }); }
    aside.append(story(cell, matrix, { close, before: neighbour(location.hash, -1), after: neighbour(location.hash, 1) }));
    aside.scrollTop = 0;
    aside.querySelector("h2").focus({ preventScroll: true });
  }

  /** Arrow keys move in the matrix as the eye does. */
  function move(from, key) {
    const td = from.closest("td");
    const column = td.cellIndex;
    let row = td.parentElement;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const next = row.cells[column + (key === "ArrowLeft" ? -1 : 1)];
      return next && next.querySelector("a.cell");
    }
    do {
      row = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
    } while (row && (row.hidden || !row.cells[column] || !row.cells[column].querySelector("a.cell")));
    return row && row.cells[column].querySelector("a.cell");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input");
    if (event.key === "Escape") {
      if (typing && typing.value) { typing.value = ""; typing.dispatchEvent(new Event("input")); }
      else if (!aside.hidden) close();
    } else if (typing) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      bar.find.focus();
    } else if ((event.key === "j" || event.key === "k") && !aside.hidden) {
      const to = neighbour(location.hash, event.key === "j" ? 1 : -1);
      if (to) location.hash = address(to);
    } else if (event.key.startsWith("Arrow") && event.target.matches("a.cell")) {
      const to = move(event.target, event.key);
      if (to) { event.preventDefault(); to.focus(); }
    }
  });
  window.addEventListener("hashchange", show);
  window.addEventListener("popstate", show);
  show();
})();
