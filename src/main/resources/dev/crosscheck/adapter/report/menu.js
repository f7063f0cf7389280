/** A list of things to tick, behind a button; `chosen` is the set of what is ticked. */
function menu(title, entries, chosen, changed) {
  const boxes = entries.map(([id, name]) => el("input", { type: "checkbox", value: id, onchange: (event) => {
    if (event.currentTarget.checked) chosen.add(id); else chosen.delete(id);
    changed();
  } }));
  const words = el("span");
  const button = el("summary", { class: "pill" }, words);
  const element = el("details", { class: "menu" }, button,
    el("div", { class: "choices", role: "group", "aria-label": "Show only these " + title.toLowerCase() },
      entries.map(([, name], i) => el("label", {}, boxes[i], el("span", {}, name)))));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    element.open = false;
    button.focus();
    event.stopPropagation();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!element.contains(event.target)) element.open = false;
  });
  /** Shows what is chosen, whoever chose it. */
  element.update = () => {
    boxes.forEach((box) => { box.checked = chosen.has(box.value); });
    const one = entries.find(([id]) => chosen.has(id));
    words.textContent = !chosen.size ? title
      : chosen.size === 1 ? (one ? one[1] : [...chosen][0]) : title + ": " + chosen.size + " of " + entries.length;
    button.classList.toggle("on", chosen.size > 0);
  };
  return element;
}
