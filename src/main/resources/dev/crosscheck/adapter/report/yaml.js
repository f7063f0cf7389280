const YAML_KEY = /^(\s*(?:- )*)([\w$][^\s:#'"{}[\],]*(?: [^\s:#'"{}[\],]+)*)(:)(?=\s|$)/;

/** The scenario's file with its lines numbered; `marks` says which lines went wrong, and why. */
function yaml(text, marks) {
  const whys = new Map(marks.map((mark) => [mark.line, mark.why]));
  const lines = text.replace(/\n$/, "").split("\n").map((line, i) => yamlLine(line, i + 1, whys.get(i + 1)));
  const box = el("div", { class: "code yaml", tabindex: "0", role: "group", "aria-label": "The scenario's file" }, lines);
  /** Brings a line into sight. */
  box.show = (number) => {
    const line = lines[number - 1];
    if (line) box.scrollTop = line.offsetTop - box.clientHeight / 3;
  };
  return box;
}

function yamlLine(line, number, why) {
  const key = YAML_KEY.exec(line);
  const text = /^\s*#/.test(line) ? el("span", { class: "faint" }, line)
    : key ? [key[1], el("span", { class: "k" }, key[2]), line.slice(key[1].length + key[2].length)] : line;
  return el("div", { class: "line" + (why ? " marked" : ""), "data-line": number },
    el("span", { class: "number", "aria-hidden": "true" }, String(number)),
    el(why ? "mark" : "span", { class: "text" }, text),
    why ? el("span", { class: "why failed" }, "◂ " + why) : null);
}
